import { databaseNow, newId } from '@keyholder/db';
import type { Database, Transaction } from '@keyholder/db';
import { mail } from '@keyholder/db/schema';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { newMail } from '../mail/new-mail.ts';

export interface IdentityMails {
  readonly database: Database;
  readonly enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>;
}

const FACTS = {
  verification: {},
  password_reset: {},
  already_registered: { path: '/sign-in' },
  sso_hint: { path: '/sign-in' },
} as const;

/** Records a mail with its job. One a second and person is enough: a second one in that second is the same mail. */
export async function queueIdentityMail(
  { database, enqueueMails }: IdentityMails,
  kind: keyof typeof FACTS,
  person: { readonly id: UserId; readonly email: EmailAddress },
): Promise<void> {
  await database.transaction(async (tx) => {
    const now = await databaseNow(tx);
    const generation = Math.floor(now.getTime() / 1000);
    const record = newMail(kind, { ref: person.id, generation, recipient: person.email, facts: FACTS[kind] });
    const recorded = await tx
      .insert(mail)
      .values({ ...record, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: mail.id });
    if (recorded.length > 0) await enqueueMails(tx, [record.id]);
  });
}

/** A job without a mail, which the worker passes over: to ask for somebody unknown costs what it costs for a person. */
export async function queueNothing({ database, enqueueMails }: IdentityMails): Promise<void> {
  await database.transaction(async (tx) => {
    await databaseNow(tx);
    await enqueueMails(tx, [newId()]);
  });
}
