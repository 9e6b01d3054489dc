import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '../api.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { sessionWords } from '../messages/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import type { SignInReason } from '../request.ts';
import { signInText } from './sign-in-problem.ts';
import { CodeField } from './code-field.tsx';
import { useMe } from './me.ts';
import { SsoButton } from './sso-button.tsx';
import { useSecondStep, type FirstStep } from './use-second-step.ts';

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
  const offer = useQuery({
    queryKey: ['sso', user.email],
    queryFn: () => auth<{ sso: string }>('sso/discover', { email: user.email }),
    retry: false,
  }).data?.sso;
  const [second, setSecond] = useState<'asked' | 'over' | null>(null);
  const back = () => {
    onFinish(true);
    void client.invalidateQueries();
  };
  const signIn = useMutation({
    mutationFn: () => auth<FirstStep>('sign-in/email', { email: user.email, password }),
    onSuccess: ({ secondFactor }) => (secondFactor ? setSecond('asked') : back()),
  });
  const step = useSecondStep({ onDone: back, onOver: () => setSecond('over') });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (second === 'asked') return step.submit(event);
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  const fault = signIn.error
    ? signInText(signIn.error)
    : second === 'over'
      ? secondStepWords.stepOver
      : undefined;
  return (
    <Dialog
      open
      onClose={() => onFinish(false)}
      title={ended ? sessionWords.signInAgain : sessionWords.confirmPassword}
      description={ended ? sessionWords.signInAgainText : sessionWords.confirmPasswordText}
      alert
    >
      {second !== 'asked' && offer !== undefined && offer !== 'none' && (
        <SsoButton
          start={{
            email: user.email,
            next: location.pathname + location.search,
            ...(ended ? {} : { fresh: true as const }),
          }}
          kind={offer === 'required' ? 'primary' : 'secondary'}
        />
      )}
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
        {second === 'asked' ? (
          <CodeField by={step.by} value={step.value} onChange={step.write} error={step.error} autoFocus />
        ) : (
          <Field label={sessionWords.password} error={fault}>
            <PasswordInput
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          {second === 'asked' && (
            <Button kind="quiet" className="mr-auto" onClick={step.swap}>
              {step.by === 'code' ? secondStepWords.useRecovery : secondStepWords.useCode}
            </Button>
          )}
          <Button onClick={() => onFinish(false)}>{sessionWords.notNow}</Button>
          <Button
            type="submit"
            kind="primary"
            busy={signIn.isPending || step.busy}
            busyLabel={sessionWords.working}
          >
            {ended ? sessionWords.signIn : sessionWords.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
