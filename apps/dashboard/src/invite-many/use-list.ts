import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '../messages/errors.ts';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { serverNow } from '../ui/clock.ts';
import { dryRunQuery, keyOf, useSendMany, type Verdict } from './batch.ts';
import { readLines } from './read-lines.ts';
import { offersOf, understand, type Defaults, type Line, type Site, type Understood } from './understand.ts';

/** As many as one request takes [R25]. */
const MOST = 500;

/** A line with what stands in its way: null when nothing does, undefined while it is looked up. */
export interface Judged extends Understood {
  readonly reason: string | null | undefined;
}
type Verdicts = ReadonlyMap<string, Verdict>;

function judge(each: Understood, verdicts: Verdicts): Judged {
  const [offer] = offersOf([each]);
  if (each.fault !== null || !offer) return { ...each, reason: words.faults[each.fault ?? 'siteMissing'] };
  const verdict = verdicts.get(keyOf(offer));
  if (verdict === undefined || verdict === 'ok') return { ...each, reason: verdict && null };
  // Who is there already holds a role that this answer does not tell: not the offered one.
  const role = verdict.is('member.already_active') ? undefined : SITE_ROLE_LABELS[offer.role];
  const facts = { email: each.email, site: each.site?.name, role };
  return { ...each, reason: errorText(verdict, facts, serverNow()) };
}

export interface Result {
  readonly sent: number;
  readonly rest: readonly Judged[];
}

/** The list from what was pasted to what was sent: write, check and fix, send, retry the rest. */
export function useList(account: { readonly id: string }, sites: readonly Site[], first: Defaults) {
  const [text, setText] = useState('');
  const [defaults, setDefaults] = useState(first);
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const send = useSendMany(account.id);
  const written = readLines(text);
  const understood = understand(lines ?? [], sites, defaults);
  const dryRun = useQuery({
    ...dryRunQuery(account.id, offersOf(understood)),
    // While they go out their verdicts change under us.
    ...(result === null && !send.isPending ? {} : { enabled: false }),
  });
  const judged = understood.map((each) => judge(each, dryRun.data ?? new Map()));
  const ready = judged.filter(({ reason }) => reason === null);

  const sendOut = (all: readonly Judged[], these: readonly Judged[], before: number) =>
    send.mutate(offersOf(these), {
      onSuccess: (verdicts) => {
        const after = all.map((each) => (these.includes(each) ? judge(each, verdicts) : each));
        const rest = after.filter(({ reason }) => reason !== null);
        setResult({ sent: before + after.length - rest.length, rest });
      },
    });
  return {
    step: result ? ('result' as const) : lines ? ('check' as const) : ('write' as const),
    ...{ text, setText, defaults, setDefaults, judged, ready, result, dryRun, send },
    found: Math.min(MOST, written.length),
    leftOut: Math.max(0, written.length - MOST),
    check: () => setLines(written.slice(0, MOST).map((each, at) => ({ ...each, id: at + 1 }))),
    back: () => setLines(null),
    write: (line: Line) => setLines((old) => old?.map((each) => (each.id === line.id ? line : each)) ?? old),
    drop: (id: number) => setLines((old) => old?.filter((each) => each.id !== id) ?? old),
    sendReady: () => sendOut(judged, ready, 0),
    retry: () =>
      result &&
      sendOut(
        result.rest,
        result.rest.filter(({ fault }) => fault === null),
        result.sent,
      ),
    fixRest: () => {
      setLines(result?.rest.map(({ line }) => line) ?? []);
      setResult(null);
    },
  };
}
export type List = ReturnType<typeof useList>;
