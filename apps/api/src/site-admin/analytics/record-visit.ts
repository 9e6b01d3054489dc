import type { IdempotentRequest } from '@keyholder/db';
import { fail, referrerHost, visitDay, visitedPath } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { NewVisit } from './analytics-view.ts';
import { findLiveSite, saveVisit } from './visit-repository.ts';

/** What came in and where from; the address is counted by the limits and kept nowhere. */
export interface Reported {
  readonly siteId: string;
  readonly visit: NewVisit;
  readonly clientAddress: string;
  readonly idempotencyOf: (principal: string) => IdempotentRequest | undefined;
}

/** Counts a visit of a page of a live site. Nothing of it says who came: day, page and the host they came from. */
export async function recordVisit(
  deps: Pick<Deps, 'read' | 'intake' | 'limits'>,
  { siteId, visit, clientAddress, idempotencyOf }: Reported,
): Promise<void> {
  const site = (await deps.read((db) => findLiveSite(db, siteId))) ?? fail('not_found');
  await deps.limits.take('visit.network', `${clientAddress} ${site.siteId}`);
  await deps.limits.take('visit', site.siteId);
  const path = visitedPath(visit.path) ?? wrong('path', 'Write a path of the site, like /prices.');
  await deps.intake(idempotencyOf(`visits:${site.siteId}`), async (tx, { now }) => {
    const day = visitDay(visit.at ?? now, now) ?? wrong('at', 'Report visits within two days.');
    await saveVisit(tx, site, day, 'page', path);
    const host = visit.referrer === undefined ? null : referrerHost(visit.referrer);
    // From one page of a site to the next is not coming from somewhere. Always after the page, so that no two wait for each other.
    if (host !== null && host !== site.domain) await saveVisit(tx, site, day, 'referrer', host);
    return null;
  });
}

const wrong = (field: string, message: string): never =>
  fail('validation.failed', { fields: { [field]: message } });
