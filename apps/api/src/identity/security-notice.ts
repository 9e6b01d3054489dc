import { newId } from '@keyholder/db';
import type { Transaction } from '@keyholder/db';
import { mail } from '@keyholder/db/schema';
import type { EmailAddress, UserId } from '@keyholder/domain';
import type { SecurityChange } from '../mail/new-mail.ts';
import { newMail } from '../mail/new-mail.ts';
import type { IdentityMails } from './identity-mails.ts';

/** Tells somebody by mail that the way they sign in was changed, in the transaction that changed it. */
export async function queueSecurityNotice(
  tx: Transaction,
  { enqueueMails }: Pick<IdentityMails, 'enqueueMails'>,
  person: { readonly id: UserId; readonly email: EmailAddress },
  change: SecurityChange,
  now: Date,
): Promise<void> {
  const facts = { change, at: now.toISOString(), path: '/me/security' };
  // A reference of its own: each change is told of, also the second one in a second.
  const record = newMail('security_notice', {
    ...{ ref: newId(), generation: 0 },
    recipient: person.email,
    facts,
  });
  await tx.insert(mail).values({ ...record, createdAt: now });
  await enqueueMails(tx, [record.id]);
}
