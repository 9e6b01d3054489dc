import type { FormState } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptDrafts } from '../kept-draft.ts';
import { keys } from '../keys.ts';
import { formWords as words } from '../messages/forms.ts';
import { asProblem } from '../problem.ts';
import { toast } from '../ui/toasts.tsx';
import { useUnsavedText } from '../unsaved-text.ts';
import { changeOf, draftOf, emptyDraft, fieldsOf, type FormDraft } from './form-draft.ts';
import { faultsOf, saidFaults } from './form-faults.ts';
import { changeForm, createForm, deleteForm, formQuery, type Form } from './form-queries.ts';

interface Kept {
  readonly draft: FormDraft;
  readonly etag: string | null;
}
const NOTHING = { name: '', thanksPath: '/', fields: [] };
/** A new form is one as soon as something is written. */
const isChanged = (draft: FormDraft, base: Form | null): boolean =>
  base === null
    ? draft.name.trim() !== '' ||
      draft.thanksPath !== NOTHING.thanksPath ||
      draft.fields.length > 1 ||
      draft.fields.some(({ label }) => label !== '')
    : Object.keys(changeOf(draft, base)).length > 0;

/** One form being built: what is written, what is saved, and the ways between them. */
export function useFormBuilder(siteId: string, saved: Form | null) {
  const client = useQueryClient();
  const key = `form.${saved?.id ?? `new.${siteId}`}`;
  // What the writer began from; somebody else may save while they write.
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState<FormDraft>(() => {
    const kept = keptDrafts.read<Kept>(key);
    if (kept && kept.etag === (saved?.etag ?? null)) return kept.draft;
    return saved ? draftOf(saved) : emptyDraft();
  });
  const changed = isChanged(draft, base);
  const [restored, setRestored] = useState(changed);
  const [tried, setTried] = useState(false);
  const take = (next: Form | null) => {
    setBase(next);
    setDraft(next ? draftOf(next) : emptyDraft());
    setRestored(false);
    setTried(false);
  };
  if (saved && saved.etag !== base?.etag && !changed) take(saved);
  useUnsavedText(words.unsavedLabel(draft.name), changed ? outline(draft) : null);

  const settle = (next: Form) => {
    keptDrafts.drop(key);
    take(next);
    client.setQueryData(formQuery(siteId, next.id).queryKey, next);
    void client.invalidateQueries({ queryKey: keys.site(siteId, 'forms') });
  };
  const save = useMutation({
    mutationFn: (etag: string | null) =>
      base && etag !== null
        ? changeForm(siteId, base.id, changeOf(draft, base), etag)
        : createForm(siteId, { ...NOTHING, ...changeOf(draft, NOTHING), fields: fieldsOf(draft) }),
    onSuccess: (next) => {
      settle(next);
      toast(base ? words.saved(next.name) : words.created(next.name));
    },
  });
  // Nothing is written while these two are asked: what somebody saved meanwhile is shown, and they are asked again.
  const showTheirs = (error: Error) => {
    const { current } = asProblem(error).members;
    if (asProblem(error).is('content.changed')) settle(current as Form);
  };
  const setState = useMutation({
    mutationFn: ({ form, state }: { form: Form; state: FormState }) =>
      changeForm(siteId, form.id, { state }, form.etag),
    onSuccess: (next) => {
      settle(next);
      toast(next.state === 'open' ? words.opened(next.name) : words.closed(next.name));
    },
    onError: showTheirs,
  });
  const remove = useMutation({
    mutationFn: (form: Form) => deleteForm(siteId, form.id, form.etag),
    onSuccess: (_, form) => {
      keptDrafts.drop(key);
      void client.invalidateQueries({ queryKey: keys.site(siteId, 'forms', 'list') });
      toast(words.removed(form.name));
    },
    onError: showTheirs,
  });
  const commands = [save, setState, remove];
  const error = commands.find((each) => each.error !== null)?.error;
  const problem = error ? asProblem(error) : null;
  const theirs =
    save.error && problem?.is('content.changed')
      ? (problem.members['current'] as Form | undefined)
      : undefined;
  const clearProblem = () => commands.forEach((each) => each.reset());
  const faults = faultsOf(draft);
  return {
    ...{ base, draft, changed, tried, problem, theirs, faults, save, setState, remove },
    said: saidFaults(draft, problem?.fields ?? []),
    restored: restored && changed,
    busy: commands.some((each) => each.isPending),
    write(next: FormDraft) {
      setDraft(next);
      if (isChanged(next, base))
        keptDrafts.keep(key, { draft: next, etag: base?.etag ?? null } satisfies Kept);
      else keptDrafts.drop(key);
      if (problem && !theirs) clearProblem();
    },
    discard() {
      keptDrafts.drop(key);
      clearProblem();
      take(saved);
    },
    /** From now on every fault is shown; true when there is none. */
    attempt() {
      setTried(true);
      return faults.size === 0;
    },
    keepTheirs() {
      clearProblem();
      if (theirs) settle(theirs);
    },
    saveMine() {
      if (base && theirs) setBase({ ...base, etag: theirs.etag });
      clearProblem();
      save.mutate(theirs?.etag ?? null);
    },
  };
}
export type FormBuilderState = ReturnType<typeof useFormBuilder>;

/** What would be lost, to copy. */
const outline = ({ name, thanksPath, fields }: FormDraft): string =>
  [
    name,
    thanksPath,
    ...fields.map(({ label, key, kind, options }) =>
      [`- ${label} (${key}, ${kind})`, ...(kind === 'select' ? [options] : [])].join('\n'),
    ),
  ].join('\n');
