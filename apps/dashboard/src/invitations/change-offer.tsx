import type { SiteRole } from '@keyholder/domain';
import { useState, type FormEvent } from 'react';
import { invitationWords as words, pendingWords } from '../messages/invitations.ts';
import { RoleSelect } from '../role-select.tsx';
import type { SiteHere } from '../site-here.ts';
import { Field } from '../ui/field.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { useChangeOffer } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';

/** Another role for an open invitation: it is revoked and issued again in one step [R17]. */
export function ChangeOffer({
  site,
  invitation,
  onChanged,
}: {
  site: SiteHere;
  invitation: Invitation & { role: SiteRole };
  onChanged: (next: Invitation) => void;
}) {
  const [role, setRole] = useState(invitation.role);
  const change = useChangeOffer(site);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role !== invitation.role && !change.isPending)
      change.mutate({ invitation, role }, { onSuccess: onChanged });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col items-start gap-3">
      <Field label={pendingWords.role} help={words.changeHelp} className="w-full">
        <RoleSelect value={role} onChange={setRole} grantable={site.grantableRoles} />
      </Field>
      <ReasonButton
        type="submit"
        reason={role === invitation.role ? words.unchanged : undefined}
        busy={change.isPending}
        busyLabel={words.changing}
      >
        {words.changeRole}
      </ReasonButton>
    </form>
  );
}
