import { useId, useRef, useState, type FormEvent } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { focusFault } from '../focus-fault.ts';
import { redirectWords as words } from '../messages/redirects.ts';
import { asProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { words as uiWords } from '../ui/words.ts';
import { isComplete, RedirectFields } from './redirect-fields.tsx';
import { RedirectRefusal } from './redirect-refusal.tsx';
import { useCreateRedirect, type RedirectDraft } from './redirect-queries.ts';

interface NewRedirectDialogProps {
  site: AdminSite;
  onClose: () => void;
  onOpen: (id: string) => void;
}

export function NewRedirectDialog({ site, onClose, onOpen }: NewRedirectDialogProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<RedirectDraft>({ path: '', target: '', status: 301 });
  const [tried, setTried] = useState(false);
  const create = useCreateRedirect(site.id);
  const problem = create.error ? asProblem(create.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isComplete(draft)) focusFault(form.current);
    else if (!create.isPending)
      create.mutate(
        { ...draft, path: draft.path.trim(), target: draft.target.trim() },
        { onSuccess: onClose, onError: () => focusFault(form.current) },
      );
  };
  return (
    <Dialog
      open
      form
      onClose={onClose}
      title={words.add}
      footer={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button type="submit" form={id} kind="primary" busy={create.isPending} busyLabel={words.creating}>
            {words.create}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={id}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
        className="flex flex-col gap-4"
      >
        {problem && <RedirectRefusal siteId={site.id} problem={problem} onOpen={onOpen} />}
        <RedirectFields
          domain={site.domain}
          draft={draft}
          tried={tried}
          problem={problem}
          onWrite={(change) => {
            setDraft({ ...draft, ...change });
            if (problem) create.reset();
          }}
        />
      </form>
    </Dialog>
  );
}
