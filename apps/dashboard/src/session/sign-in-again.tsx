import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onSignInNeeded } from '../request.ts';

const SignInAgainDialog = lazy(async () => ({
  default: (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog,
}));

/** Answers every call that met an ended session with one dialog, fetched when it is needed. */
export function SignInAgain() {
  const waiting = useRef<((back: boolean) => void)[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onSignInNeeded(() => {
        setOpen(true);
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [],
  );
  const finish = (back: boolean) => {
    setOpen(false);
    for (const answer of waiting.current.splice(0)) answer(back);
  };
  return open ? (
    <Suspense>
      <SignInAgainDialog onFinish={finish} />
    </Suspense>
  ) : null;
}
