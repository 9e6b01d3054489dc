import { useRef, useState, type FormEvent } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { ChangedNote } from '../changed-note.tsx';
import { focusFault } from '../focus-fault.ts';
import { redirectWords as words } from '../messages/redirects.ts';
import { asProblem } from '../problem.ts';
import { ReasonButton } from '../ui/reason-button.tsx';
import { Time } from '../ui/time.tsx';
import { DeleteRedirect } from './delete-redirect.tsx';
import { isComplete, RedirectFields } from './redirect-fields.tsx';
import { useSaveRedirect, type Redirect, type RedirectDraft } from './redirect-queries.ts';
import { RedirectRefusal } from './redirect-refusal.tsx';

const draftOf = ({ path, target, status }: Redirect): RedirectDraft => ({ path, target, status });

interface RedirectEditorProps {
  site: AdminSite;
  redirect: Redirect;
  onOpen: (id: string) => void;
  onRemoved: () => void;
}

/** One redirect, saved only over what was shown. */
export function RedirectEditor({ site, redirect, onOpen, onRemoved }: RedirectEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(redirect);
  const [draft, setDraft] = useState(() => draftOf(redirect));
  const [tried, setTried] = useState(false);
  const save = useSaveRedirect(site.id, redirect.id);
  const change: Partial<RedirectDraft> = {
    ...(draft.path.trim() === base.path ? {} : { path: draft.path.trim() }),
    ...(draft.target.trim() === base.target ? {} : { target: draft.target.trim() }),
    ...(draft.status === base.status ? {} : { status: draft.status }),
  };
  const changed = Object.keys(change).length > 0;
  function take(next: Redirect) {
    setBase(next);
    setDraft(draftOf(next));
    setTried(false);
  }
  if (redirect.etag !== base.etag && !changed) take(redirect);
  const problem = save.error ? asProblem(save.error) : null;
  const theirs = problem?.is('content.changed')
    ? (problem.members['current'] as Redirect | undefined)
    : undefined;
  const send = (etag: string) =>
    !save.isPending &&
    save.mutate({ change, etag }, { onSuccess: take, onError: () => focusFault(form.current) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isComplete(draft)) focusFault(form.current);
    else if (changed && !theirs) send(base.etag);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
      className="flex flex-col gap-4"
    >
      {theirs && (
        <ChangedNote
          busy={save.isPending}
          onKeepTheirs={() => {
            save.reset();
            take(theirs);
          }}
          onSaveMine={() => send(theirs.etag)}
        >
          {words.theirs(theirs.target, words.kindOf[theirs.status])}
        </ChangedNote>
      )}
      {problem && !theirs && <RedirectRefusal siteId={site.id} problem={problem} onOpen={onOpen} />}
      <RedirectFields
        domain={site.domain}
        draft={draft}
        tried={tried}
        problem={problem}
        onWrite={(part) => {
          setDraft({ ...draft, ...part });
          if (problem && !theirs) save.reset();
        }}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ReasonButton
          type="submit"
          kind="primary"
          reason={changed ? undefined : words.unchanged}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </ReasonButton>
        <DeleteRedirect siteId={site.id} redirect={base} onRemoved={onRemoved} />
      </div>
      <p className="text-12 text-ink-3">
        {words.updated} <Time at={base.updatedAt} inline /> {words.by(base.updatedBy.name)}
      </p>
    </form>
  );
}
