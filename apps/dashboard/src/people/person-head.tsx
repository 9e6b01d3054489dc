import { ACCOUNT_ROLE_LABELS, isAccountOwner } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { shellWords } from '../messages/shell.ts';
import { peopleWords, personWords as words } from '../messages/people.ts';
import { LeaveDialog, type Leaving } from '../session/leave-dialog.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Breadcrumb, PageHeader } from '../ui/page-header.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { DateOnly, Time } from '../ui/time.tsx';
import { AccountRoleCell } from './account-role-cell.tsx';
import type { Person } from './people-queries.ts';

/** Who this is, and what can be done about them as a whole. */
export function PersonHead({
  person,
  onAssign,
  onRemove,
}: {
  person: Person;
  /** Absent where the viewer manages people on no site. */
  onAssign: (() => void) | undefined;
  onRemove: () => void;
}) {
  const account = useAccount();
  const may = useMay();
  const { user, role } = person;
  const owns = isAccountOwner({ accountRole: role });
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb label={shellWords.breadcrumb}>
            {[
              <Link key="members" to="/$account/members" params={{ account: account.slug }}>
                {shellWords.members}
              </Link>,
              user.name,
            ]}
          </Breadcrumb>
        }
        title={user.name}
        below={<Address email={user.email} />}
        actions={
          <>
            {onAssign && <Button onClick={onAssign}>{words.assign}</Button>}
            {person.you ? (
              <Leave owns={owns} />
            ) : (
              may('team.manage') && (
                <ReasonButton
                  kind="danger-quiet"
                  reason={owns ? words.onlyThey(user.name) : undefined}
                  onClick={onRemove}
                >
                  {words.remove}
                </ReasonButton>
              )
            )}
          </>
        }
      />
      <dl className="mb-3 flex flex-wrap gap-x-10 gap-y-3 rounded-3 border border-line bg-surface px-4 py-2.5">
        <Fact term={peopleWords.accountRole}>
          {person.manageable ? (
            <AccountRoleCell person={person} />
          ) : (
            <>
              {ACCOUNT_ROLE_LABELS[role]}
              {may('team.manage') && (
                <span className="block text-12 text-ink-3">
                  {person.you ? words.ownRole : words.onlyThey(user.name)}
                </span>
              )}
            </>
          )}
        </Fact>
        <Fact term={words.joined}>
          <DateOnly at={person.joinedAt} />
        </Fact>
        <Fact term={peopleWords.lastActive}>
          {person.lastActiveAt ? <Time at={person.lastActiveAt} /> : peopleWords.never}
        </Fact>
      </dl>
    </>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-12 text-ink-3">{term}</dt>
    <dd className="flex min-h-8 flex-col justify-center text-14">{children}</dd>
  </div>
);

function Address({ email }: { email: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <span className="font-mono text-13 text-ink-3 [overflow-wrap:anywhere]">{email}</span>
      <Button
        kind="quiet"
        size="small"
        aria-label={`${copied ? words.copied : words.copy} ${email}`}
        onClick={() => void navigator.clipboard.writeText(email).then(() => setCopied(true))}
      >
        {copied ? words.copied : words.copy}
      </Button>
    </span>
  );
}

function Leave({ owns }: { owns: boolean }) {
  const account = useAccount();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  return (
    <>
      <ReasonButton
        kind="danger-quiet"
        reason={owns ? words.ownerStays : undefined}
        onClick={() => setLeaving({ what: 'account', id: account.id, name: account.name })}
      >
        {words.leave}
      </ReasonButton>
      <LeaveDialog leaving={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}
