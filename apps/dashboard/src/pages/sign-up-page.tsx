import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { auth } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { emailRule, nameRule, newPasswordRule } from '../session/fields.ts';
import { NewPasswordField } from '../session/new-password-field.tsx';
import { SessionForm, SessionResult } from '../session/session-form.tsx';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useState } from 'react';
import type { ApiProblem } from '../problem.ts';

interface Values {
  name: string;
  email: string;
  password: string;
}

/** Ends at "Check your mail", for a taken address as well: who has a login is nobody's business. */
export function SignUpPage() {
  usePageTitle(words.signUp);
  const { email = '' } = useSearch({ from: '/sign-up' });
  const form = useForm<Values>({ defaultValues: { name: '', email, password: '' }, mode: 'onTouched' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const signUp = useMutation({
    mutationFn: (values: Values) =>
      auth('sign-up/email', { ...values, name: values.name.trim(), email: values.email.trim() }),
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name', 'email', 'password'])),
  });
  if (signUp.isSuccess) {
    return (
      <StandAlone>
        <SessionResult
          title={words.checkMail}
          actions={<Button onClick={() => signUp.reset()}>{words.startAgain}</Button>}
        >
          <p>{words.checkMailText(form.getValues('email'))}</p>
          <p>{words.checkMailHelp}</p>
        </SessionResult>
      </StandAlone>
    );
  }
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => {
    setProblem(null);
    if (!signUp.isPending) signUp.mutate(values);
  });
  return (
    <StandAlone>
      <SessionForm
        title={words.signUp}
        onSubmit={(event) => void submit(event)}
        under={
          <span>
            {words.haveAccount} <Link to="/sign-in">{words.signIn}</Link>
          </span>
        }
      >
        {problem && <ProblemNote problem={problem} />}
        <Field label={words.name} error={errors.name?.message} required>
          <TextInput tall autoComplete="name" autoFocus {...form.register('name', nameRule)} />
        </Field>
        <Field label={words.email} error={errors.email?.message} required>
          <TextInput tall type="email" autoComplete="username" {...form.register('email', emailRule)} />
        </Field>
        <NewPasswordField
          label={words.password}
          error={errors.password?.message}
          value={form.watch('password')}
          input={form.register('password', newPasswordRule)}
        />
        <Button
          type="submit"
          kind="primary"
          size="large"
          wide
          busy={signUp.isPending}
          busyLabel={words.working}
        >
          {words.signUp}
        </Button>
      </SessionForm>
    </StandAlone>
  );
}
