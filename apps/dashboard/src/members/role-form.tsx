import type { SiteRole } from '@keyholder/domain';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { memberWords as words, membersWords } from '../messages/members.ts';
import { asProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { RoleSelect } from '../role-select.tsx';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { useChangeMember, type MemberChange } from './change-member.ts';
import { dayOf, endOfDay } from './day.ts';
import { DifferenceBox } from './difference-box.tsx';
import type { SiteMember } from './member-queries.ts';

export interface RoleFormProps {
  site: SiteHere;
  member: SiteMember;
  readsTeam: boolean;
  /** Changing the role would leave the site without an Owner. */
  ownerless: boolean;
  chooseOwner: ReactNode;
  /** Where focus starts. */
  part: 'role' | 'until' | undefined;
}

/** Role and end of access of one member, saved together and only over what was shown (If-Match). */
export function RoleForm({ site, member, readsTeam, ownerless, chooseOwner, part }: RoleFormProps) {
  // What the viewer saw when they began; the member may change under the open form.
  const [base, setBase] = useState(member);
  const [role, setRole] = useState<SiteRole>(member.role);
  const [day, setDay] = useState(dayOf(member.accessUntil));
  const [fault, setFault] = useState<string | undefined>();
  const save = useChangeMember(site, member);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (part)
      box.current
        ?.querySelector<HTMLElement>(part === 'role' ? '[role=combobox]' : 'input[type=date]')
        ?.focus();
  }, [part]);
  const newRole = role !== base.role;
  const newEnd = day !== dayOf(base.accessUntil);
  const changed = newRole || newEnd;
  const moved = member.etag !== base.etag;
  if (moved && !save.isPending && (!changed || (role === member.role && day === dayOf(member.accessUntil)))) {
    setBase(member);
    setRole(member.role);
    setDay(dayOf(member.accessUntil));
  }
  const change: MemberChange = {
    ...(newRole ? { role } : {}),
    ...(newEnd ? { accessUntil: endOfDay(day) } : {}),
  };
  const problem = save.error ? asProblem(save.error) : null;
  const refused = problem?.is('member.changed') ?? false;
  const stale = refused || (moved && changed && !save.isPending);
  const serverFault = problem?.fields.find(({ field }) => field === 'accessUntil')?.message;

  const send = (etag: string) => {
    const end = endOfDay(day);
    const past = newEnd && end !== null && Date.parse(end) <= serverNow();
    setFault(past ? words.untilPast : undefined);
    if (past) box.current?.querySelector<HTMLElement>('input[type=date]')?.focus();
    else if (changed && !save.isPending) save.mutate({ etag, change });
  };
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!stale) send(base.etag);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    submit(event);
  };
  return (
    <form ref={box} noValidate onSubmit={submit} onKeyDown={keys} className="flex flex-col gap-4">
      <Field label={membersWords.role}>
        <RoleSelect value={role} onChange={setRole} grantable={site.grantableRoles} />
      </Field>
      {newRole && <DifferenceBox from={base.role} to={role} />}
      {newRole && ownerless && (
        <Note tone="warn" action={chooseOwner}>
          {words.noOwner(site.name, site.account.name)}
        </Note>
      )}
      <Field label={membersWords.accessUntil} help={words.untilHelp} error={fault ?? serverFault}>
        <span className="flex items-center gap-2">
          <TextInput
            type="date"
            value={day}
            min={dayOf(new Date(serverNow()).toISOString())}
            onChange={(event) => setDay(event.target.value)}
            className="max-w-48"
          />
          {day !== '' && (
            <Button kind="quiet" onClick={() => setDay('')}>
              {words.clearEnd}
            </Button>
          )}
        </span>
      </Field>
      {stale && (
        <ChangedMeanwhile
          site={site}
          member={member}
          problem={refused ? problem : null}
          mine={newRole ? role : undefined}
          readsTeam={readsTeam}
          busy={save.isPending}
          onKeep={(theirs) => {
            setBase(theirs);
            setRole(theirs.role);
            setDay(dayOf(theirs.accessUntil));
            save.reset();
          }}
          onSaveMine={(theirs) => send(theirs.etag)}
        />
      )}
      {problem && !stale && !serverFault && (
        <ProblemNote problem={problem} facts={{ name: member.user.name, site: site.name }} />
      )}
      <div>
        <ReasonButton
          type="submit"
          kind="primary"
          reason={stale ? words.decide : changed ? undefined : words.unchanged}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </ReasonButton>
      </div>
    </form>
  );
}
