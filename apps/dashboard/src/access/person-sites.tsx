import { SITE_ROLE_LABELS, SITE_ROLE_REACH, SITE_ROLES, type SiteRole } from '@keyholder/domain';
import { useState } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { roleWords } from '../messages/roles.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { ReachMark } from '../ui/reach-mark.tsx';
import { Select } from '../ui/select.tsx';
import type { AccessListProps } from './access-list.tsx';
import { choicesOf } from './cell-popup.tsx';
import { cellAt, type Cell } from './cells.ts';
import { whyFixed, type StandingOn } from './may-change.ts';
import type { AccessPerson } from './model.ts';
import { keyOf } from './staging.ts';

const NONE = 'none';
type Value = SiteRole | typeof NONE;
const toValue = (role: SiteRole | null): Value => role ?? NONE;
const toRole = (value: Value): SiteRole | null => SITE_ROLES.find((role) => role === value) ?? null;

/** One person's sites, a select for each; those without access open on demand. */
export function PersonSites({
  person,
  access,
  staging,
  standingOn,
  invitationLink,
}: Omit<AccessListProps, 'stale'> & { person: AccessPerson }) {
  const [all, setAll] = useState(false);
  const staged = new Map(staging.changes.map((change) => [keyOf(change), change]));
  const refused = new Map([...staging.refused].map(([key, { reason }]) => [key, reason]));
  const cells = access.sites.flatMap(
    (site) =>
      cellAt(
        ...([access, staged, refused] as const),
        { kind: 'person', key: person.id, person },
        { kind: 'site', key: site.id, site },
      ) ?? [],
  );
  const told = cells.filter((cell) => cell.held || cell.offer || cell.staged || cell.refused !== undefined);
  const shown = all || told.length === 0 ? cells : told;
  return (
    <>
      <ul className="divide-y divide-line">
        {shown.map((cell) => (
          <li key={cell.site.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 flex-1 basis-40 text-13 [overflow-wrap:anywhere]">{cell.site.name}</span>
            <SiteRoleCell
              {...{ cell, person, standingOn }}
              link={cell.offer && invitationLink(cell.site.id, cell.offer.id)}
              onChange={(to) =>
                staging.stage([{ person, site: cell.site, from: cell.held?.role ?? null, to }])
              }
            />
          </li>
        ))}
      </ul>
      {shown.length < cells.length && (
        <Button kind="link" size="small" onClick={() => setAll(true)}>
          {words.others(cells.length - shown.length)}
        </Button>
      )}
    </>
  );
}

function SiteRoleCell({
  cell,
  person,
  standingOn,
  link,
  onChange,
}: {
  cell: Cell;
  person: AccessPerson;
  standingOn: StandingOn;
  link: string | undefined;
  onChange: (role: SiteRole | null) => void;
}) {
  const { held, offer, site, staged } = cell;
  if (offer && link !== undefined)
    return (
      <a href={link} className={cx('text-13', offer.expired ? 'text-danger' : 'text-warn')}>
        {SITE_ROLE_LABELS[offer.role]}, {words.offered(offer.expired)}
      </a>
    );
  const why = whyFixed(standingOn, cell);
  if (why !== null)
    return (
      <span className="text-13">
        {held && (
          <span className="flex items-center gap-2">
            <ReachMark level={SITE_ROLE_REACH[held.role]} />
            {SITE_ROLE_LABELS[held.role]}
          </span>
        )}
        <span className="block text-12 text-ink-3">{why}</span>
      </span>
    );
  const value = toValue(staged ? staged.to : (held?.role ?? null));
  return (
    <span className={cx('w-56 max-md:w-full', staged && 'rounded-2 bg-accent-soft')}>
      <Select<Value>
        label={words.roleOf(person.name, site.name)}
        value={value}
        placeholder={roleWords.choose}
        options={choicesOf([cell], standingOn).map(({ value: role, mark, ...choice }) => ({
          ...{ label: choice.label, unavailable: choice.unavailable },
          value: toValue(role),
          mark,
        }))}
        onChange={(next) => onChange(toRole(next))}
      />
      {staged && (
        <span className="block px-2 pb-1 text-12 text-ink-2">
          {words.stagedFrom(staged.from && SITE_ROLE_LABELS[staged.from])}
        </span>
      )}
      {cell.refused !== undefined && (
        <span role="alert" className="block px-2 pb-1 text-12 text-danger">
          {cell.refused}
        </span>
      )}
    </span>
  );
}
