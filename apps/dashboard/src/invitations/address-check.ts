import { canonicalEmail } from '@keyholder/domain';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import type { SiteHere } from '../site-here.ts';

const SMALL = '100';
const FEW = '10';
const FRESH_MS = 15_000;

interface Page<Row> {
  items: readonly Row[];
  nextCursor: string | null;
}
interface Wish {
  limit: string;
  q?: string;
}

/** Looks in the first page when that is the whole list, else asks the server for the address. */
async function find<Row>(
  client: QueryClient,
  queryKey: readonly unknown[],
  read: (wish: Wish) => Promise<Page<Row>>,
  email: string,
  emailOf: (row: Row) => string,
): Promise<Row | undefined> {
  const is = (row: Row) => emailOf(row) === email;
  const first = await client.fetchQuery({
    queryKey,
    queryFn: () => read({ limit: SMALL }),
    staleTime: FRESH_MS,
  });
  if (first.nextCursor === null) return first.items.find(is);
  return (await read({ limit: FEW, q: email })).items.find(is);
}

const readMembers = (site: string) => (query: Wish) =>
  data(api.v1.sites[':site'].members.$get({ param: { site }, query }));
const readPending = (site: string) => (query: Wish) =>
  data(api.v1.sites[':site'].invitations.$get({ param: { site }, query }));
const readPeople = (account: string) => (query: Wish) =>
  data(api.v1.accounts[':account'].members.$get({ param: { account }, query }));

/**
 * A dry run for one address, from lists that the viewer may read: already on the site, already invited, or (with
 * `team.read`) already in the account. Only a help; the server decides when it is sent.
 */
export const addressQuery = (site: SiteHere, readsTeam: boolean, email: string) =>
  queryOptions({
    queryKey: keys.site(site.id, 'address', email, readsTeam),
    queryFn: async ({ client }) => {
      const [member, invitation, person] = await Promise.all([
        find(
          client,
          keys.site(site.id, 'check', 'members'),
          readMembers(site.id),
          email,
          (row) => row.user.email,
        ),
        find(client, keys.site(site.id, 'check', 'pending'), readPending(site.id), email, (row) => row.email),
        readsTeam
          ? find(
              client,
              keys.account(site.account.id, 'check', 'people'),
              readPeople(site.account.id),
              email,
              (row) => row.user.email,
            )
          : undefined,
      ]);
      return {
        member: member && !member.ended ? member : null,
        invitation: invitation ?? null,
        person: person ?? null,
      };
    },
  });
export type AddressFacts = Awaited<ReturnType<NonNullable<ReturnType<typeof addressQuery>['queryFn']>>>;

/** People of the account who are not on this site, for what is being typed. */
export const suggestionsQuery = (site: SiteHere, draft: string) =>
  queryOptions({
    queryKey: keys.account(site.account.id, 'suggest', draft),
    queryFn: async ({ signal }) => {
      // A short rest: with the next letter this one is out of date, and is never asked.
      await new Promise((resolve) => setTimeout(resolve, 120));
      if (signal.aborted) return [];
      const { items } = await readPeople(site.account.id)({ limit: FEW, q: draft });
      return items.filter((person) => !person.sites.some((each) => each.site.id === site.id && !each.ended));
    },
  });

const KNOWN = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
];

/** The address with the domain that was probably meant, or null: one slip away from a well-known one. */
export function likelyAddress(email: string): string | null {
  const [local, domain] = email.split('@');
  if (!local || !domain || KNOWN.includes(domain) || canonicalEmail(email) === null) return null;
  const meant = KNOWN.find((known) => oneSlip(domain, known));
  return meant === undefined ? null : `${local}@${meant}`;
}

/** One letter missing, too much, wrong, or two swapped. */
function oneSlip(typed: string, meant: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const rest = (skipTyped: number, skipMeant: number) =>
    typed.slice(at + skipTyped) === meant.slice(at + skipMeant);
  const swapped =
    typed[at] !== undefined && typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && rest(2, 2);
  return rest(1, 0) || rest(0, 1) || rest(1, 1) || swapped;
}
