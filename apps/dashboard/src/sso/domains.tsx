import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { applyProblem } from '../form-problem.ts';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { DomainRow } from './domain-row.tsx';
import { addDomain, refreshConnections, type SsoConnection } from './sso-queries.ts';

/** The domains that a provider speaks for, proven or with the record that proves them. */
export function Domains({
  account,
  connection: { id, domains },
}: {
  account: string;
  connection: SsoConnection;
}) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm({ defaultValues: { domain: '' } });
  const add = useMutation({
    mutationFn: (domain: string) => addDomain(account, id, domain),
    onSuccess: async () => {
      form.reset();
      await refreshConnections(client, account);
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['domain'])),
  });
  const submit = form.handleSubmit(({ domain }) => {
    setProblem(null);
    if (!add.isPending) add.mutate(domain.trim());
  });
  return (
    <div className="flex flex-col gap-3">
      <h4 className="text-14 font-semibold">{words.domains}</h4>
      {domains.length > 0 && (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {domains.map((domain) => (
            <DomainRow key={domain.domain} account={account} connection={id} domain={domain} />
          ))}
        </ul>
      )}
      {problem && <ProblemNote problem={problem} />}
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-2">
        <Field
          label={words.domain}
          error={form.formState.errors.domain?.message}
          className="max-w-80 flex-1 basis-52"
        >
          <TextInput
            autoComplete="off"
            spellCheck={false}
            placeholder="acme.example"
            {...form.register('domain', {
              validate: (value) => value.trim() !== '' || words.domainMissing,
            })}
          />
        </Field>
        <Button type="submit" busy={add.isPending} busyLabel={words.saving}>
          {words.addDomain}
        </Button>
      </form>
      <p className="text-12 text-ink-3">{words.domainsHelp}</p>
    </div>
  );
}
