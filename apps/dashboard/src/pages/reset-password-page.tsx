import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isInvitationKept } from '../accept/kept-token.ts';
import { auth } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { ButtonLink } from '../links.tsx';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { newPasswordRule } from '../session/fields.ts';
import { takeToken } from '../session/fragment-token.ts';
import { NewPasswordField } from '../session/new-password-field.tsx';
import { SessionForm, SessionResult } from '../session/session-form.tsx';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';

export function ResetPasswordPage() {
  usePageTitle(words.resetTitle);
  const [token] = useState(takeToken);
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { newPassword: '' }, mode: 'onTouched' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const save = useMutation({
    mutationFn: (values: { newPassword: string }) => auth('reset-password', { ...values, token }),
    onSuccess: () =>
      navigate({
        to: '/sign-in',
        search: { reset: true, ...(isInvitationKept() ? { next: '/invitation' } : {}) },
        replace: true,
      }),
    onError: (error) => setProblem(applyProblem(error, form.setError, ['newPassword'])),
  });
  const broken =
    token === null ||
    (problem !== null && (problem.code === 'INVALID_TOKEN' || asProblem(problem).status === 401));
  if (broken) {
    return (
      <StandAlone>
        <SessionResult
          title={words.linkBroken}
          actions={
            <ButtonLink to="/forgot-password" kind="primary">
              {words.sendLink}
            </ButtonLink>
          }
        >
          <p>{words.linkBrokenText}</p>
        </SessionResult>
      </StandAlone>
    );
  }
  const submit = form.handleSubmit((values) => {
    setProblem(null);
    if (!save.isPending) save.mutate(values);
  });
  return (
    <StandAlone>
      <SessionForm title={words.resetTitle} onSubmit={(event) => void submit(event)}>
        {problem && <ProblemNote problem={problem} />}
        <NewPasswordField
          label={words.newPassword}
          error={form.formState.errors.newPassword?.message}
          value={form.watch('newPassword')}
          input={form.register('newPassword', newPasswordRule)}
        />
        <Button type="submit" kind="primary" size="large" wide busy={save.isPending} busyLabel={words.saving}>
          {words.savePassword}
        </Button>
      </SessionForm>
    </StandAlone>
  );
}
