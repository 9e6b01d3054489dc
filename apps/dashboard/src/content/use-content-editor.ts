import type { ContentKind } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { data } from '../api.ts';
import { keptDrafts } from '../kept-draft.ts';
import { keys } from '../keys.ts';
import { contentWords as words } from '../messages/content.ts';
import { asProblem } from '../problem.ts';
import { toast } from '../ui/toasts.tsx';
import { useUnsavedText } from '../unsaved-text.ts';
import { areaOf, contentQuery, type Content } from './content-queries.ts';

export interface Draft {
  readonly title: string;
  readonly slug: string;
  readonly body: string;
}
interface Kept extends Draft {
  readonly etag: string;
}
const draftOf = ({ title, slug, body }: Draft): Draft => ({ title, slug, body });
const differs = (one: Draft, other: Draft) =>
  one.title !== other.title || one.slug !== other.slug || one.body !== other.body;

/** One page or post being written: what is typed, what is saved, and the ways between them. */
export function useContentEditor(site: AdminSite, kind: ContentKind, saved: Content) {
  const client = useQueryClient();
  const key = `${kind}.${saved.id}`;
  // What the writer began from; it may be saved by somebody else while they write.
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = keptDrafts.read<Kept>(key);
    return kept?.etag === saved.etag ? draftOf(kept) : draftOf(saved);
  });
  const [restored, setRestored] = useState(() => differs(draft, saved));
  const changed = differs(draft, base);
  if (saved.etag !== base.etag && !changed) {
    setBase(saved);
    setDraft(draftOf(saved));
  }
  useUnsavedText(words.unsavedLabel(draft.title || base.title), changed ? draft.body : null);

  const settle = (next: Content) => {
    keptDrafts.drop(key);
    setBase(next);
    setDraft(draftOf(next));
    setRestored(false);
    client.setQueryData(contentQuery(site.id, kind, next.id).queryKey, next);
    void client.invalidateQueries({ queryKey: keys.site(site.id) });
  };
  const at = (etag: string) =>
    [{ param: { site: site.id, id: saved.id } }, { headers: { 'if-match': etag } }] as const;
  const save = useMutation({
    mutationFn: ({ etag }: { etag: string }) => {
      const [target, options] = at(etag);
      const change = {
        ...(draft.title === base.title ? {} : { title: draft.title.trim() }),
        ...(draft.slug === base.slug ? {} : { slug: draft.slug.trim() }),
        ...(draft.body === base.body ? {} : { body: draft.body }),
      };
      return data(areaOf(kind)[':id'].$patch({ ...target, json: change }, options));
    },
    onSuccess: (next) => {
      settle(next);
      toast(words.saved(next.title));
    },
  });
  const setStatus = useMutation({
    mutationFn: (to: 'publish' | 'unpublish') => {
      const [target, options] = at(base.etag);
      const one = areaOf(kind)[':id'];
      return data(
        to === 'publish'
          ? one.publish.$post({ ...target, json: {} }, options)
          : one.unpublish.$post({ ...target, json: {} }, options),
      );
    },
    onSuccess: (next, to) => {
      settle(next);
      toast(to === 'publish' ? words.published(next.title) : words.unpublished(next.title));
    },
  });
  const remove = useMutation({
    mutationFn: () => {
      const [target, options] = at(base.etag);
      return data(areaOf(kind)[':id'].$delete({ ...target, json: {} }, options));
    },
    onSuccess: () => {
      keptDrafts.drop(key);
      client.removeQueries({ queryKey: contentQuery(site.id, kind, saved.id).queryKey });
      void client.invalidateQueries({ queryKey: keys.site(site.id) });
      toast(words.removed(base.title));
    },
  });

  const failed = [save, setStatus, remove].find((each) => each.error !== null);
  const problem = failed?.error ? asProblem(failed.error) : null;
  const stale = problem?.is('content.changed') ?? false;
  const theirs = stale ? (problem?.members['current'] as Content | undefined) : undefined;
  const clearProblem = () => {
    save.reset();
    setStatus.reset();
    remove.reset();
  };
  return {
    base,
    draft,
    changed,
    restored: restored && changed,
    problem,
    theirs,
    busy: save.isPending || setStatus.isPending || remove.isPending,
    save,
    setStatus,
    remove,
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change };
      setDraft(next);
      if (differs(next, base)) keptDrafts.keep(key, { ...next, etag: base.etag });
      else keptDrafts.drop(key);
      if (problem && !stale) clearProblem();
    },
    discard: () => settle(base),
    keepTheirs() {
      clearProblem();
      if (theirs) settle(theirs);
    },
    saveMine() {
      const etag = theirs?.etag ?? base.etag;
      if (theirs) setBase({ ...base, etag });
      clearProblem();
      save.mutate({ etag });
    },
  };
}
export type ContentEditorState = ReturnType<typeof useContentEditor>;
