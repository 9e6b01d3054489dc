import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { onSignInNeeded, type SignInReason } from '../request.ts';

const SignInAgainDialog = lazy(async () => ({
  default: (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog,
}));

/** Answers every call that met an ended session with one dialog, fetched when it is needed. */
export function SignInAgain() {
  const waiting = useRef<((back: boolean) => void)[]>([]);
  const [open, setOpen] = useState<SignInReason | null>(null);
  useEffect(
    () =>
      onSignInNeeded((reason) => {
        setOpen(reason);
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [],
  );
  const finish = (back: boolean) => {
    setOpen(null);
    for (const answer of waiting.current.splice(0)) answer(back);
  };
  return open ? (
    <Suspense>
      <SignInAgainDialog reason={open} onFinish={finish} />
    </Suspense>
  ) : null;
}
