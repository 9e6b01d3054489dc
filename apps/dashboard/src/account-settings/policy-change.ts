import { canonicalDomain } from '@keyholder/domain';
import type { Policies } from './account-queries.ts';

/** The policies as the form holds them: domains as one text. */
export interface PolicyValues {
  secondFactor: { required: boolean; graceDays: number };
  domains: string;
  inactiveAfterDays: number;
  powerfulSites: number;
}

export const valuesOf = (policies: Policies): PolicyValues => ({
  secondFactor: {
    required: policies.secondFactor.required,
    graceDays: policies.secondFactor.graceDays,
  },
  domains: policies.domains.join('\n'),
  inactiveAfterDays: policies.inactiveAfterDays,
  powerfulSites: policies.powerfulSites,
});

export const domainsIn = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '');
export const wrongDomain = (text: string): string | undefined =>
  domainsIn(text).find((word) => canonicalDomain(word) === null);

/** Only what differs: what somebody else changes meanwhile stays. */
export function policyChange(values: PolicyValues, from: Policies) {
  const { secondFactor, domains, inactiveAfterDays, powerfulSites } = values;
  const before = valuesOf(from);
  return {
    ...(secondFactor.required !== before.secondFactor.required ||
    (secondFactor.required && secondFactor.graceDays !== before.secondFactor.graceDays)
      ? { secondFactor }
      : {}),
    ...(domains !== before.domains ? { domains: domainsIn(domains) } : {}),
    ...(inactiveAfterDays !== before.inactiveAfterDays ? { inactiveAfterDays } : {}),
    ...(powerfulSites !== before.powerfulSites ? { powerfulSites } : {}),
  };
}
