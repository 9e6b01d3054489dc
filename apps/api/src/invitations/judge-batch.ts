import type { Transaction } from '@keyholder/db';
import {
  SITE_ROLES,
  canonicalEmail,
  decideSeat,
  holdsRosterAuthority,
  isId,
  mayGrant,
  maySeeSite,
} from '@keyholder/domain';
import type { AccountId, EmailAddress, ErrorCode, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { countSeats } from '../roster/seats.ts';
import { readAccountStanding } from '../roster/standings.ts';
import {
  countAccountSends,
  readBatchAddresses,
  readBatchSites,
  readBatchSlots,
  slotKey,
} from './batch-repository.ts';
import type { BatchSite } from './batch-repository.ts';
import { SEND_LIMITS } from './send-limits.ts';

/** One row as it was sent: nothing of it is believed yet [R25]. */
export interface BatchRow {
  readonly email: string;
  readonly siteId: string;
  readonly role: string;
}

export type Verdict =
  | {
      readonly row: number;
      readonly ok: true;
      readonly site: BatchSite;
      readonly email: EmailAddress;
      readonly role: SiteRole;
    }
  | {
      readonly row: number;
      readonly ok: false;
      readonly code: ErrorCode;
      readonly invitationId?: string;
      readonly fields?: Record<string, string>;
    };

const isSiteRole = (text: string): text is SiteRole => (SITE_ROLES as readonly string[]).includes(text);

/**
 * Judges every row as if it were sent alone, in order, each after the ones before it that succeed: the same rules as for
 * one invitation [R7, R13, R14, R24], with a number of statements that does not grow with the rows.
 */
export async function judgeBatch(
  tx: Transaction,
  accountId: AccountId,
  sender: UserId,
  rows: readonly BatchRow[],
  now: Date,
): Promise<readonly Verdict[]> {
  const read = rows.map(({ email, siteId, role }) => ({
    email: canonicalEmail(email),
    siteId: isId(siteId) ? (siteId as SiteId) : null,
    role,
  }));
  const sound = read.flatMap(({ email, siteId }) => (email && siteId ? [{ email, siteId }] : []));
  const { accountRole } = await readAccountStanding(tx, accountId, sender);
  const sites = await readBatchSites(
    tx,
    accountId,
    sender,
    [...new Set(sound.map((one) => one.siteId))],
    now,
  );
  const slots = await readBatchSlots(tx, accountId, sound, now);
  const addresses = await readBatchAddresses(
    tx,
    accountId,
    sound.map((one) => one.email),
    now,
  );
  const sends = await countAccountSends(tx, accountId, now);
  const seats = await countSeats(tx, accountId, now);

  // What the rows before this one have taken.
  const taken = {
    slots: new Set<string>(),
    seats: new Set<string>(),
    mails: 0,
    perAddress: new Map<string, number>(),
  };
  const [hourly, daily] = SEND_LIMITS.account;

  return read.map(({ email, siteId, role }, row): Verdict => {
    const refused = (code: ErrorCode, more: object = {}): Verdict => ({ row, ok: false, code, ...more });
    const site = siteId ? sites.get(siteId) : undefined;
    const standing = { accountRole, siteRole: site?.senderRole ?? null };
    if (!site || !maySeeSite(standing)) return refused('not_found');
    if (!holdsRosterAuthority(standing)) return refused('permission.denied');
    if (!email || !isSiteRole(role)) return refused('validation.failed', { fields: faults(email, role) });
    if (!mayGrant(standing, role)) return refused('role.not_grantable');
    const key = slotKey(site.id, email);
    const slot = slots.get(key)!;
    const address = addresses.get(email)!;
    if (slot.activeRole !== null) return refused('member.already_active');
    if (slot.pendingId) return refused('invitation.already_pending', { invitationId: slot.pendingId });
    if (taken.slots.has(key)) return refused('invitation.already_pending');
    const holds = address.holdsSeat || taken.seats.has(email);
    const seat = decideSeat({ ...seats, reserved: seats.reserved + taken.seats.size }, holds);
    if (!seat.allowed) return refused(seat.refusal.code);
    const mailsToAddress = address.sentInDay + (taken.perAddress.get(email) ?? 0);
    const tooMany =
      sends.inHour + taken.mails >= hourly.most ||
      sends.inDay + taken.mails >= daily.most ||
      slot.sentInHour >= SEND_LIMITS.slot[0].most ||
      slot.sentInDay >= SEND_LIMITS.slot[1].most ||
      mailsToAddress >= SEND_LIMITS.address[0].most;
    if (tooMany) return refused('rate.limited');

    taken.slots.add(key);
    if (!holds) taken.seats.add(email);
    taken.mails += 1;
    taken.perAddress.set(email, (taken.perAddress.get(email) ?? 0) + 1);
    return { row, ok: true, site, email, role };
  });
}

const faults = (email: EmailAddress | null, role: string): Record<string, string> => ({
  ...(email === null ? { email: 'Write one e-mail address, like name@example.com.' } : {}),
  ...(isSiteRole(role) ? {} : { role: 'Choose a site role.' }),
});
