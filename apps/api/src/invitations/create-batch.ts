import type { CommandContext, NewAuditEvent, Transaction } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { expiryOf } from '@keyholder/domain';
import type { ErrorCode, InvitationId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { saveBatch } from './batch-repository.ts';
import type { InvitationView } from './invitation-view.ts';
import { judgeBatch } from './judge-batch.ts';
import type { BatchRow, Verdict } from './judge-batch.ts';
import { readInvitations } from './read-invitations.ts';

export interface BatchResult {
  readonly row: number;
  readonly status: 'ok' | 'refused';
  readonly code?: ErrorCode;
  readonly fields?: Record<string, string>;
  readonly invitation?: InvitationView;
}

/** What would become of each row if the batch were sent now; changes nothing [R25]. */
export function previewBatch(
  deps: Pick<Deps, 'database'>,
  by: PersonAccess,
  account: AccountAccess,
  rows: readonly BatchRow[],
): Promise<readonly BatchResult[]> {
  return deps.database.transaction(async (tx) => {
    const verdicts = await judgeBatch(tx, account.id, by.userId, rows, await deps.database.now(tx));
    return resultsOf(tx, verdicts, new Map());
  });
}

/** Sends all rows that may be sent, the others are refused each for itself: one record and one mail a row [R25]. */
export function createBatch(
  deps: Pick<Deps, 'write' | 'newNonce'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  rows: readonly BatchRow[],
): Promise<readonly BatchResult[]> {
  return deps.write(command, account.id, async (tx, { now }) => {
    const verdicts = await judgeBatch(tx, account.id, by.userId, rows, now);
    const times = { sentAt: now, expiresAt: expiryOf('site', now) };
    const offers = verdicts.flatMap((verdict) => {
      if (!verdict.ok) return [];
      const { row, site, email, role } = verdict;
      const id = newId<InvitationId>();
      const mail = newMail('invitation', {
        ref: id,
        generation: 1,
        recipient: email,
        facts: {
          ...{ accountName: account.name, siteName: site.name, role, note: null, resent: false },
          ...{ invitedBy: { name: by.name, email: by.email }, expiresAt: times.expiresAt.toISOString() },
        },
      });
      return [{ row, id, siteId: site.id, email, role, nonce: deps.newNonce(), mail }];
    });
    const [first, ...rest] = offers.map((offer): NewAuditEvent => ({
      action: 'invitation.created',
      target: { kind: 'invitation', id: offer.id },
      siteId: offer.siteId,
      after: { email: offer.email, role: offer.role, expiresAt: times.expiresAt.toISOString() },
    }));
    if (!first) return { unchanged: true, result: await resultsOf(tx, verdicts, new Map()) };

    await saveBatch(tx, account.id, by.userId, offers, times);
    const created = new Map(offers.map((offer) => [offer.row, offer.id]));
    return {
      result: await resultsOf(tx, verdicts, created),
      events: [first, ...rest],
      mails: offers.map((offer) => offer.mail),
      signals: offers.map(({ id, siteId }) => ({ event: 'invitation.created', id, siteId })),
    };
  });
}

/** One result a row: a sent row carries its invitation, a row that is already pending the one that stands in its way. */
async function resultsOf(
  tx: Transaction,
  verdicts: readonly Verdict[],
  created: ReadonlyMap<number, InvitationId>,
): Promise<readonly BatchResult[]> {
  const ids = verdicts.flatMap((one) => created.get(one.row) ?? (one.ok ? [] : (one.invitationId ?? [])));
  const views = ids.length === 0 ? [] : await readInvitations(tx, sql`i.id = any(${sql.param(ids)}::uuid[])`);
  const byId = new Map(views.map((view) => [view.id, view]));
  return verdicts.map((verdict) => {
    const { row } = verdict;
    const id = created.get(row) ?? (verdict.ok ? undefined : verdict.invitationId);
    const invitation = id === undefined ? undefined : byId.get(id);
    const more = invitation ? { invitation } : {};
    if (verdict.ok) return { row, status: 'ok', ...more };
    return {
      row,
      status: 'refused',
      code: verdict.code,
      ...(verdict.fields ? { fields: verdict.fields } : {}),
      ...more,
    };
  });
}
