import type { Moment, NewMail, WriteTx } from '@keyholder/db';
import type { SiteRole, UserId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { selfAssignedMails, sitesAssignedMail } from './assignment-mails.ts';
import type { JudgedChange } from './judge-access-changes.ts';
import { accessRemovedMail, roleChangedMail } from './role-change-record.ts';
import { readOwnersOf } from './site-member-repository.ts';

/** The mails that the single commands would send; whoever is assigned to several sites gets one for all [R35]. */
export async function accessMails(
  tx: WriteTx,
  account: AccountAccess,
  by: PersonAccess,
  changes: readonly JudgedChange[],
  { now, correlationId }: Moment,
): Promise<NewMail[]> {
  const single = changes.flatMap(({ step, person, site, held, role }, generation): NewMail[] => {
    const occasion = {
      ...{ correlationId, generation, recipient: person.email },
      ...{ accountName: account.name, siteName: site.name },
    };
    if (step === 'remove') return [accessRemovedMail(occasion, by)];
    return step === 'change' && held && role
      ? [roleChangedMail(occasion, by, { from: held.role, to: role })]
      : [];
  });
  const assigned = assignmentsByPerson(changes);
  const others = [...assigned.values()].filter(({ person }) => person.userId !== by.userId);
  const own = assigned.get(by.userId)?.items ?? [];
  const siteIds = own.map((item) => item.siteId);
  return [
    ...single,
    ...others.map(({ person, items }, generation) =>
      sitesAssignedMail(correlationId, account, by, person.email, items, generation),
    ),
    ...(own.length === 0
      ? []
      : selfAssignedMails(correlationId, account, by, own, await readOwnersOf(tx, siteIds, by.userId, now))),
  ];
}

interface Assigned {
  readonly person: JudgedChange['person'];
  readonly items: {
    readonly siteId: JudgedChange['site']['id'];
    readonly site: JudgedChange['site'];
    readonly role: SiteRole;
  }[];
}

function assignmentsByPerson(changes: readonly JudgedChange[]): ReadonlyMap<UserId, Assigned> {
  const people = new Map<UserId, Assigned>();
  for (const { step, person, site, role } of changes) {
    if (step !== 'assign' || role === null) continue;
    const known = people.get(person.userId) ?? { person, items: [] };
    known.items.push({ siteId: site.id, site, role });
    people.set(person.userId, known);
  }
  return people;
}
