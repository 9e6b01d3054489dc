import type { GrantableAccountRole, SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import type { SiteHere } from '../site-here.ts';
import { refreshInvitations, type Place } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';

export interface SendResult {
  readonly sent: readonly Invitation[];
  readonly refused: ReadonlyMap<string, ApiProblem>;
}
interface Wish<Role> {
  readonly emails: readonly string[];
  readonly role: Role;
  readonly note: string;
}
type Post<Role> = (json: { email: string; role: Role; note?: string }) => Promise<Invitation>;

export const toSite =
  ({ id }: SiteHere): Post<SiteRole> =>
  (json) =>
    data(api.v1.sites[':site'].invitations.$post({ param: { site: id }, json }));
export const toAccount =
  ({ id }: Place['account']): Post<GrantableAccountRole> =>
  (json) =>
    data(api.v1.accounts[':account'].invitations.$post({ param: { account: id }, json }));

/** After one of these the next address would fail the same way. */
const HOPELESS = [
  'network',
  'offline',
  'auth.required',
  'service.unavailable',
  'permission.denied',
  'not_found',
] as const;

/** One request per address, one after the other; each succeeds or is refused on its own. */
export function useSend<Role>(place: Place, post: Post<Role>) {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const send = useMutation({
    mutationFn: async ({ emails, role, note }: Wish<Role>): Promise<SendResult> => {
      const sent: Invitation[] = [];
      const refused = new Map<string, ApiProblem>();
      let hopeless: ApiProblem | null = null;
      setDone(0);
      for (const email of emails) {
        try {
          if (hopeless) throw hopeless;
          sent.push(await post({ email, role, ...(note === '' ? {} : { note }) }));
        } catch (error) {
          const problem = asProblem(error);
          refused.set(email, problem);
          if (problem.is(...HOPELESS)) hopeless = problem;
        }
        setDone((n) => n + 1);
      }
      return { sent, refused };
    },
    onSettled: () => void refreshInvitations(client, place),
  });
  return { ...send, done };
}
