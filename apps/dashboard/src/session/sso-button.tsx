import { useState } from 'react';
import { auth } from '../api.ts';
import { commonErrorText } from '../messages/common-errors.ts';
import { ssoWords as words } from '../messages/sso.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { Button, type ButtonKind } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';

export interface SsoStart {
  email: string;
  /** Where to come back to. */
  next?: string | undefined;
  /** The token of an invitation in progress. */
  invitation?: string;
  /** Somebody signed in proves that it is still them. */
  fresh?: true;
  /** The provider is to ask again who it is. */
  another?: true;
}

/** Leaves for the company's sign-in page, which sends the browser back. */
export function SsoButton({
  start,
  label = words.continue,
  kind = 'primary',
}: {
  start: SsoStart;
  label?: string;
  kind?: ButtonKind;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { redirectTo } = await auth<{ redirectTo: string }>('sso/start', { ...start });
      location.assign(redirectTo);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <>
      {problem && (
        <Note tone="danger" role="alert">
          {problem.is('service.unavailable')
            ? words.away
            : problem.is('not_found')
              ? words.notSetUp
              : commonErrorText(problem)}
        </Note>
      )}
      <Button
        type="button"
        kind={kind}
        size="large"
        wide
        busy={busy}
        busyLabel={words.going}
        onClick={() => void go()}
      >
        {label}
      </Button>
    </>
  );
}
