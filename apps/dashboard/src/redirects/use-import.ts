import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api.ts';
import { csvLines } from '../csv.ts';
import { keys } from '../keys.ts';
import { errorText } from '../messages/errors.ts';
import { redirectImportWords as words, redirectWords } from '../messages/redirects.ts';
import { ApiProblem } from '../problem.ts';
import { serverNow } from '../ui/clock.ts';
import { readRows, type ImportRow } from './read-rows.ts';

/** As many as one request takes. */
const MOST = 500;

const ask = (site: string, rows: readonly ImportRow[], dryRun: boolean) =>
  data(api.v1.sites[':site'].redirects.import.$post({ param: { site }, json: { rows: [...rows], dryRun } }));
type Result = Awaited<ReturnType<typeof ask>>['results'][number];

/** A line with its verdict; as it would be stored, where the server could read it. */
export interface JudgedRow extends ImportRow {
  readonly line: number;
  /** Null when nothing stands in its way. */
  readonly reason: string | null;
}
function reasonOf({ status, code = 'internal.error', fields, hops }: Result): string | null {
  if (status === 'ok') return null;
  if (fields) return Object.values(fields).join(' ');
  if (hops) return redirectWords.loop(hops);
  if (code === 'redirect.already_exists') return words.taken;
  return errorText(new ApiProblem({ status: 409, code }), {}, serverNow());
}
const judged = (rows: readonly ImportRow[], results: readonly Result[]): readonly JudgedRow[] =>
  rows.map((row, at) => {
    const result = results[at];
    const stored = result?.redirect;
    return {
      ...row,
      ...(stored ? { path: stored.path, target: stored.target, status: String(stored.status) } : {}),
      line: at + 1,
      reason: result ? reasonOf(result) : null,
    };
  });

/** The list from what was pasted to what was added: write, check, send the same lines. */
export function useImport(siteId: string) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const written = readRows(text);
  const rows = written.slice(0, MOST);
  const check = useMutation({
    mutationFn: async (asked: readonly ImportRow[]) => ({
      asked,
      lines: judged(asked, (await ask(siteId, asked, true)).results),
    }),
  });
  const send = useMutation({
    mutationFn: async (asked: readonly ImportRow[]) =>
      judged(asked, (await ask(siteId, asked, false)).results),
    onSettled: () => client.invalidateQueries({ queryKey: keys.site(siteId, 'redirects') }),
  });
  const refused = send.data?.filter(({ reason }) => reason !== null) ?? [];
  const refusedCsv = csvLines([
    ['path', 'target', 'status', 'reason'],
    ...refused.map(({ path, target, status, reason }) => [path, target, status, reason ?? '']),
  ]);
  const restart = () => {
    check.reset();
    send.reset();
  };
  return {
    step: send.data ? ('result' as const) : check.data ? ('check' as const) : ('write' as const),
    ...{ text, setText, check, send, refused, refusedCsv },
    found: rows.length,
    leftOut: written.length - rows.length,
    lines: check.data?.lines ?? [],
    added: (send.data?.length ?? 0) - refused.length,
    look: () => check.mutate(rows),
    back: restart,
    sendAll: () => check.data && send.mutate(check.data.asked),
    fixRefused: () => {
      setText(refusedCsv);
      restart();
    },
  };
}
export type Import = ReturnType<typeof useImport>;
