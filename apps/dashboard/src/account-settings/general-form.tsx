import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { applyProblem } from '../form-problem.ts';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { changeAccount, refreshAccount } from './account-queries.ts';

/** The account's name. */
export function GeneralForm({ account }: { account: { id: string; name: string } }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    values: { name: account.name },
    // Somebody else may save meanwhile: what is being typed here stays.
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (name: string) => changeAccount(account.id, { name }),
    onSuccess: async (saved) => {
      form.reset({ name: saved.name });
      toast(words.saved(saved.name));
      await refreshAccount(client, account.id);
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name'])),
  });
  const submit = form.handleSubmit(({ name }) => {
    setProblem(null);
    if (isDirty && !save.isPending) save.mutate(name.trim());
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-120 flex-col gap-4">
      {problem && <ProblemNote problem={problem} />}
      <Field label={words.name} error={errors.name?.message} help={words.slugHelp} required>
        <TextInput
          autoComplete="off"
          {...form.register('name', { validate: (value) => value.trim() !== '' || words.nameMissing })}
        />
      </Field>
      <div>
        <Button
          type="submit"
          kind="primary"
          unavailable={!isDirty}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
