import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, data } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { keys } from '../keys.ts';
import { profileWords as words } from '../messages/profile.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Facts, Panel, Section } from '../ui/panel.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';

/** Your own name; the address is who you are and stays. */
export function ProfileSection() {
  const { user } = useMe();
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({ values: { name: user.name }, resetOptions: { keepDirtyValues: true } });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (name: string) => data(api.v1.me.$patch({ json: { name } })),
    onSuccess: async (me) => {
      form.reset({ name: me.user.name });
      toast(words.saved);
      client.setQueryData(keys.me, me);
      // Lists hold your name too.
      await client.invalidateQueries();
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name'])),
  });
  const submit = form.handleSubmit(({ name }) => {
    setProblem(null);
    if (isDirty && !save.isPending) save.mutate(name.trim());
  });
  return (
    <Section title={words.profile}>
      <Panel className="p-5">
        <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-120 flex-col gap-4">
          {problem && <ProblemNote problem={problem} />}
          <Field label={words.name} error={errors.name?.message} help={words.nameHelp} required>
            <TextInput
              autoComplete="name"
              {...form.register('name', { validate: (value) => value.trim() !== '' || words.nameMissing })}
            />
          </Field>
          <Facts>
            {[
              [
                words.email,
                <span key="email" className="flex flex-col gap-1">
                  <span className="font-mono text-13">{user.email}</span>
                  <span className="text-12 text-ink-3">{words.emailHelp}</span>
                </span>,
              ],
            ]}
          </Facts>
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
      </Panel>
    </Section>
  );
}
