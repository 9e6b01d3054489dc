import { canonicalSlug } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { applyProblem } from '../form-problem.ts';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { errorText } from '../messages/errors.ts';
import { asProblem, type ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import { changeAccount, refreshAccount } from './account-queries.ts';

/** The account's name and address. */
export function GeneralForm({ account }: { account: { id: string; name: string; slug: string } }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    values: { name: account.name, slug: account.slug },
    // Somebody else may save meanwhile: what is being typed here stays.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { errors, isDirty, dirtyFields } = form.formState;
  const save = useMutation({
    mutationFn: (change: { name?: string; slug?: string }) => changeAccount(account.id, change),
    onSuccess: async (saved) => {
      form.reset({ name: saved.name, slug: saved.slug });
      toast(words.saved(saved.name));
      // Until then the old address still leads here, so nothing on the page is lost on the way.
      await refreshAccount(client, account.id);
      if (saved.slug !== account.slug)
        await navigate({
          to: '/$account/settings/$section',
          params: { account: saved.slug, section: 'general' },
          replace: true,
        });
    },
    onError: (error) => {
      const refused = asProblem(error);
      if (refused.is('account.slug_taken'))
        form.setError('slug', { type: 'server', message: errorText(refused) }, { shouldFocus: true });
      else setProblem(applyProblem(error, form.setError, ['name', 'slug']));
    },
  });
  const submit = form.handleSubmit(({ name, slug }) => {
    setProblem(null);
    if (!isDirty || save.isPending) return;
    save.mutate({
      ...(dirtyFields.name ? { name: name.trim() } : {}),
      ...(dirtyFields.slug ? { slug: slug.trim() } : {}),
    });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-120 flex-col gap-4">
      {problem && <ProblemNote problem={problem} />}
      <Field label={words.name} error={errors.name?.message} required>
        <TextInput
          autoComplete="off"
          {...form.register('name', { validate: (value) => value.trim() !== '' || words.nameMissing })}
        />
      </Field>
      <Field label={words.slug} error={errors.slug?.message} help={words.slugHelp} required>
        <TextInput
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono text-13"
          {...form.register('slug', {
            validate: (value) => value === account.slug || canonicalSlug(value) !== null || words.slugMissing,
          })}
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
