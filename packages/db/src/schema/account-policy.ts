import type { AccountId } from '@keyholder/domain';
import { DEFAULT_POLICIES } from '@keyholder/domain';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './account.ts';
import { id, instant } from './columns.ts';

/** What an account asks of everybody in it. Without a row the domain's defaults hold. */
export const accountPolicy = pgTable('account_policy', {
  accountId: id('account_id')
    .$type<AccountId>()
    .primaryKey()
    .references(() => account.id),
  /** Null: no second factor is needed. */
  secondFactorRequiredFrom: instant('second_factor_required_from'),
  secondFactorGraceDays: integer('second_factor_grace_days')
    .notNull()
    .default(DEFAULT_POLICIES.secondFactorGraceDays),
  domains: text('domains').array().notNull(),
  inactiveAfterDays: integer('inactive_after_days').notNull().default(DEFAULT_POLICIES.inactiveAfterDays),
  powerfulSites: integer('powerful_sites').notNull().default(DEFAULT_POLICIES.powerfulSites),
});
