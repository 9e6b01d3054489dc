import { Suspense, useState, type ReactNode } from 'react';
import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import type { ApiProblem } from '../problem.ts';
import { Note } from '../ui/note.tsx';
import { FocusedHeading } from '../ui/page-header.tsx';
import { AcceptButton } from './accept-button.tsx';
import { NoSeat } from './no-answer.tsx';
import { AlreadyIn, SignInHere, SsoHere } from './on-demand.ts';
import { DeclineLine } from './decline.tsx';
import { InvitationFacts } from './facts.tsx';
import { placeOf, type CaseProps } from './use-lookup.ts';
import { NewPersonForm } from './new-person-form.tsx';
import { useAcceptance } from './use-acceptance.ts';
import { useCredentials } from './use-credentials.ts';

/** An open link: a new person's form, sign-in for a known one, or one button for who is signed in already. */
export function OpenInvitation(props: CaseProps & { onDecline: () => void }) {
  const { link, onStale } = props;
  const acceptance = useAcceptance(props);
  const { accept, busy, problem, alreadyIn } = acceptance;
  const credentials = useCredentials(problem);
  const full = useFull(problem, busy);
  const signedIn = link.signedIn === 'same';
  if (alreadyIn) return <AlreadyIn {...props} redirectTo={alreadyIn.redirectTo} />;
  if (full)
    return <NoSeat link={link} busy={busy} onRetry={() => accept(signedIn ? null : credentials.trimmed)} />;
  const place = placeOf(link);
  const refused = problem && <AcceptProblem problem={problem} />;
  let form: ReactNode;
  if (signedIn)
    form = (
      <>
        {refused}
        <AcceptButton place={place} busy={busy} onClick={() => accept(null)} />
      </>
    );
  else if (link.sso === 'required') form = null;
  else if (link.person === 'existing')
    form = (
      <Suspense>
        <SignInHere {...props} />
      </Suspense>
    );
  else
    form = (
      <NewPersonForm
        email={link.email}
        place={place}
        credentials={credentials}
        busy={busy}
        refused={refused}
        onAccept={accept}
      />
    );
  const mustSignIn = !signedIn && link.person === 'existing';
  return (
    <>
      <FocusedHeading>{mustSignIn ? words.signInTitle : words.join(place, link.roleLabel)}</FocusedHeading>
      <InvitationFacts link={link} onStale={onStale} />
      <div className="mt-5 flex flex-col gap-3">
        {!signedIn && link.sso !== 'none' && (
          <Suspense>
            <SsoHere {...props} />
          </Suspense>
        )}
        {form}
      </div>
      <DeclineLine by={link.invitedBy.name} onDecline={props.onDecline} />
    </>
  );
}

/** Stays true while it is tried again, so that the page does not flicker back to the form. */
function useFull(problem: ApiProblem | undefined, busy: boolean): boolean {
  const [full, setFull] = useState(false);
  const now = problem?.is('seat.limit_reached') ?? (busy && full);
  if (now !== full) setFull(now);
  return now;
}

function AcceptProblem({ problem }: { problem: ApiProblem }) {
  // Said at the field already.
  if (problem.fields.length > 0) return null;
  return (
    <Note tone="danger" role="alert">
      {commonErrorText(problem)} {words.notTaken}
    </Note>
  );
}
