import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { auth } from '../api.ts';
import { keys } from '../keys.ts';
import { ButtonLink } from '../links.tsx';
import { errorText } from '../messages/errors.ts';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import { asProblem } from '../problem.ts';
import { takeToken } from '../session/fragment-token.ts';
import { SessionResult } from '../session/session-form.tsx';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';

/** Opening the link does nothing; only the button sends the token, so that mail scanners confirm nobody. */
export function VerifyEmailPage() {
  usePageTitle(words.verifyTitle);
  const [token] = useState(takeToken);
  const router = useRouter();
  const client = useQueryClient();
  const verify = useMutation({
    // In the body, because an address with a token in it ends up in logs.
    mutationFn: (secret: string) => auth('verify-email', { token: secret }),
    onSuccess: () => {
      client.removeQueries({ queryKey: keys.me });
      router.history.replace('/');
    },
  });
  const problem = verify.error ? asProblem(verify.error) : null;
  const broken =
    token === null ||
    (problem !== null && problem.status >= 400 && problem.status < 500 && problem.status !== 429);
  return (
    <StandAlone>
      {broken ? (
        <SessionResult
          title={words.linkBroken}
          actions={
            <>
              <ButtonLink to="/sign-in" kind="primary">
                {words.signIn}
              </ButtonLink>
              <ButtonLink to="/sign-up">{words.startAgain}</ButtonLink>
            </>
          }
        >
          <p>{words.verifyBrokenText}</p>
        </SessionResult>
      ) : (
        <SessionResult
          title={words.verifyTitle}
          actions={
            <Button
              kind="primary"
              size="large"
              busy={verify.isPending}
              busyLabel={words.working}
              onClick={() => verify.mutate(token)}
            >
              {words.verify}
            </Button>
          }
        >
          <p>{words.verifyText}</p>
          {problem && (
            <Note tone="danger" role="alert">
              {errorText(problem)}
            </Note>
          )}
        </SessionResult>
      )}
    </StandAlone>
  );
}
