import { useRouter } from '@tanstack/react-router';
import { api, data } from '../api.ts';
import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { safeNext } from '../session/next.ts';
import { Button, ButtonAnchor } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { placeOf, type CaseProps } from './use-lookup.ts';
import { dropToken } from './kept-token.ts';
import { longLabel } from './long-label.ts';
import { Result } from './result.tsx';
import { SwitchPerson } from './switch-person.tsx';
import { isAboutLink, useAction } from './use-action.ts';

/** Accepted before: the same person goes in, anybody else is shown whose invitation it was. */
export function AlreadyIn(props: CaseProps & { redirectTo?: string }) {
  const { link, redirectTo } = props;
  const place = placeOf(link);
  const same = redirectTo !== undefined || link.signedIn === 'same';
  return (
    <Result
      title={words.inTitle}
      actions={same ? <Open {...props} place={place} /> : <SignInAs {...props} />}
    >
      <p>{same ? words.inText(place, link.roleLabel) : words.inElseText(link.email, place)}</p>
    </Result>
  );
}

/** Where to go is only told to the person themselves, by accepting once more, which changes nothing. */
function Open({ token, redirectTo, onStale, place }: CaseProps & { redirectTo?: string; place: string }) {
  const router = useRouter();
  const open = useAction(
    async () => redirectTo ?? (await data(api.v1.invitations.accept.$post({ json: { token } }))).redirectTo,
    {
      done: (path) => {
        dropToken();
        router.history.replace(safeNext(path) ?? '/');
      },
      refused: (refusal) => isAboutLink(refusal) && onStale(),
    },
  );
  return (
    <>
      <Button
        kind="primary"
        size="large"
        wide
        busy={open.busy || open.done !== undefined}
        busyLabel={words.opening}
        onClick={() => open.run(undefined)}
        className={longLabel}
      >
        {words.open(place)}
      </Button>
      {open.problem && (
        <Note tone="danger" role="alert" className="w-full">
          {commonErrorText(open.problem)}
        </Note>
      )}
    </>
  );
}

function SignInAs({ link: { email, signedIn } }: CaseProps) {
  const router = useRouter();
  const signIn = `/sign-in?email=${encodeURIComponent(email)}&next=%2Finvitation`;
  return signedIn === 'no' ? (
    <ButtonAnchor href={signIn} kind="primary" size="large" wide className={longLabel}>
      {words.signInAs(email)}
    </ButtonAnchor>
  ) : (
    <SwitchPerson label={words.signInAs(email)} onSignedOut={() => router.history.push(signIn)} />
  );
}
