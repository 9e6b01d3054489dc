import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { auth } from '../api.ts';
import { keys } from '../keys.ts';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import { emailRule } from '../session/fields.ts';
import { safeNext } from '../session/next.ts';
import { SessionForm } from '../session/session-form.tsx';
import { signInText } from '../session/sign-in-problem.ts';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Email first, then the password; the address decides nothing that a stranger could see. */
export function SignInPage() {
  usePageTitle(words.signIn);
  const { next, email = '', reset } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const client = useQueryClient();
  const [step, setStep] = useState<'email' | 'password'>('email');
  const form = useForm({ defaultValues: { email, password: '' }, mode: 'onTouched' });
  const { errors } = form.formState;
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) =>
      auth('sign-in/email', { email: values.email.trim(), password: values.password }),
    onSuccess: () => {
      client.removeQueries({ queryKey: keys.me });
      router.history.push(safeNext(next) ?? '/');
    },
    onError: () => form.setFocus('password'),
  });
  const submit = form.handleSubmit((values) => {
    if (step === 'email') return setStep('password');
    if (!signIn.isPending) signIn.mutate(values);
  });
  const back = () => {
    signIn.reset();
    form.resetField('password');
    setStep('email');
    requestAnimationFrame(() => form.setFocus('email'));
  };
  return (
    <StandAlone>
      <SessionForm
        title={words.signIn}
        onSubmit={(event) => void submit(event)}
        under={
          <>
            <span>
              {words.noAccount}{' '}
              <Link to="/sign-up" search={{ ...(next === undefined ? {} : { next }) }}>
                {words.signUp}
              </Link>
            </span>
            <Link
              to="/forgot-password"
              search={{ ...(form.watch('email') ? { email: form.watch('email') } : {}) }}
            >
              {words.forgot}
            </Link>
          </>
        }
      >
        {reset && (
          <Note tone="ok" role="status">
            {words.passwordSaved}
          </Note>
        )}
        {signIn.error && (
          <Note tone="danger" role="alert">
            {signInText(signIn.error)}
          </Note>
        )}
        <Field label={words.email} error={errors.email?.message} required>
          <TextInput
            tall
            type="email"
            autoComplete="username"
            autoFocus
            readOnly={step === 'password'}
            {...form.register('email', emailRule)}
          />
        </Field>
        {step === 'password' && (
          <Field label={words.password} error={errors.password?.message} required>
            <PasswordInput
              tall
              autoComplete="current-password"
              autoFocus
              {...form.register('password', { required: words.passwordMissing, shouldUnregister: true })}
            />
          </Field>
        )}
        <Button
          type="submit"
          kind="primary"
          size="large"
          wide
          busy={signIn.isPending}
          busyLabel={words.working}
        >
          {step === 'email' ? words.continue : words.signIn}
        </Button>
        {step === 'password' && (
          <Button kind="quiet" onClick={back}>
            {words.anotherEmail}
          </Button>
        )}
      </SessionForm>
    </StandAlone>
  );
}
