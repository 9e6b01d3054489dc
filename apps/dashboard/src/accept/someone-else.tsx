import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { acceptWords as words } from '../messages/accept.ts';
import { meQuery } from '../session/me-query.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import type { CaseProps } from './use-lookup.ts';
import { longLabel } from './long-label.ts';
import { Result } from './result.tsx';
import { SwitchPerson } from './switch-person.tsx';

/** Signed in as another: nothing is consumed, both ways on are offered. */
export function SomeoneElse({ link: { email, invitedBy }, onStale }: CaseProps) {
  const client = useQueryClient();
  const [me, setMe] = useState<string>();
  useEffect(() => {
    // Without an answer the page says the same without the address.
    client.fetchQuery(meQuery).then(
      ({ user }) => setMe(user.email),
      () => undefined,
    );
  }, [client]);
  return (
    <Result
      title={words.otherTitle(email)}
      actions={
        <>
          <SwitchPerson label={words.switchTo(email)} onSignedOut={onStale} />
          <ButtonAnchor href="/" size="large" wide className={longLabel}>
            {words.stay(me)}
          </ButtonAnchor>
        </>
      }
    >
      <p>{me === undefined ? words.otherUnknown : words.otherText(me)}</p>
      <p>{words.otherHelp(invitedBy.name)}</p>
    </Result>
  );
}
