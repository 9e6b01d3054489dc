import { useQueryClient } from '@tanstack/react-query';
import { auth } from '../api.ts';
import { acceptWords as words } from '../messages/accept.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { longLabel } from './long-label.ts';
import { useAction } from './use-action.ts';

/** Signs out here: nothing of the former person stays, and the invitation does. */
export function SwitchPerson({ label, onSignedOut }: { label: string; onSignedOut: () => unknown }) {
  const client = useQueryClient();
  const signOut = useAction(() => auth('sign-out', {}), {
    done: () => {
      client.clear();
      return onSignedOut();
    },
  });
  return (
    <>
      <Button
        kind="primary"
        size="large"
        wide
        busy={signOut.busy}
        busyLabel={words.signingOut}
        onClick={() => signOut.run(undefined)}
        className={longLabel}
      >
        {label}
      </Button>
      {signOut.problem && (
        <Note tone="danger" role="alert" className="w-full">
          {commonErrorText(signOut.problem)}
        </Note>
      )}
    </>
  );
}
