import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, data } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { ButtonLink } from '../links.tsx';
import { keys } from '../keys.ts';
import { sessionWords as words } from '../messages/session.ts';
import { usePageTitle } from '../page-title.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useMe } from '../session/me.ts';
import { SessionForm } from '../session/session-form.tsx';
import { StandAlone } from '../shell/stand-alone.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

export function NewAccountPage() {
  usePageTitle(words.newAccountTitle);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ defaultValues: { name: '' }, mode: 'onTouched' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const create = useMutation({
    mutationFn: (values: { name: string }) =>
      data(api.v1.accounts.$post({ json: { name: values.name.trim() } })),
    onSuccess: async (account) => {
      await client.refetchQueries({ queryKey: keys.me, type: 'all' });
      await navigate({ to: '/$account', params: { account: account.slug } });
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name'])),
  });
  const submit = form.handleSubmit((values) => {
    setProblem(null);
    if (!create.isPending) create.mutate(values);
  });
  return (
    <StandAlone>
      <SessionForm
        title={words.newAccountTitle}
        lead={words.newAccountText}
        onSubmit={(event) => void submit(event)}
        under={
          me.accounts.length > 0 && (
            <ButtonLink to="/" kind="link">
              {words.notNow}
            </ButtonLink>
          )
        }
      >
        {problem && <ProblemNote problem={problem} />}
        <Field label={words.accountName} error={form.formState.errors.name?.message} required>
          <TextInput
            tall
            autoComplete="organization"
            autoFocus
            {...form.register('name', {
              validate: (value) => value.trim() !== '' || words.accountNameMissing,
            })}
          />
        </Field>
        <Button
          type="submit"
          kind="primary"
          size="large"
          wide
          busy={create.isPending}
          busyLabel={words.creating}
        >
          {words.createAccount}
        </Button>
      </SessionForm>
    </StandAlone>
  );
}
