import { canonicalDomain } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { api, data } from '../api.ts';
import { applyProblem } from '../form-problem.ts';
import { keys } from '../keys.ts';
import { sitesWords as words } from '../messages/sites.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import type { MyAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toasts.tsx';
import type { SiteRow } from './site-queries.ts';

interface Values {
  name: string;
  domain: string;
  copyTeamFrom: string;
}
const NOBODY = 'nobody';

/** A site and who works on it from the start; you become its Owner. */
export function NewSiteDialog({
  account,
  sites,
  open,
  onClose,
}: {
  account: MyAccount;
  sites: readonly SiteRow[];
  open: boolean;
  onClose: () => void;
}) {
  const formId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<Values>({
    defaultValues: { name: '', domain: '', copyTeamFrom: NOBODY },
    mode: 'onTouched',
  });
  const { errors } = form.formState;
  const create = useMutation({
    mutationFn: ({ copyTeamFrom, ...values }: Values) =>
      data(
        api.v1.accounts[':account'].sites.$post({
          param: { account: account.id },
          json: {
            name: values.name.trim(),
            domain: values.domain.trim(),
            ...(copyTeamFrom === NOBODY ? {} : { copyTeamFrom }),
          },
        }),
      ),
    onSuccess: async (site) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.account(account.id) }),
        client.invalidateQueries({ queryKey: keys.me }),
      ]);
      form.reset();
      toast(words.created(site.name));
      await navigate({
        to: '/$account/sites/$site/members',
        params: { account: account.slug, site: site.slug },
      });
    },
    onError: (error) => setProblem(applyProblem(error, form.setError, ['name', 'domain', 'copyTeamFrom'])),
  });
  const submit = form.handleSubmit((values) => {
    setProblem(null);
    if (!create.isPending) create.mutate(values);
  });
  return (
    <Dialog
      form
      open={open}
      onClose={onClose}
      locked={create.isPending}
      title={words.newSite}
      description={words.creatorHelp}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            kind="primary"
            busy={create.isPending}
            busyLabel={words.creating}
          >
            {words.create}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} facts={{ account: account.name }} />}
        <Field label={words.name} error={errors.name?.message} required>
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
        {sites.length > 0 && (
          <Field
            label={words.team}
            mark={words.teamMark}
            help={words.teamHelp}
            error={errors.copyTeamFrom?.message}
          >
            <Controller
              name="copyTeamFrom"
              control={form.control}
              render={({ field }) => (
                <Select
                  value={field.value}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  options={[
                    { value: NOBODY, label: words.teamNone },
                    ...sites.map((site) => ({ value: site.id, label: site.name, description: site.domain })),
                  ]}
                />
              )}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
