import { useId, useState, type FormEvent } from 'react';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckStep } from './check-step.tsx';
import { ResultStep } from './result-step.tsx';
import type { Site } from './understand.ts';
import { useList } from './use-list.ts';
import { WriteStep } from './write-step.tsx';

export interface InviteManyDialogProps {
  account: { readonly id: string; readonly name: string };
  sites: readonly Site[];
  /** Where lines lead that name no site. */
  site: string | null;
  onClose: () => void;
}

/** Up to 500 lines of email, site and role: verdicts before anything is sent, then each line for itself [R25]. */
export function InviteManyDialog({ account, sites, site, onClose }: InviteManyDialogProps) {
  const form = useId();
  const list = useList(account, sites, { site, role: null });
  const [tried, setTried] = useState(false);
  const { step, found, ready, result, send, judged, dryRun } = list;
  const looking = step === 'check' && judged.some(({ reason }) => reason === undefined) && !dryRun.isError;
  const again = result?.rest.filter(({ fault }) => fault === null).length ?? 0;
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (send.isPending || looking) return;
    const possible = step === 'write' ? found > 0 : ready.length > 0;
    setTried(!possible);
    if (possible && step === 'write') list.check();
    else if (possible && step === 'check') list.sendReady();
  };
  const busy = {
    busy: send.isPending || looking,
    busyLabel: send.isPending ? words.sending(send.done, send.variables.length) : words.checking,
  };
  return (
    <Dialog
      form
      wide={step !== 'write'}
      open
      onClose={onClose}
      locked={send.isPending}
      title={words.title}
      description={words.account(account.name)}
      footer={
        step === 'result' ? (
          <>
            {result && result.rest.length > 0 && <Button onClick={list.fixRest}>{words.fixRest}</Button>}
            {again > 0 && (
              <Button {...busy} onClick={list.retry}>
                {words.retry(again)}
              </Button>
            )}
            <Button kind="primary" onClick={onClose}>
              {words.close}
            </Button>
          </>
        ) : (
          <>
            <span className="mr-auto text-12 text-ink-3 max-md:w-full">{words.hours}</span>
            <Button onClick={step === 'write' ? onClose : list.back}>
              {step === 'write' ? words.cancel : words.back}
            </Button>
            <Button type="submit" form={form} kind="primary" {...busy}>
              {step === 'write' ? words.check(found) : words.send(ready.length)}
            </Button>
          </>
        )
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={go}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && go(event)}
        className="flex flex-col gap-4"
      >
        {send.isError && <ProblemNote problem={send.error} />}
        {step === 'write' && <WriteStep list={list} sites={sites} tried={tried} />}
        {step === 'check' && <CheckStep list={list} sites={sites} tried={tried} />}
        {step === 'result' && result && <ResultStep result={result} />}
      </form>
    </Dialog>
  );
}
