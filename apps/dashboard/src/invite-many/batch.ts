import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { ApiProblem, asProblem } from '../problem.ts';
import type { Offer } from './understand.ts';

/** What the server says of an offer. */
export type Verdict = 'ok' | ApiProblem;
/** A verdict holds for an offer as it was judged: a changed line has none. */
export const keyOf = ({ id, email, siteId, role }: Offer): string => `${id} ${email} ${siteId} ${role}`;

async function ask(account: string, offers: readonly Offer[], dryRun: boolean): Promise<readonly Verdict[]> {
  const rows = offers.map(({ email, siteId, role }) => ({ email, siteId, role }));
  const { results } = await data(
    api.v1.accounts[':account'].invitations.batch.$post({ param: { account }, json: { rows, dryRun } }),
  );
  return results.map(({ status, code = '', invitation }) =>
    status === 'ok'
      ? 'ok'
      : new ApiProblem({ status: 409, code, ...(invitation ? { members: { invitation } } : {}) }),
  );
}
const byKey = (offers: readonly Offer[], verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> =>
  new Map(offers.flatMap((offer, at) => (verdicts[at] ? [[keyOf(offer), verdicts[at]] as const] : [])));

/** What would become of each offer if all were sent now [R25]; changes nothing. */
export const dryRunQuery = (account: string, offers: readonly Offer[]) =>
  queryOptions({
    queryKey: keys.account(account, 'dry-run', offers),
    queryFn: async () => byKey(offers, await ask(account, offers, true)),
    enabled: offers.length > 0,
    placeholderData: keepPreviousData,
    // Every look at the preview is a fresh one.
    staleTime: 0,
  });

/** So many in one request: there is something to tell while 500 go out, and a lost connection loses one part only. */
const PART = 100;

/** Sends the offers part by part; each is sent or refused on its own. After a failed request nothing more is tried. */
export function useSendMany(account: string) {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const send = useMutation({
    mutationFn: async (offers: readonly Offer[]) => {
      const verdicts: Verdict[] = [];
      let failed: ApiProblem | null = null;
      setDone(0);
      for (let from = 0; from < offers.length; from += PART) {
        const part = offers.slice(from, from + PART);
        try {
          if (failed) throw failed;
          verdicts.push(...(await ask(account, part, false)));
        } catch (error) {
          const problem = (failed = asProblem(error));
          verdicts.push(...part.map(() => problem));
        }
        setDone(Math.min(offers.length, from + PART));
      }
      return byKey(offers, verdicts);
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.account(account) }),
        client.invalidateQueries({ queryKey: ['site'] }),
      ]),
  });
  return { ...send, done };
}
