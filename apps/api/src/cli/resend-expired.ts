import { randomBytes } from 'node:crypto';
import { site as siteTable } from '@keyholder/db/schema';
import type { Database } from '@keyholder/db';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Env } from '../env.ts';
import { resendExpiredForInviters } from '../invitations/resend-expired.ts';
import type { ResendResult } from '../invitations/resend-expired.ts';
import { accountVenue } from '../invitations/venue.ts';
import type { Venue } from '../invitations/venue.ts';
import { oneAccount } from './accounts.ts';
import type { NamedAccount } from './accounts.ts';
import type { Command } from './command.ts';
import { OPERATOR_COMMAND, withWriting } from './open.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** `invitations resend-expired`: after mails could not leave for days, say. */
export const resendExpired: Command = {
  words: 'invitations resend-expired',
  usage: ['invitations resend-expired --account slug [--site slug]'],
  help: `Sends a fresh link to every expired invitation of an account and of all its sites, or of one site. Keyholder itself does it, and
the audit log says so; but each invitation is judged by the rights that its inviter has now, and by seats and limits, as if
the inviter had chosen Resend. What is refused is listed with its code and stays as it was.`,
  options: { account: { type: 'string' }, site: { type: 'string' } },
  run: (env, terminal, { text, rest }) =>
    rest.length > 0 || text('account') === undefined
      ? null
      : resendAll(env, terminal, text('account'), text('site')),
};

const resendAll = (env: Env, { out }: Terminal, slug: string | undefined, siteSlug: string | undefined) =>
  withWriting(env, async ({ database, write }) => {
    const account = await oneAccount(database, slug);
    const deps = { write, newNonce: () => randomBytes(32) };
    const sum = { ok: 0, refused: 0 };
    for (const venue of await venuesOf(database, account, siteSlug)) {
      let results: readonly ResendResult[];
      do {
        results = await resendExpiredForInviters(deps, OPERATOR_COMMAND, venue);
        for (const { email, status, code } of results) {
          sum[status] += 1;
          await out(`${email}\t${venue.siteName ?? venue.accountName}\t${code ?? 'sent'}\n`);
        }
        // One command takes so many; those it could not send would come again for ever.
      } while (results.length > 0 && results.every(({ status }) => status === 'ok'));
    }
    await out(`${sum.ok} sent, ${sum.refused} refused\n`);
    return sum.refused === 0 ? EXIT.good : EXIT.bad;
  });

/** The account and its sites, or the one site. */
async function venuesOf(
  database: Database,
  account: NamedAccount,
  siteSlug: string | undefined,
): Promise<Venue[]> {
  const sites = await database.read((db) =>
    db
      .select({ id: siteTable.id, name: siteTable.name })
      .from(siteTable)
      .where(
        and(
          eq(siteTable.accountId, account.id),
          isNull(siteTable.deletedAt),
          siteSlug === undefined ? undefined : eq(siteTable.slug, siteSlug),
        ),
      )
      .orderBy(asc(siteTable.slug)),
  );
  if (siteSlug !== undefined && sites.length === 0)
    throw new UsageError(`${account.slug} has no site ${siteSlug}.`);
  const places = sites.map(({ id, name }): Venue => ({
    place: { scope: 'site', accountId: account.id, siteId: id },
    accountName: account.name,
    siteName: name,
  }));
  return siteSlug === undefined ? [accountVenue(account), ...places] : places;
}
