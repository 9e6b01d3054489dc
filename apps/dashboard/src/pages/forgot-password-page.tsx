import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { auth } from '../api.ts';
import { ButtonLink } from '../links.tsx';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { emailRule } from '../session/fields.ts';
import { safeNext } from '../session/next.ts';
import { SessionForm, SessionResult } from '../session/session-form.tsx';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

export function ForgotPasswordPage() {
  usePageTitle(words.forgotTitle);
  const { email = '', next } = useSearch({ from: '/forgot-password' });
  // From an invitation the way back leads to the invitation, which this tab has kept.
  const back = safeNext(next);
  const form = useForm({ defaultValues: { email }, mode: 'onTouched' });
  const ask = useMutation({
    mutationFn: (values: { email: string }) => auth('request-password-reset', { email: values.email.trim() }),
  });
  if (ask.isSuccess) {
    return (
      <StandAlone>
        <SessionResult
          title={words.checkMail}
          actions={<ButtonLink to={back ?? '/sign-in'}>{back ? words.back : words.backToSignIn}</ButtonLink>}
        >
          <p>{words.forgotSent(form.getValues('email'))}</p>
        </SessionResult>
      </StandAlone>
    );
  }
  const submit = form.handleSubmit((values) => {
    if (!ask.isPending) ask.mutate(values);
  });
  return (
    <StandAlone>
      <SessionForm
        title={words.forgotTitle}
        lead={words.forgotText}
        onSubmit={(event) => void submit(event)}
        under={<Link to={back ?? '/sign-in'}>{back ? words.back : words.backToSignIn}</Link>}
      >
        {ask.error && <ProblemNote problem={ask.error} />}
        <Field label={words.email} error={form.formState.errors.email?.message} required>
          <TextInput
            tall
            type="email"
            autoComplete="username"
            autoFocus
            {...form.register('email', emailRule)}
          />
        </Field>
        <Button type="submit" kind="primary" size="large" wide busy={ask.isPending} busyLabel={words.sending}>
          {words.sendLink}
        </Button>
      </SessionForm>
    </StandAlone>
  );
}
