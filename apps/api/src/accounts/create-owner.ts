import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { AccountId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { newMail } from '../mail/new-mail.ts';
import { foundAccount } from './create-account.ts';
import { saveOwner } from './owner-repository.ts';
import type { NewOwner } from './owner-repository.ts';

/**
 * Makes a person and an account that they own, in one transaction: how an installation without anybody begins [R1].
 * Without a password they are mailed a link to choose one. Somebody has the address → `member.already_active`.
 */
export function createOwner(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  owner: NewOwner,
  accountName: string,
): Promise<{ readonly slug: string }> {
  const id = newId<AccountId>();
  return deps.write.creatingAccount(command, id, async (tx, { now }) => {
    if (!(await saveOwner(tx, owner, now))) fail('member.already_active');
    const { account, events } = await foundAccount(tx, { id, name: accountName }, owner.userId, now);
    const link = newMail('password_reset', {
      ...{ ref: owner.userId, generation: Math.floor(now.getTime() / 1000) },
      ...{ recipient: owner.email, facts: {} },
    });
    return {
      result: { slug: account.slug },
      events,
      mails: owner.passwordHash === null ? [link] : [],
    };
  });
}
