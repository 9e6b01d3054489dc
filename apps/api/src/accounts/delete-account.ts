import type { CommandContext } from '@keyholder/db';
import { decideAccountDeletion, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { endEverything, readEverybody, saveAccountDeletion } from './account-deletion-repository.ts';
import { deletionEvents } from './account-deletion-record.ts';
import { readSettings } from './account-repository.ts';

export interface AccountDeleted {
  readonly correlationId: string;
  readonly deletedSites: number;
  readonly removedPeople: number;
  readonly revokedInvitations: number;
  readonly revokedApiKeys: number;
}

/**
 * Deletes an account for good: its sites, everybody's place in it, invitations, keys and sign-in connections, in one
 * transaction. What stays is its audit log, which can still be verified. People keep what they have elsewhere.
 */
export function deleteAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  { id, name }: AccountAccess,
  confirm: string,
): Promise<AccountDeleted> {
  return deps.write(command, id, async (tx, { now, correlationId }) => {
    const actor = await readAccountStanding(tx, id, by.userId);
    const account = (await readSettings(tx, id)) ?? fail('not_found');

    must(decideAccountDeletion(actor, { ...by, now }, { slug: account.slug, confirm }));

    const everybody = await readEverybody(tx, id);
    const ended = await endEverything(tx, id, by.userId, now);
    await saveAccountDeletion(tx, id, now);

    return {
      result: {
        correlationId,
        deletedSites: ended.sites.length,
        removedPeople: ended.people.length,
        revokedInvitations: ended.invitations.length,
        revokedApiKeys: ended.apiKeys.length,
      },
      events: deletionEvents(id, account, ended),
      mails: everybody.map((recipient, index) =>
        newMail('account_deleted', {
          ref: correlationId,
          generation: index,
          recipient,
          facts: {
            accountName: name,
            siteCount: ended.sites.length,
            deletedBy: { name: by.name, email: by.email },
            deletedAt: now.toISOString(),
          },
        }),
      ),
      // Whoever watches is judged anew, and has nothing here any more: every stream of the account closes.
      signals: [{ event: 'account.changed', id }],
    };
  });
}
