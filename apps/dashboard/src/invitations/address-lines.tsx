import type { SiteRole } from '@keyholder/domain';
import type { ReactNode } from 'react';
import { ButtonLink } from '../links.tsx';
import { errorText } from '../messages/errors.ts';
import { inviteWords as words } from '../messages/invitations.ts';
import type { ApiProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import { useMembersPlace } from '../members-place.ts';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { cx } from '../ui/cx.ts';
import { agoText, untilText } from '../ui/time-text.ts';
import type { AddressFacts } from './address-check.ts';
import type { Invitation } from './invitation-queries.ts';

export interface Address {
  readonly email: string;
  /** Not an address at all. */
  readonly malformed: boolean;
  /** What was probably meant. */
  readonly meant: string | null;
  /** Undefined while they are looked up. */
  readonly facts: AddressFacts | undefined;
  /** What the server said when it was sent. */
  readonly refusal: ApiProblem | undefined;
}
/** Cannot be invited as things are. */
export const isBlocked = ({ malformed, facts }: Address): boolean =>
  malformed || (facts?.member ?? facts?.invitation ?? null) !== null;

interface AddressLinesProps {
  site: SiteHere;
  addresses: readonly Address[];
  role: SiteRole | null;
  busy: string | null;
  onReplace: (email: string, by: string) => void;
  onResend: (invitation: Invitation) => void;
  onAssign: (person: NonNullable<AddressFacts['person']>) => void;
}

/** Under the chips: what there is to know about each address, and the better way where there is one. */
export function AddressLines(props: AddressLinesProps) {
  const lines = props.addresses.flatMap((address) => {
    const line = lineFor(address, props);
    return line ? [{ address, ...line }] : [];
  });
  if (lines.length === 0) return null;
  const many = props.addresses.length > 1;
  return (
    <div role="status">
      <ul className="flex flex-col text-13">
        {lines.map(({ address, text, action, bad }) => (
          <li key={address.email} className={cx('py-1 coarse:py-2', bad ? 'text-danger' : 'text-ink-2')}>
            {many && <b className="font-semibold">{address.email}: </b>}
            {text} {action}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A button that stands in a sentence. */
const inText = '-my-1 align-middle coarse:-my-3';

const ChangeRole = ({ user }: { user: string }) => (
  <ButtonLink
    kind="link"
    size="small"
    className={inText}
    {...useMembersPlace().member(user)}
    search={{}}
    hash="role"
  >
    {words.changeRole}
  </ButtonLink>
);

interface Line {
  text: string;
  bad?: boolean;
  action?: ReactNode;
}
function lineFor(
  address: Address,
  { site, role, busy, onReplace, onResend, onAssign }: AddressLinesProps,
): Line | null {
  const { email, malformed, meant, facts, refusal } = address;
  const press = (label: string, act: () => void) => (
    <Button kind="link" size="small" className={inText} busy={busy === email} onClick={act}>
      {label}
    </Button>
  );
  if (malformed) return { text: words.malformed, bad: true };
  if (facts?.member) {
    const { user, you } = facts.member;
    return {
      text: you ? words.yourself : words.active(user.name, roleLabel(facts.member.role)),
      action: !you && <ChangeRole user={user.id} />,
    };
  }
  if (facts?.invitation) {
    const pending = facts.invitation;
    return {
      text: pendingText(pending),
      action: press(words.resendInstead, () => onResend(pending)),
    };
  }
  if (refusal)
    return {
      text: errorText(
        refusal,
        { email, site: site.name, account: site.account.name, role: role ? roleLabel(role) : undefined },
        serverNow(),
      ),
      bad: true,
    };
  if (facts?.person) {
    const { person } = facts;
    return { text: words.inAccount(person.user.name), action: press(words.assign, () => onAssign(person)) };
  }
  if (meant) return { text: words.typo(meant), action: press(words.useTypo, () => onReplace(email, meant)) };
  return null;
}

function pendingText({ sentAt, role, expiresAt }: Invitation): string {
  const now = serverNow();
  const end = Date.parse(expiresAt);
  return words.pending(
    agoText(Date.parse(sentAt), now),
    roleLabel(role),
    end <= now ? words.expired : words.expiresIn(untilText(end, now)),
  );
}
