import { canonicalDomain } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, data } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { keys } from '../keys.ts';
import { siteSettingsWords as words } from '../messages/site-settings.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import type { useSite } from './use-site.ts';

/** Name and domain of a site; only what was changed is sent. */
export function SiteSettingsForm({ site }: { site: ReturnType<typeof useSite> }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({
    values: { name: site.name, domain: site.domain },
    // Somebody else may save meanwhile: what is being typed here stays.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { errors, dirtyFields } = form.formState;
  const save = useMutation({
    mutationFn: (change: { name?: string; domain?: string }) =>
      data(api.v1.sites[':site'].$patch({ param: { site: site.id }, json: change })),
    onSuccess: async (saved) => {
      form.reset({ name: saved.name, domain: saved.domain });
      toast(words.saved(saved.name));
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.account(saved.account.id) }),
        client.invalidateQueries({ queryKey: keys.site(saved.id) }),
        client.invalidateQueries({ queryKey: keys.me }),
      ]);
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name', 'domain'])),
  });
  const changed = Boolean(dirtyFields.name ?? dirtyFields.domain);
  const submit = form.handleSubmit(({ name, domain }) => {
    setProblem(null);
    if (!changed || save.isPending) return;
    save.mutate({
      ...(dirtyFields.name ? { name: name.trim() } : {}),
      ...(dirtyFields.domain ? { domain: domain.trim() } : {}),
    });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-120 flex-col gap-4">
      {problem && <ProblemNote problem={problem} facts={{ site: site.name }} />}
      <Field label={words.name} error={errors.name?.message} help={words.slugHelp} required>
        <TextInput
          autoComplete="off"
          {...form.register('name', { validate: (value) => value.trim() !== '' || words.nameMissing })}
        />
      </Field>
      <Field label={words.domain} error={errors.domain?.message} help={words.domainHelp} required>
        <TextInput
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...form.register('domain', {
            required: words.domainMissing,
            validate: (value) => canonicalDomain(value.trim()) !== null || words.domainWrong,
          })}
        />
      </Field>
      <div>
        <Button
          type="submit"
          kind="primary"
          unavailable={!changed}
          busy={save.isPending}
          busyLabel={words.saving}
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
