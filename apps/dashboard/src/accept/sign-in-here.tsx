import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '../api.ts';
import { sessionWords as words } from '../messages/session.ts';
import { signInText } from '../session/sign-in-problem.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useAction } from './use-action.ts';
import type { CaseProps } from './use-lookup.ts';

/** A mailbox link is not a sign-in [R21]: the person behind the address proves it with their password. */
export function SignInHere({ link: { email }, onStale }: CaseProps) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const signIn = useAction(() => auth('sign-in/email', { email, password }), {
    done: () => {
      client.clear();
      return onStale();
    },
  });
  const fault = missing ? words.passwordMissing : signIn.problem && signInText(signIn.problem);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '') return signIn.run(undefined);
    event.currentTarget.querySelector<HTMLElement>('[name=password]')?.focus();
  };
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
