import { queryOptions } from '@tanstack/react-query';
import { request } from '../request.ts';
import { readProblem } from '../problem.ts';

export interface DevMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: string;
}
const LIVE_MS = 2_000;

/** Newest first. Outside the typed client: the route does not exist in production. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: async (): Promise<readonly DevMail[]> => {
    const response = await request('/api/dev/mailbox');
    if (!response.ok) throw await readProblem(response);
    const body = (await response.json()) as { items: DevMail[] } | DevMail[];
    const items = Array.isArray(body) ? body : body.items;
    return items.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
  },
  refetchInterval: LIVE_MS,
});
