import { errorText } from '../messages/errors.ts';
import { pendingWords as words } from '../messages/invitations.ts';
import { ApiProblem } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { serverNow } from '../ui/clock.ts';
import { Note } from '../ui/note.tsx';
import { useResendExpired, type Place } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';

/** Above the table while something has expired: one click sends all of them again. */
export function ExpiredBar({
  place,
  expired,
  mayResend,
}: {
  place: Place;
  expired: readonly Invitation[];
  mayResend: boolean;
}) {
  const resend = useResendExpired(place);
  const refused = resend.data?.results.filter(({ status }) => status === 'refused') ?? [];
  return (
    <>
      {expired.length > 0 && (
        <Note
          className="mb-3"
          lead={words.expiredLead(expired.length)}
          action={
            mayResend && (
              <Button
                size="small"
                busy={resend.isPending}
                busyLabel={words.sending}
                onClick={() => resend.mutate()}
              >
                {words.resendExpired}
              </Button>
            )
          }
        >
          {words.expiredText(
            expired.map(({ email }) => email),
            place.site ? 'site' : 'account',
          )}
        </Note>
      )}
      {resend.data && refused.length > 0 && (
        <Note
          tone="danger"
          role="alert"
          className="mb-3"
          lead={words.resentPart(resend.data.results.length - refused.length, refused.length)}
        >
          <ul>
            {refused.map(({ id, email, code }) => (
              <li key={id}>
                {email}:{' '}
                {errorText(
                  new ApiProblem({ status: 409, code: code ?? '' }),
                  { email, site: place.site?.name, account: place.account.name },
                  serverNow(),
                )}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
