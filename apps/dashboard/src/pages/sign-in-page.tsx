import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { auth } from '../api.ts';
import { keys } from '../keys.ts';
import { secondStepWords } from '../messages/second-step.ts';
import { sessionWords as words } from '../messages/session.ts';
import { ssoWords } from '../messages/sso.ts';
import { usePageTitle } from '../page-title.ts';
import { emailRule } from '../session/fields.ts';
import { safeNext } from '../session/next.ts';
import { SessionForm } from '../session/session-form.tsx';
import { signInText } from '../session/sign-in-problem.ts';
import { SsoButton } from '../session/sso-button.tsx';
import { SsoEndingNote } from '../session/sso-ending-note.tsx';
import { finishLink, isLinking, useLinking } from '../session/sso-link.ts';
import type { FirstStep } from '../session/use-second-step.ts';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { PasswordInput } from '../ui/password-input.tsx';
import { TextInput } from '../ui/text-input.tsx';

const SignInCode = lazy(async () => ({ default: (await import('../session/sign-in-code.tsx')).SignInCode }));

type Offer = 'none' | 'offered' | 'required';

/** Email first, then what its domain asks for; the address itself decides nothing that a stranger could see. */
export function SignInPage() {
  usePageTitle(words.signIn);
  const { next, email = '', reset } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const client = useQueryClient();
  const [step, setStep] = useState<'email' | 'password'>('email');
  const form = useForm({ defaultValues: { email, password: '' }, mode: 'onTouched' });
  const { errors } = form.formState;
  const linking = useLinking();
  const linked = linking.data?.email;
  const { setValue } = form;
  useEffect(() => {
    if (linked === undefined) return;
    setValue('email', linked);
    setStep('password');
  }, [linked, setValue]);
  const discover = useMutation({
    // Without an answer there is still the password, and the server says when it takes none.
    mutationFn: (address: string) =>
      auth<{ sso: Offer }>('sso/discover', { email: address }).catch(() => ({ sso: 'none' as const })),
    onSuccess: () => setStep('password'),
  });
  const [second, setSecond] = useState<'asked' | 'over' | null>(null);
  const goOn = (linkedNext: string | undefined) => {
    client.removeQueries({ queryKey: keys.me });
    router.history.push(safeNext(linkedNext ?? next) ?? '/');
  };
  const signIn = useMutation({
    mutationFn: async (values: { email: string; password: string }) => {
      const credentials = { email: values.email.trim(), password: values.password };
      const { secondFactor } = await auth<FirstStep>('sign-in/email', credentials);
      return secondFactor ? 'code' : { next: await finishLink() };
    },
    onSuccess: (answer) => (answer === 'code' ? setSecond('asked') : goOn(answer.next)),
    onError: () => form.setFocus('password'),
  });
  const [ownerSays, setOwnerSays] = useState(false);
  const offer: Offer = linked === undefined ? (discover.data?.sso ?? 'none') : 'none';
  const withPassword = step === 'password' && (offer !== 'required' || ownerSays);
  const submit = form.handleSubmit((values) => {
    if (step === 'email') return discover.isPending ? undefined : discover.mutate(values.email.trim());
    if (withPassword && !signIn.isPending) signIn.mutate(values);
  });
  const back = () => {
    signIn.reset();
    form.resetField('password');
    setOwnerSays(false);
    setStep('email');
    requestAnimationFrame(() => form.setFocus('email'));
  };
  const address = form.watch('email');
  if (second === 'asked')
    return (
      <StandAlone>
        <Suspense>
          <SignInCode onDone={() => void finishLink().then(goOn)} onOver={() => setSecond('over')} />
        </Suspense>
      </StandAlone>
    );
  return (
    <StandAlone>
      <SessionForm
        title={isLinking() ? ssoWords.linkTitle : words.signIn}
        lead={isLinking() ? ssoWords.linkText : undefined}
        onSubmit={(event) => void submit(event)}
        under={
          <>
            <span>
              {words.noAccount}{' '}
              <Link to="/sign-up" search={{ ...(next === undefined ? {} : { next }) }}>
                {words.signUp}
              </Link>
            </span>
            <Link to="/forgot-password" search={{ ...(address ? { email: address } : {}) }}>
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
        {linking.error && (
          <Note tone="danger" role="alert">
            {ssoWords.linkOver}
          </Note>
        )}
        <SsoEndingNote />
        {second === 'over' && !signIn.error && (
          <Note tone="danger" role="alert">
            {secondStepWords.stepOver}
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
        {step === 'password' && offer === 'required' && (
          <p role="status" className="text-13 text-ink-2">
            {ssoWords.required(address.slice(address.lastIndexOf('@') + 1))}
          </p>
        )}
        {step === 'password' && offer !== 'none' && (
          <SsoButton
            start={{ email: address.trim(), next }}
            kind={offer === 'required' ? 'primary' : 'secondary'}
          />
        )}
        {withPassword && (
          <Field label={words.password} error={errors.password?.message} required>
            <PasswordInput
              tall
              autoComplete="current-password"
              autoFocus
              {...form.register('password', { required: words.passwordMissing, shouldUnregister: true })}
            />
          </Field>
        )}
        {(step === 'email' || withPassword) && (
          <Button
            type="submit"
            kind={offer === 'required' ? 'secondary' : 'primary'}
            size="large"
            wide
            busy={signIn.isPending || discover.isPending}
            busyLabel={words.working}
          >
            {step === 'email' ? words.continue : words.signIn}
          </Button>
        )}
        {step === 'password' && offer === 'required' && !ownerSays && (
          <Button kind="quiet" onClick={() => setOwnerSays(true)}>
            {ssoWords.ownerPassword}
          </Button>
        )}
        {step === 'password' && (
          <Button kind="quiet" onClick={back}>
            {words.anotherEmail}
          </Button>
        )}
      </SessionForm>
    </StandAlone>
  );
}
