import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '../api.ts';
import { sessionWords } from '../messages/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import type { SignInReason } from '../request.ts';
import { signInText } from './sign-in-problem.ts';
import { useMe } from './me.ts';

/** Over the page when a session has ended or a password is asked for: the same person signs in and what they did goes on. */
export function SignInAgainDialog({
  reason,
  onFinish,
}: {
  reason: SignInReason;
  onFinish: (back: boolean) => void;
}) {
  const ended = reason === 'ended';
  const { user } = useMe();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => auth('sign-in/email', { email: user.email, password }),
    onSuccess: () => {
      onFinish(true);
      void client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  return (
    <Dialog
      open
      onClose={() => onFinish(false)}
      title={ended ? sessionWords.signInAgain : sessionWords.confirmPassword}
      description={ended ? sessionWords.signInAgainText : sessionWords.confirmPasswordText}
      alert
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={user.email}
          readOnly
          aria-label={sessionWords.email}
          className="font-mono text-13 outline-none"
        />
        <Field label={sessionWords.password} error={signIn.error ? signInText(signIn.error) : undefined}>
          <PasswordInput
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={() => onFinish(false)}>{sessionWords.notNow}</Button>
          <Button type="submit" kind="primary" busy={signIn.isPending} busyLabel={sessionWords.working}>
            {ended ? sessionWords.signIn : sessionWords.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
