import type { CommandContext, Transaction } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { SITE_ONLY_ROLE, canonicalName, decideAcceptance, decideSeat, fail, must } from '@keyholder/domain';
import type { Acceptance, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { readOfferOf } from '../identity/sso-repository.ts';
import { revokeKeysOfEndedAccess } from '../roster/revoke-api-keys.ts';
import { countSeats } from '../roster/seats.ts';
import { landingOf, recordAcceptance } from './acceptance-record.ts';
import type { Accepted } from './acceptance-record.ts';
import { saveAnswer } from './invitation-repository.ts';
import { joinAccount, joinSite, replaceUnverified } from './join-repository.ts';
import type { NewPerson } from './join-repository.ts';
import { openLink, proveToken } from './presented-link.ts';
import type { OpenedLink, ProvenToken } from './presented-link.ts';
import { visitorOf } from './visitor.ts';

type AcceptDeps = Pick<Deps, 'database' | 'read' | 'write' | 'links' | 'limits' | 'identity'>;

export interface AcceptInput {
  readonly token: string;
  readonly name?: string | undefined;
  readonly password?: string | undefined;
}

/** Who accepts, what was typed, and where the request comes from. */
export interface AcceptRequest {
  readonly person: PersonAccess | null;
  readonly clientAddress: string;
  /** The command of a given person: a new one exists only from here on. */
  readonly commandFor: (userId: UserId, invitationId: string) => CommandContext;
}

/**
 * Accepts an invitation [R21, R22]: person, credential, account record, site member, invitation and events in one
 * transaction. Of any number of parallel calls exactly one joins. `newPerson`: start a session for them.
 */
export async function acceptInvitation(
  deps: AcceptDeps,
  { person, clientAddress, commandFor }: AcceptRequest,
  input: AcceptInput,
): Promise<Accepted & { readonly newPerson: UserId | null }> {
  const token = await proveToken(deps, input.token, clientAddress);
  // Judged once before the lock only to know whether a password must be hashed: no hashing inside a transaction.
  const foreseen = await foresee(deps, token, person);
  const newPerson = foreseen.kind === 'create_and_join' ? await prepare(deps, input) : null;
  const userId = person?.userId ?? newPerson?.userId ?? fail('invitation.sign_in_required');

  let created = false;
  const accepted = await deps.write(commandFor(userId, token.id), token.accountId, async (tx, { now }) => {
    created = false;
    const link = await openLink(tx, token, now, true);
    const decision = must(decideAcceptance(link, visitorOf(person, link), link.holder !== null, now));
    const { invitation } = link;
    if (decision.kind === 'already_accepted')
      return { unchanged: true, result: landingOf(link, 'already_accepted') };
    if (decision.kind === 'create_and_join') {
      await refuseWithoutSso(tx, link);
      await replaceUnverified(tx, invitation.email, newPerson ?? fail('invitation.sign_in_required'), now);
      created = true;
    }

    const accountRole = invitation.scope === 'account' ? invitation.role : SITE_ONLY_ROLE;
    const seats = await countSeats(tx, token.accountId, now, invitation.email);
    const joinedAccount = await joinAccount(tx, token.accountId, userId, accountRole, now);
    must(decideSeat(seats, !joinedAccount));
    const sites = invitation.scope === 'site' ? [invitation.siteId] : [];
    const keys = await revokeKeysOfEndedAccess(tx, token.accountId, userId, sites, { by: userId, now });
    const joinedSite =
      invitation.scope === 'site' ? await joinSite(tx, invitation, invitation.siteId, userId, now) : false;

    await saveAnswer(tx, invitation.id, { state: 'accepted', answeredAt: now, acceptedBy: userId });
    const joined = invitation.scope === 'site' ? joinedSite : joinedAccount;
    const name = newPerson?.name ?? person!.name;
    return recordAcceptance(link, { userId, name, accountRole, joinedAccount, joined, keys });
  });
  // A twin with the same Idempotency-Key is handed the answer of the other, whose person it did not make.
  return { ...accepted, newPerson: created ? userId : null };
}

async function foresee(
  deps: AcceptDeps,
  token: ProvenToken,
  person: PersonAccess | null,
): Promise<Acceptance> {
  return deps.database.transaction(async (tx) => {
    const now = await deps.database.now(tx);
    const link: OpenedLink = await openLink(tx, token, now, false);
    const acceptance = must(decideAcceptance(link, visitorOf(person, link), link.holder !== null, now));
    if (acceptance.kind === 'create_and_join') await refuseWithoutSso(tx, link);
    return acceptance;
  });
}

/** Where the account asks for single sign-on, a new person comes from its provider and not with a password. */
async function refuseWithoutSso(tx: Transaction, { place, invitation }: OpenedLink): Promise<void> {
  const offer = await readOfferOf(tx, place.accountId, invitation.email);
  if (offer === 'required') fail('invitation.sso_required');
}

async function prepare({ identity }: AcceptDeps, { name, password }: AcceptInput): Promise<NewPerson> {
  const canonical = canonicalName(name ?? '');
  const fault = identity.passwordFault(password ?? '');
  if (canonical === null || fault !== null) {
    const fields = {
      ...(canonical === null ? { name: 'Write a name of 1 to 80 characters.' } : {}),
      ...(fault !== null ? { password: fault } : {}),
    };
    return fail('validation.failed', { fields });
  }
  return { userId: newId<UserId>(), name: canonical, passwordHash: await identity.hashPassword(password!) };
}
