import { POLICY_LIMITS } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { applyProblem } from '../form-problem.ts';
import { keys } from '../keys.ts';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import type { ApiProblem } from '../problem.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { TextArea, TextInput } from '../ui/text-input.tsx';
import { dateText } from '../ui/time-text.ts';
import { toast } from '../ui/toasts.tsx';
import { changePolicies, policiesQuery, type Policies } from './account-queries.ts';
import { policyChange, valuesOf, wrongDomain, type PolicyValues } from './policy-change.ts';

/** A whole number within the rule's limits. */
const whole = (limits: readonly [number, number]) => ({
  valueAsNumber: true,
  validate: (value: number) =>
    (Number.isInteger(value) && value >= limits[0] && value <= limits[1]) || words.between(limits),
});

/** What the account asks of everybody in it; saving asks for the password again after a while. */
export function PoliciesForm({ accountId, policies }: { accountId: string; policies: Policies }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<PolicyValues>({
    values: valuesOf(policies),
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { errors, isDirty } = form.formState;
  const required = form.watch('secondFactor.required');
  const save = useMutation({
    mutationFn: (values: PolicyValues) => changePolicies(accountId, policyChange(values, policies)),
    onSuccess: async (saved) => {
      client.setQueryData(policiesQuery(accountId).queryKey, saved);
      form.reset(valuesOf(saved));
      toast(words.policiesSaved);
      await client.invalidateQueries({ queryKey: keys.account(accountId) });
    },
    onError: (error) =>
      setProblem(
        applyProblem(error, form.setError, [
          'secondFactor.required',
          'secondFactor.graceDays',
          'inactiveAfterDays',
          'powerfulSites',
          'domains',
        ]),
      ),
  });
  const submit = form.handleSubmit((values) => {
    setProblem(null);
    if (isDirty && !save.isPending) save.mutate(values);
  });
  const from = policies.secondFactor.requiredFrom;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-120 flex-col gap-5">
      <p className="text-ink-2">{words.policiesLead}</p>
      {problem && <ProblemNote problem={problem} />}
      <div className="flex flex-col gap-2">
        <Checkbox
          label={words.secondFactor}
          help={words.secondFactorHelp}
          {...form.register('secondFactor.required')}
        />
        {errors.secondFactor?.required && (
          <p role="alert" className="pl-6.5 text-13 text-danger">
            {errors.secondFactor.required.message}
          </p>
        )}
        {required && (
          <Field
            label={words.graceDays}
            error={errors.secondFactor?.graceDays?.message}
            help={from === null ? undefined : words.secondFactorFrom(dateText(Date.parse(from)))}
            className="pl-6.5"
          >
            <TextInput
              type="number"
              className="max-w-24"
              {...form.register('secondFactor.graceDays', whole(POLICY_LIMITS.secondFactorGraceDays))}
            />
          </Field>
        )}
      </div>
      <Field label={words.domains} error={errors.domains?.message} help={words.domainsHelp}>
        <TextArea
          rows={3}
          spellCheck={false}
          autoCapitalize="none"
          className="font-mono text-13"
          {...form.register('domains', {
            validate: (text) => {
              const wrong = wrongDomain(text);
              return wrong === undefined || words.domainWrong(wrong);
            },
          })}
        />
      </Field>
      <Field label={words.inactiveAfterDays} error={errors.inactiveAfterDays?.message}>
        <TextInput
          type="number"
          className="max-w-24"
          {...form.register('inactiveAfterDays', whole(POLICY_LIMITS.inactiveAfterDays))}
        />
      </Field>
      <Field label={words.powerfulSites} error={errors.powerfulSites?.message}>
        <TextInput
          type="number"
          className="max-w-24"
          {...form.register('powerfulSites', whole(POLICY_LIMITS.powerfulSites))}
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
