import type { Transaction } from '@keyholder/db';
import { account, invitation, site, user } from '@keyholder/db/schema';
import { fail } from '@keyholder/domain';
import type {
  AccountId,
  EmailAddress,
  InvitationId,
  PresentedLink,
  Standing,
  UserId,
} from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { findStandings } from '../roster/standings.ts';
import { invitationOf, readSends } from './invitation-repository.ts';
import type { Place } from './invitation-repository.ts';
import { readStandingIn } from './venue.ts';

/** A token whose mac has matched: it names an invitation and one of its sends. */
export interface ProvenToken {
  readonly id: InvitationId;
  readonly accountId: AccountId;
  readonly seq: number;
}

const NO_NONCE = Buffer.alloc(32);
const NO_ID = '00000000-0000-0000-0000-000000000000' as InvitationId;

/**
 * Proves a token against the sends of its invitation, newest first, in constant time each; every kind of wrong token is
 * the same `invitation.invalid` after the same work (security.md 1.2.3).
 */
export async function proveToken(
  deps: Pick<Deps, 'read' | 'links' | 'limits'>,
  token: string,
  clientAddress: string,
): Promise<ProvenToken> {
  const id = deps.links.idOf(token) ?? NO_ID;
  const sends = await deps.read((db) => readSends(db, id));
  let proven: ProvenToken | null = null;
  if (sends.length === 0) deps.links.matches(token, NO_ID, NO_NONCE);
  for (const send of sends) {
    if (deps.links.matches(token, id, send.nonce))
      proven ??= { id, accountId: send.accountId, seq: send.seq };
  }
  if (proven) return proven;
  await deps.limits.take('token.wrong', clientAddress);
  return fail('invitation.invalid');
}

/** A link with everything that decides about it, and the words that mails and the page need. */
export interface OpenedLink extends PresentedLink {
  readonly place: Place;
  readonly note: string | null;
  readonly accountName: string;
  readonly accountSlug: string;
  readonly site: { readonly id: string; readonly name: string; readonly slug: string } | null;
  readonly invitedBy: { readonly id: UserId; readonly name: string; readonly email: EmailAddress };
  readonly newLinkAskedAt: Date | null;
  /** The verified person who has the invited address. */
  readonly holder: UserId | null;
}

/** Reads what a proven token opens at `now`; with `lock` its invitation for update, inside a command. */
export async function openLink(
  tx: Transaction,
  token: ProvenToken,
  now: Date,
  lock: boolean,
): Promise<OpenedLink> {
  const query = tx
    .select({
      row: invitation,
      accountName: account.name,
      accountSlug: account.slug,
      siteId: site.id,
      siteName: site.name,
      siteSlug: site.slug,
    })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.accountId))
    .leftJoin(site, eq(site.id, invitation.siteId))
    .where(eq(invitation.id, token.id));
  const [found] = await (lock ? query.for('update', { of: invitation }) : query);
  if (!found) return fail('invitation.invalid');
  const { row } = found;
  const place: Place =
    row.siteId === null
      ? { scope: 'account', accountId: row.accountId, siteId: null }
      : { scope: 'site', accountId: row.accountId, siteId: row.siteId };
  const [sends, [inviter], [holder], sender] = await Promise.all([
    readSends(tx, token.id),
    tx
      .select({ id: user.id, name: user.name, email: user.email })
      .from(user)
      .where(eq(user.id, row.invitedBy)),
    tx
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.email, row.email), eq(user.emailVerified, true))),
    findSender(tx, place, row.invitedBy, now),
  ]);
  return {
    invitation: invitationOf(row),
    newest: sends[0]?.seq === token.seq,
    sender,
    place,
    note: row.note,
    accountName: found.accountName,
    accountSlug: found.accountSlug,
    site: found.siteId === null ? null : { id: found.siteId, name: found.siteName!, slug: found.siteSlug! },
    invitedBy: inviter!,
    newLinkAskedAt: row.newLinkAskedAt,
    holder: holder?.id ?? null,
  };
}

/** How the sender of an offer stands there now; null when there is no such place any more, or they do not belong to the account. */
async function findSender(
  tx: Transaction,
  place: Place,
  userId: UserId,
  now: Date,
): Promise<Standing | null> {
  const sender =
    place.scope === 'site'
      ? (await findStandings(tx, place.accountId, place.siteId, [userId], now))?.(userId)
      : await readStandingIn(tx, place, userId, now);
  return sender === undefined || sender.accountRole === null ? null : sender;
}
