import type { AccountId, UserId } from '@keyholder/domain';
import { foreignKey, pgTable } from 'drizzle-orm/pg-core';
import { account, accountMember } from './account.ts';
import { id, instant } from './columns.ts';

/** The one open offer of ownership that an account may have [R12]; who offers is its owner, by definition. */
export const ownershipOffer = pgTable(
  'ownership_offer',
  {
    accountId: id('account_id')
      .$type<AccountId>()
      .primaryKey()
      .references(() => account.id),
    userId: id('user_id').$type<UserId>().notNull(),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    // No cascade: an offer that ends with a membership is withdrawn by the command, with its event.
    foreignKey({
      name: 'ownership_offer_person',
      columns: [t.accountId, t.userId],
      foreignColumns: [accountMember.accountId, accountMember.userId],
    }),
  ],
);
