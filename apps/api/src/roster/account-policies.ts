import type { Transaction } from '@keyholder/db';
import { DEFAULT_POLICIES } from '@keyholder/domain';
import type { AccountId, AccountPolicies } from '@keyholder/domain';
import { sql } from 'drizzle-orm';

interface PolicyRow extends Record<string, unknown> {
  required_from: string | Date | null;
  grace_days: number;
  domains: string[];
  inactive_after_days: number;
  powerful_sites: number;
}

/** What an account asks of everybody in it; the defaults until somebody decided. */
export async function readPolicies(
  db: Pick<Transaction, 'execute'>,
  accountId: AccountId,
): Promise<AccountPolicies> {
  const [row] = await db.execute<PolicyRow>(sql`
    select second_factor_required_from as required_from, second_factor_grace_days as grace_days, domains,
      inactive_after_days, powerful_sites
    from account_policy where account_id = ${accountId}`);
  if (!row) return DEFAULT_POLICIES;
  return {
    secondFactorRequiredFrom: row.required_from === null ? null : new Date(row.required_from),
    secondFactorGraceDays: row.grace_days,
    domains: row.domains,
    inactiveAfterDays: row.inactive_after_days,
    powerfulSites: row.powerful_sites,
  };
}
