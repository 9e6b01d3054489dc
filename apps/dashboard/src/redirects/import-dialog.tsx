import { useId, useState, type FormEvent } from 'react';
import { redirectImportWords as words } from '../messages/redirects.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportWrite } from './import-write.tsx';
import { Said } from '../ui/said.tsx';
import { useImport } from './use-import.ts';

/** Up to 500 lines: a verdict for each before anything is added, then each line for itself. */
export function ImportDialog({ siteId, onClose }: { siteId: string; onClose: () => void }) {
  const form = useId();
  const list = useImport(siteId);
  const [tried, setTried] = useState(false);
  const { step, found, lines, check, send, refused } = list;
  const ready = lines.filter(({ reason }) => reason === null).length;
  const busy = check.isPending || send.isPending;
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const possible = step === 'write' ? found > 0 : ready > 0;
    setTried(!possible);
    if (possible && step === 'write') list.look();
    else if (possible && step === 'check') list.sendAll();
  };
  const problem = send.error ?? check.error;
  return (
    <Dialog
      form
      wide={step !== 'write'}
      open
      onClose={onClose}
      locked={send.isPending}
      title={words.title}
      footer={
        step === 'result' ? (
          <>
            {refused.length > 0 && <Button onClick={list.fixRefused}>{words.fix}</Button>}
            <Button kind="primary" onClick={onClose}>
              {words.close}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={step === 'write' ? onClose : list.back}>
              {step === 'write' ? words.cancel : words.back}
            </Button>
            <Button
              type="submit"
              form={form}
              kind="primary"
              busy={busy}
              busyLabel={send.isPending ? words.sending : words.checking}
            >
              {step === 'write' ? words.check(found) : words.send(ready)}
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
        {problem && <ProblemNote problem={problem} />}
        {step === 'write' && <ImportWrite list={list} tried={tried} />}
        {step === 'check' && (
          <>
            <Said text={words.summary(ready, lines.length - ready)} />
            {list.leftOut > 0 && <Note>{words.tooMany(list.leftOut)}</Note>}
            {tried && ready === 0 && (
              <Note tone="danger" role="alert">
                {words.noneReady}
              </Note>
            )}
            <ImportLines lines={lines} />
          </>
        )}
        {step === 'result' && (
          <>
            <Said text={words.result(list.added, refused.length)} />
            {refused.length > 0 && (
              <>
                <ImportLines lines={refused} refused />
                <div>
                  <CopyButton text={list.refusedCsv} label={words.copy} kind="secondary" />
                </div>
              </>
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}
