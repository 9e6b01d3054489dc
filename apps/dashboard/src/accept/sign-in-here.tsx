import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { auth } from '../api.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { sessionWords as words } from '../messages/session.ts';
import { signInText } from '../session/sign-in-problem.ts';
import type { FirstStep } from '../session/use-second-step.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useAction } from './use-action.ts';
import type { CaseProps } from './use-lookup.ts';

const CodeHere = lazy(async () => ({ default: (await import('./code-here.tsx')).CodeHere }));

/** A mailbox link is not a sign-in [R21]: the person behind the address proves it with their password. */
export function SignInHere({ link: { email }, onStale }: CaseProps) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [second, setSecond] = useState<'asked' | 'over' | null>(null);
  const signedIn = () => {
    client.clear();
    return onStale();
  };
  const signIn = useAction(() => auth<FirstStep>('sign-in/email', { email, password }), {
    done: ({ secondFactor }) => (secondFactor ? setSecond('asked') : signedIn()),
  });
  const fault = missing
    ? words.passwordMissing
    : signIn.problem
      ? signInText(signIn.problem)
      : second === 'over'
        ? secondStepWords.stepOver
        : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') return signIn.run(undefined);
    event.currentTarget.querySelector<HTMLElement>('[name=password]')?.focus();
  };
  if (second === 'asked')
    return (
      <Suspense>
        <CodeHere onDone={() => void signedIn()} onOver={() => setSecond('over')} />
      </Suspense>
    );
  return (
    <Panel>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 p-5">
        <Field label={words.email}>
          <TextInput tall type="email" name="email" autoComplete="username" readOnly value={email} />
        </Field>
        <div role={fault ? 'alert' : undefined}>
          <Field label={words.password} error={fault} required>
            <PasswordInput
              tall
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => {
                setPassword(event.target.value);
                setMissing(false);
              }}
            />
          </Field>
        </div>
        <Button type="submit" kind="primary" size="large" wide busy={signIn.busy} busyLabel={words.working}>
          {words.signIn}
        </Button>
        <a
          href={`/forgot-password?email=${encodeURIComponent(email)}&next=%2Finvitation`}
          className="self-start text-13 text-ink underline underline-offset-3"
        >
          {words.forgot}
        </a>
      </form>
    </Panel>
  );
}
