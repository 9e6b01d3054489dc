import type { Transaction } from '@keyholder/db';
import { canonicalName, decideSsoArrival } from '@keyholder/domain';
import type { AccountId, SsoRefusal, UserId } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import { keepPendingLink, takeAttempt } from './sso-attempt.ts';
import type { Attempt } from './sso-attempt.ts';
import { proofOf } from './sso-browser.ts';
import { endingPage } from './sso-next.ts';
import { ProviderUnreachable } from './sso-outbound.ts';
import type { Assertion } from './sso-provider.ts';
import {
  createPerson,
  findByIdentity,
  findHolder,
  readConnection,
  readInvited,
  readProvenDomains,
  saveIdentity,
} from './sso-repository.ts';
import type { Connection } from './sso-repository.ts';
import { openSsoSession } from './sso-session.ts';
import type { IdentityDeps } from './identity.ts';
import { seenFrom } from './visit.ts';
import type { Visit } from './visit.ts';

/** Where the browser goes now, and the cookies that it takes along. */
export interface Ending {
  readonly path: string;
  readonly setCookies: readonly string[];
}

/** How far clocks of provider and database may differ. */
const LEEWAY_MS = 60_000;

type Arrived =
  | { readonly kind: 'in'; readonly userId: UserId; readonly token: string; readonly created: boolean }
  | { readonly kind: 'link'; readonly secret: string }
  | { readonly kind: 'other_address'; readonly email: string }
  | { readonly kind: 'refused'; readonly reason: SsoRefusal };

/** What the provider sent the browser back with. Whatever does not fit ends without session, person or membership. */
export async function finishSso(
  deps: IdentityDeps,
  cookieHeader: string | undefined,
  callback: URLSearchParams,
  visit: Visit,
): Promise<Ending> {
  const { database, sso } = deps;
  const over = (next: string, ending: string, facts?: Record<string, string>): Ending => ({
    path: endingPage(next, ending, facts),
    setCookies: [sso.cookies.attempt.clear],
  });
  const begun = await begin(deps, cookieHeader);
  if (!begun) {
    await deps.limits.take('token.wrong', visit.address);
    await refuse(deps, null, 'response_invalid', visit);
    return over('/', 'refused');
  }
  const { attempt, connection, now } = begun;
  const client = { ...connection, clientSecret: sso.secrets.open(connection.id, connection.clientSecret) };
  let assertion: Assertion;
  try {
    assertion = await sso.provider.redeem(client, proofOf(attempt.secret), callback, now);
  } catch (error) {
    if (error instanceof ProviderUnreachable) {
      deps.log.warn({ connectionId: connection.id }, 'identity provider does not answer');
      return over(attempt.next, 'unavailable');
    }
    await refuse(deps, connection.accountId, 'response_invalid', visit);
    return over(attempt.next, 'refused');
  }
  const arrived = await database
    .transaction((tx) => arrive(tx, begun, assertion, visit))
    .catch((error: unknown): Arrived => {
      if (error instanceof TakenMeanwhile) return { kind: 'refused', reason: 'response_invalid' };
      throw error;
    });
  switch (arrived.kind) {
    case 'in':
      await recordSecurityEvent(deps, {
        action: 'sign_in.succeeded',
        userId: arrived.userId,
        accountId: connection.accountId,
        detail: { sso: connection.id, ...(arrived.created ? { created: true } : {}) },
        ...seenFrom(visit),
      });
      return {
        path: attempt.next,
        setCookies: [deps.cookie.write(arrived.token), sso.cookies.attempt.clear],
      };
    case 'link': {
      const ending = over('/sign-in', 'link');
      return { ...ending, setCookies: [...ending.setCookies, sso.cookies.link.write(arrived.secret)] };
    }
    case 'other_address':
      await refuse(deps, connection.accountId, arrived.kind, visit);
      return over('/invitation', 'other', { was: arrived.email });
    case 'refused':
      await refuse(deps, connection.accountId, arrived.reason, visit);
      return over(attempt.next, arrived.reason === 'response_invalid' ? 'refused' : arrived.reason);
  }
}

interface Begun {
  readonly attempt: Attempt;
  readonly connection: Connection;
  readonly now: Date;
}

async function begin(
  { database, sso }: IdentityDeps,
  cookieHeader: string | undefined,
): Promise<Begun | null> {
  const secret = sso.cookies.attempt.read(cookieHeader);
  if (secret === null) return null;
  return database.transaction(async (tx) => {
    const now = await database.now(tx);
    const attempt = await takeAttempt(tx, secret, now);
    const connection = attempt && (await readConnection(tx, attempt.connectionId));
    return connection ? { attempt, connection, now } : null;
  });
}

/** Judges the assertion and does what follows, in one transaction. */
async function arrive(
  tx: Transaction,
  { attempt, connection, now }: Begun,
  { issuer, subject, email, emailVerified, name, authTime }: Assertion,
  visit: Visit,
): Promise<Arrived> {
  const key = { connectionId: connection.id, issuer, subject };
  const { invitationId, confirms, next } = attempt;
  const arrival = decideSsoArrival({
    email,
    emailVerified,
    confirms,
    known: await findByIdentity(tx, key),
    holder: email === null ? null : await findHolder(tx, connection.id, email),
    provenDomains: await readProvenDomains(tx, connection.id),
    invited: invitationId === null ? null : await readInvited(tx, invitationId, connection.accountId, now),
  });
  const justNow = authTime !== null && authTime * 1000 >= attempt.startedAt.getTime() - LEEWAY_MS;
  if (confirms !== null && !justNow) return { kind: 'refused', reason: 'response_invalid' };
  const vouched = { connectionId: connection.id, fresh: justNow };
  switch (arrival.kind) {
    case 'sign_in': {
      const token = await openSsoSession(tx, arrival.userId, vouched, visit, now);
      return { kind: 'in', userId: arrival.userId, token, created: false };
    }
    case 'create': {
      const userId = await createPerson(tx, email!, canonicalName(name ?? '') ?? localPart(email!), now);
      if (userId === null || !(await saveIdentity(tx, key, userId, now))) throw new TakenMeanwhile();
      const token = await openSsoSession(tx, userId, vouched, visit, now);
      return { kind: 'in', userId, token, created: true };
    }
    case 'link':
      return { kind: 'link', secret: await keepPendingLink(tx, key, { userId: arrival.userId, next }, now) };
    default:
      return arrival;
  }
}

/** A twin made the person in this moment: nothing of this one may stay. */
class TakenMeanwhile extends Error {}

const localPart = (email: string): string => email.slice(0, email.lastIndexOf('@'));

async function refuse(
  deps: IdentityDeps,
  accountId: AccountId | null,
  reason: SsoRefusal | 'other_address',
  visit: Visit,
): Promise<void> {
  await recordSecurityEvent(deps, {
    action: 'sso.refused',
    ...(accountId === null ? {} : { accountId }),
    detail: { reason },
    ...seenFrom(visit),
  });
}
