import {
  canonicalText,
  CODE_BYTES,
  CODE_PARTS,
  utf8Bytes,
  type CodePart,
  type SiteCode,
} from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptDrafts } from '../kept-draft.ts';
import { keys } from '../keys.ts';
import { codeWords as words } from '../messages/code.ts';
import { asProblem } from '../problem.ts';
import { toast } from '../ui/toasts.tsx';
import { codeQuery, saveCode, type Code } from './code-queries.ts';

interface Kept extends SiteCode {
  readonly etag: string;
}
const draftOf = ({ css, head, body }: SiteCode): SiteCode => ({ css, head, body });
const differs = (one: SiteCode, other: SiteCode) => CODE_PARTS.some((part) => one[part] !== other[part]);

/** What stands in the way of saving a part; undefined when nothing does. */
function faultOf(part: CodePart, text: string): string | undefined {
  const [bytes, most] = [utf8Bytes(text), CODE_BYTES[part]];
  if (bytes > most) return words.tooLong(bytes, most);
  return canonicalText(text, most) === null ? words.wrongText : undefined;
}

/** The code of a site being written: what is typed, what is in force, and the ways between them. */
export function useCodeEditor(siteId: string, saved: Code) {
  const client = useQueryClient();
  const key = `code.${siteId}`;
  // What the writer began from; somebody else may save while they write.
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState<SiteCode>(() => {
    const kept = keptDrafts.read<Kept>(key);
    return draftOf(kept?.etag === saved.etag ? kept : saved);
  });
  const [restored, setRestored] = useState(() => differs(draft, saved));
  const changed = differs(draft, base);
  const take = (next: Code) => {
    setBase(next);
    setDraft(draftOf(next));
    setRestored(false);
  };
  if (saved.etag !== base.etag && !changed) take(saved);

  const settle = (next: Code) => {
    keptDrafts.drop(key);
    take(next);
    client.setQueryData(codeQuery(siteId).queryKey, next);
    void client.invalidateQueries({ queryKey: keys.site(siteId, 'code', 'history') });
  };
  const save = useMutation({
    mutationFn: ({ code, etag }: { code: SiteCode; etag: string; was?: number }) =>
      saveCode(siteId, code, etag),
    onSuccess: (next, { was }) => {
      settle(next);
      toast(was === undefined ? words.saved(next.version) : words.restored(was, next.version));
    },
    onError: () => client.invalidateQueries({ queryKey: codeQuery(siteId).queryKey }),
  });
  const problem = save.error ? asProblem(save.error) : null;
  const theirs = problem?.is('content.changed')
    ? (problem.members['current'] as Code | undefined)
    : undefined;
  const said = (part: CodePart) => problem?.fields.find(({ field }) => field === part)?.message;
  const faults = Object.fromEntries(
    CODE_PARTS.map((part) => [part, faultOf(part, draft[part]) ?? said(part)]),
  ) as Record<CodePart, string | undefined>;
  return {
    ...{ base, draft, changed, problem, theirs, faults, save },
    restored: restored && changed,
    canSave: CODE_PARTS.every((part) => faultOf(part, draft[part]) === undefined),
    write(part: CodePart, text: string) {
      const next = { ...draft, [part]: text };
      setDraft(next);
      if (differs(next, base)) keptDrafts.keep(key, { ...next, etag: base.etag });
      else keptDrafts.drop(key);
      if (problem && !theirs) save.reset();
    },
    discard() {
      keptDrafts.drop(key);
      save.reset();
      take(saved);
    },
    keepTheirs() {
      save.reset();
      if (theirs) settle(theirs);
    },
    /** Saves an old version again, over what is in force. */
    restore: (old: Code, etag: string, onDone: () => void) =>
      save.mutate({ code: draftOf(old), etag, was: old.version }, { onSuccess: onDone }),
  };
}
export type CodeEditorState = ReturnType<typeof useCodeEditor>;
