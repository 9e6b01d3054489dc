import type { AccountStanding } from './account-membership.ts';
import { allow, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { isFreshSignIn } from './ownership.ts';
import { accountRoleGrants } from './grant.ts';

const DAY_MS = 24 * 3_600_000;

/** From which numbers on Keyholder points at somebody, and which addresses are an account's own. */
export interface AccountThresholds {
  /** Host names; people whose address is in none of them, nor below one, are outside. None: nobody is. */
  readonly domains: readonly string[];
  /** Days without activity after which somebody is called inactive. */
  readonly inactiveAfterDays: number;
  /** On how many sites somebody manages people when they are called powerful. */
  readonly powerfulSites: number;
}

/** What an account asks of everybody in it. */
export interface AccountPolicies extends AccountThresholds {
  /** From when on a second factor is needed; null: it is not. */
  readonly secondFactorRequiredFrom: Date | null;
  /** How long people were given when it was turned on, in days. */
  readonly secondFactorGraceDays: number;
}

/** What holds until somebody decides otherwise. */
export const DEFAULT_POLICIES: AccountPolicies = {
  secondFactorRequiredFrom: null,
  secondFactorGraceDays: 7,
  domains: [],
  inactiveAfterDays: 90,
  powerfulSites: 5,
};

/** The smallest and the largest number that each may be. */
export const POLICY_LIMITS = {
  secondFactorGraceDays: [0, 90],
  inactiveAfterDays: [14, 730],
  powerfulSites: [2, 100],
} as const satisfies Partial<Record<keyof AccountPolicies, readonly [number, number]>>;
/** So many domains may be an account's own. */
export const POLICY_DOMAINS_AT_MOST = 50;

/** What somebody wants changed; what is absent stays. */
export interface PolicyChange {
  readonly domains?: readonly string[] | undefined;
  readonly inactiveAfterDays?: number | undefined;
  readonly powerfulSites?: number | undefined;
  readonly secondFactor?: { readonly required: boolean; readonly graceDays?: number | undefined } | undefined;
}

/**
 * May `by` change these policies [product.md §2.1, security.md 1.1.7]? Answers them as they are then. Whoever asks a
 * second factor of everybody has one, or would lock themselves out first.
 */
export function decidePolicyChange(
  by: AccountStanding & { readonly signedInAt: Date; readonly hasSecondFactor: boolean },
  from: AccountPolicies,
  { secondFactor, ...change }: PolicyChange,
  now: Date,
): Decision<AccountPolicies> {
  if (!accountRoleGrants(by.accountRole, 'account.settings')) return refuse('permission.denied');
  if (!isFreshSignIn(by.signedInAt, now)) return refuse('auth.reauthentication_required');
  if (secondFactor?.required && from.secondFactorRequiredFrom === null && !by.hasSecondFactor)
    return refuse('validation.failed', {
      fields: { 'secondFactor.required': 'Set up your own second factor first.' },
    });
  return allow({
    domains: change.domains ?? from.domains,
    inactiveAfterDays: change.inactiveAfterDays ?? from.inactiveAfterDays,
    powerfulSites: change.powerfulSites ?? from.powerfulSites,
    ...factorFrom(from, secondFactor, now),
  });
}

/** A second factor that is required already stays so from the same day, unless the time given changes. */
function factorFrom(
  from: AccountPolicies,
  change: PolicyChange['secondFactor'],
  now: Date,
): Pick<AccountPolicies, 'secondFactorRequiredFrom' | 'secondFactorGraceDays'> {
  const { secondFactorRequiredFrom, secondFactorGraceDays: given } = from;
  if (!change) return { secondFactorRequiredFrom, secondFactorGraceDays: given };
  const { required, graceDays } = change;
  const secondFactorGraceDays = graceDays ?? given;
  if (!required) return { secondFactorRequiredFrom: null, secondFactorGraceDays };
  const begun = secondFactorRequiredFrom && new Date(secondFactorRequiredFrom.getTime() - given * DAY_MS);
  return {
    secondFactorRequiredFrom: new Date((begun ?? now).getTime() + secondFactorGraceDays * DAY_MS),
    secondFactorGraceDays,
  };
}

/** Whether an address belongs to none of the account's own domains, nor to a part of one. */
export function isOutsideDomains(email: string, domains: readonly string[]): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1);
  return domains.length > 0 && !domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
