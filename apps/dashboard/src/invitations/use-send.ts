import type { SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, data } from '../api.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import type { SiteHere } from '../site-here.ts';
import { refreshInvitations } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';

export interface SendResult {
  readonly sent: readonly Invitation[];
  readonly refused: ReadonlyMap<string, ApiProblem>;
}
interface Wish {
  readonly emails: readonly string[];
  readonly role: SiteRole;
  readonly note: string;
}

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
export function useSend(site: SiteHere) {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const send = useMutation({
    mutationFn: async ({ emails, role, note }: Wish): Promise<SendResult> => {
      const sent: Invitation[] = [];
      const refused = new Map<string, ApiProblem>();
      let hopeless: ApiProblem | null = null;
      setDone(0);
      for (const email of emails) {
        try {
          if (hopeless) throw hopeless;
          sent.push(
            await data(
              api.v1.sites[':site'].invitations.$post({
                param: { site: site.id },
                json: { email, role, ...(note === '' ? {} : { note }) },
              }),
            ),
          );
        } catch (error) {
          const problem = asProblem(error);
          refused.set(email, problem);
          if (problem.is(...HOPELESS)) hopeless = problem;
        }
        setDone((n) => n + 1);
      }
      return { sent, refused };
    },
    onSettled: () => void refreshInvitations(client, site),
  });
  return { ...send, done };
}
