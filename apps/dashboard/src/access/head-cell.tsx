import { Link } from '@tanstack/react-router';
import { accessWords as words } from '../messages/access.ts';
import { useAccount } from '../session/account.ts';
import type { Head } from './layout.ts';
import type { Tally } from './model.ts';

/** The name at the head of a row or column: it leads to the person, or to the site's members. */
export function HeadName({
  head,
  at,
  focused,
  clamp,
}: {
  head: Head;
  at: string;
  focused: boolean;
  /** In the head of a column: two lines. */
  clamp: boolean;
}) {
  const account = useAccount();
  const shared = {
    ...{ 'data-at': at, tabIndex: focused ? 0 : -1 },
    className: clamp
      ? 'line-clamp-2 [overflow-wrap:anywhere] text-ink-2 no-underline hover:underline focus-visible:outline-offset-0'
      : 'truncate font-semibold no-underline hover:underline focus-visible:outline-offset-0',
  } as const;
  if (head.kind === 'person')
    return (
      <Link
        to="/$account/members/$user"
        params={{ account: account.slug, user: head.person.id }}
        title={head.person.email}
        {...shared}
      >
        {head.person.name}
      </Link>
    );
  if (head.kind === 'site')
    return (
      <Link
        to="/$account/sites/$site/members"
        params={{ account: account.slug, site: head.site.id }}
        {...shared}
      >
        {head.site.name}
      </Link>
    );
  if (head.kind === 'group') return words.group(head.title, head.count);
  return (
    <span {...shared} title={head.email}>
      {head.email}
    </span>
  );
}

/** "14 sites", "12 people": how far a row or column reaches. */
export const countOf = (head: Head, { all }: Tally): string =>
  head.kind === 'site' ? words.people(all) : words.sites(all);

/** How many people are managed from here: the end of a row or column. */
export const managing = (head: Head, tally: Tally): string =>
  head.kind === 'site' ? words.managedBy(tally.managing) : words.managesOn(tally.managing);
