import { Suspense, useState } from 'react';
import {
  AlreadyIn,
  Declined,
  DeclineForm,
  Expired,
  OtherAddress,
  SomeoneElse,
  Superseded,
  Withdrawn,
} from './on-demand.ts';
import { ssoEnding } from '../session/fragment-token.ts';
import type { CaseProps } from './use-lookup.ts';
import { OpenInvitation } from './open-invitation.tsx';

/** The case that a checked link is in (ui/brief.md §7). */
export const Invitation = (props: CaseProps) => (
  <Suspense>
    <Case {...props} />
  </Suspense>
);

function Case(props: CaseProps) {
  const { link } = props;
  const was = ssoEnding()?.get('was');
  const [answer, setAnswer] = useState<'declining' | 'declined' | null>(null);
  if (answer === 'declined') return <Declined link={link} />;
  switch (link.state) {
    case 'open':
      if (link.signedIn === 'other') return <SomeoneElse {...props} />;
      if (was && link.signedIn === 'no') return <OtherAddress {...props} was={was} />;
      return answer === 'declining' ? (
        <DeclineForm {...props} onBack={() => setAnswer(null)} onDeclined={() => setAnswer('declined')} />
      ) : (
        // Who stands before it decides what the form is: another person starts anew.
        <OpenInvitation
          key={`${link.person} ${link.signedIn}`}
          {...props}
          onDecline={() => setAnswer('declining')}
        />
      );
    case 'expired':
      return <Expired {...props} />;
    case 'superseded':
      return <Superseded {...props} />;
    case 'revoked':
      return <Withdrawn link={link} />;
    case 'declined':
      return <Declined link={link} />;
    case 'accepted':
      return <AlreadyIn {...props} />;
  }
}
