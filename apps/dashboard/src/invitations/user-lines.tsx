import { canonicalEmail, type AccountRole } from '@keyholder/domain';
import { errorText } from '../messages/errors.ts';
import { inviteWords as words } from '../messages/invitations.ts';
import type { ApiProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { cx } from '../ui/cx.ts';
import { likelyAddress } from './address-check.ts';
import type { Invitation } from './invitation-queries.ts';

interface UserLinesProps {
  account: { readonly name: string };
  emails: readonly string[];
  refused: ReadonlyMap<string, ApiProblem>;
  role: AccountRole | null;
  /** The address that is being resent. */
  busy: string | null;
  onReplace: (email: string, by: string) => void;
  onResend: (invitation: Invitation) => void;
}

interface Line {
  email: string;
  text: string;
  bad?: boolean;
  act?: { label: string; press: () => void } | undefined;
}

/** Under the chips: what is wrong with an address and the better way where there is one. */
export function UserLines({ account, emails, refused, role, busy, onReplace, onResend }: UserLinesProps) {
  const lines = emails.flatMap((email): Line[] => {
    const problem = refused.get(email);
    const meant = likelyAddress(email);
    if (canonicalEmail(email) === null) return [{ email, text: words.malformed, bad: true }];
    if (problem) {
      const member = problem.members['member'] as { name: string } | undefined;
      const facts = {
        email,
        name: member?.name,
        account: account.name,
        role: role ? roleLabel(role) : undefined,
      };
      const pending = problem.members['invitation'] as Invitation | undefined;
      const act = pending && { label: words.resendInstead, press: () => onResend(pending) };
      return [{ email, text: errorText(problem, facts, serverNow()), bad: true, act }];
    }
    if (meant === null) return [];
    return [
      { email, text: words.typo(meant), act: { label: words.useTypo, press: () => onReplace(email, meant) } },
    ];
  });
  return (
    <div role="status">
      <ul className="flex flex-col text-13">
        {lines.map(({ email, text, bad, act }) => (
          <li key={email} className={cx('py-1 coarse:py-2', bad ? 'text-danger' : 'text-ink-2')}>
            {emails.length > 1 && <b className="font-semibold">{email}: </b>}
            {text}{' '}
            {act && (
              <Button
                kind="link"
                size="small"
                className="-my-1 align-middle coarse:-my-3"
                busy={busy === email}
                onClick={act.press}
              >
                {act.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
