import type { GrantableAccountRole, SiteRole } from '@keyholder/domain';
import { useState, type FormEvent, type ReactNode } from 'react';
import { invitationWords as words, pendingWords } from '../messages/invitations.ts';
import { roleWords } from '../messages/roles.ts';
import { isSiteRole } from '../role-name.tsx';
import { RoleSelect } from '../role-select.tsx';
import type { SiteHere } from '../site-here.ts';
import { Field } from '../ui/field.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { useChangeOffer } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';

interface ChangeProps<Role> {
  invitation: Invitation;
  offered: Role;
  /** The control that chooses. */
  select: (value: Role, choose: (next: Role) => void) => ReactNode;
  onChanged: (next: Invitation) => void;
}

/** Another role for an open invitation: it is revoked and issued again in one step [R17]. */
export function ChangeOffer<Role extends SiteRole | GrantableAccountRole>({
  invitation,
  offered,
  select,
  onChanged,
}: ChangeProps<Role>) {
  const [role, setRole] = useState(offered);
  const change = useChangeOffer();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role !== offered && !change.isPending) change.mutate({ invitation, role }, { onSuccess: onChanged });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col items-start gap-3">
      <Field label={pendingWords.role} help={words.changeHelp} className="w-full">
        {select(role, setRole)}
      </Field>
      <ReasonButton
        type="submit"
        reason={role === offered ? words.unchanged : undefined}
        busy={change.isPending}
        busyLabel={words.changing}
      >
        {words.changeRole}
      </ReasonButton>
    </form>
  );
}

/** The same for an invitation to a site, with the roles that the viewer may offer there [R7]. */
export function ChangeSiteOffer({
  site,
  invitation,
  onChanged,
}: {
  site: SiteHere;
  invitation: Invitation;
  onChanged: (next: Invitation) => void;
}) {
  const { role, id } = invitation;
  if (!isSiteRole(role) || !site.grantableRoles.includes(role))
    return <p className="text-13 text-ink-2">{roleWords.onlyOwners}</p>;
  return (
    <ChangeOffer
      key={id}
      invitation={invitation}
      offered={role}
      select={(value, choose) => (
        <RoleSelect value={value} onChange={choose} grantable={site.grantableRoles} />
      )}
      onChanged={onChanged}
    />
  );
}
