import { SITE_ROLE_LABELS, SITE_ROLES } from '@keyholder/domain';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { cx } from '../ui/cx.ts';
import { MoreRows } from '../ui/more-rows.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { StandingOn } from './may-change.ts';
import type { Access, AccessPerson } from './model.ts';
import { PersonSites } from './person-sites.tsx';
import type { Staging } from './use-staging.ts';

const PAGE = 50;

export interface AccessListProps {
  access: Access;
  staging: Staging;
  standingOn: StandingOn;
  stale: boolean;
  invitationLink: (siteId: string, id: string) => string;
}

/** The same data as sentences: a person, and under it one role for each site. */
export function AccessList({ access, stale, ...rest }: AccessListProps) {
  const [shown, setShown] = useState(PAGE);
  const people = access.people.slice(0, shown);
  return (
    <>
      <ul
        className={cx('divide-y divide-line rounded-3 border border-line bg-surface', stale && 'opacity-60')}
        aria-busy={stale || undefined}
      >
        {people.map((person) => (
          <PersonEntry key={person.id} person={person} access={access} {...rest} />
        ))}
      </ul>
      {shown < access.people.length && (
        <MoreRows
          label={words.showMore}
          busyLabel={words.showingMore}
          text={words.shownOf(people.length, access.people.length)}
          busy={false}
          onMore={() => setShown(shown + PAGE)}
        />
      )}
    </>
  );
}

interface EntryProps extends Omit<AccessListProps, 'stale'> {
  person: AccessPerson;
}
function PersonEntry({ person, ...props }: EntryProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const own = props.staging.changes.filter((change) => change.person.id === person.id).length;
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="flex w-full items-start gap-2 rounded-3 px-3 py-2.5 text-left hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden="true"
          size={16}
          strokeWidth={1.5}
          className={cx(
            'mt-0.5 flex-none text-ink-3 transition-transform duration-(--dur-2)',
            open && 'rotate-90',
          )}
        />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold [overflow-wrap:anywhere]">{person.name}</span>
            {own > 0 && <StatusPill tone="ok">{words.changed(own)}</StatusPill>}
          </span>
          <span className="block text-13 text-ink-2">{words.rolesOf(rolesOf(props.access, person))}</span>
        </span>
      </button>
      {open && (
        <div id={id} className="px-3 pb-3 pl-9 max-md:pl-3">
          <PersonSites person={person} {...props} />
        </div>
      )}
    </li>
  );
}

/** "Owner on 2 sites, and Developer on 1 site". */
function rolesOf(access: Access, person: AccessPerson): readonly { role: string; n: number }[] {
  const held = access.sites.flatMap((site) => access.held(person.id, site.id)?.role ?? []);
  return SITE_ROLES.map((role) => ({
    role: SITE_ROLE_LABELS[role],
    n: held.filter((each) => each === role).length,
  })).filter(({ n }) => n > 0);
}
