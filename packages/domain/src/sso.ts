import type { EmailAddress, UserId } from './ids.ts';

/** How long somebody has for the way to their identity provider and back, in ms. */
export const SSO_ATTEMPT_MS = 10 * 60_000;

/** What single sign-on means for an address: nothing, a second way beside the password, or the only one. */
export const SSO_OFFERS = ['none', 'offered', 'required'] as const;
export type SsoOffer = (typeof SSO_OFFERS)[number];

/** Why somebody who came back from their provider is not let in. */
export const SSO_REFUSALS = [
  'response_invalid',
  'email_unverified',
  'domain_not_proven',
  'other_subject',
  'other_person',
  'nobody_here',
] as const;
export type SsoRefusal = (typeof SSO_REFUSALS)[number];

/** What a provider has said and what Keyholder knows about it, once signature, nonce and issuer are checked. */
export interface SsoFacts {
  readonly email: EmailAddress | null;
  /** The claim as it came: only `true` counts. */
  readonly emailVerified: unknown;
  /** Whose identity this is: connection, issuer and subject are known. */
  readonly known: { readonly userId: UserId; readonly email: EmailAddress } | null;
  /** The verified person who has this address, and whether another subject of this connection is theirs. */
  readonly holder: { readonly userId: UserId; readonly bound: boolean } | null;
  /** Domains that the account of the connection has proven. */
  readonly provenDomains: readonly string[];
  /** The address of the invitation in progress. */
  readonly invited: EmailAddress | null;
  /** The person who confirms that it is still them. */
  readonly confirms: UserId | null;
}

export type SsoArrival =
  | { readonly kind: 'sign_in'; readonly userId: UserId }
  | { readonly kind: 'create' }
  /** Somebody is here already: they say so themselves, by signing in as before. */
  | { readonly kind: 'link'; readonly userId: UserId }
  /** An invitation is in progress, and it is for another address. */
  | { readonly kind: 'other_address'; readonly email: EmailAddress }
  | { readonly kind: 'refused'; readonly reason: SsoRefusal };

const refused = (reason: SsoRefusal): SsoArrival => ({ kind: 'refused', reason });

export const domainOf = (email: EmailAddress): string => email.slice(email.lastIndexOf('@') + 1);

/**
 * Who may come in through an identity provider (security.md 1.1.10). An address never decides whose session it becomes:
 * the identity does, and an address only opens the way to a new person or to a link that its holder confirms.
 */
export function decideSsoArrival(facts: SsoFacts): SsoArrival {
  const { email, known, holder, invited, confirms } = facts;
  if (email === null || facts.emailVerified !== true) return refused('email_unverified');
  const who = known?.email ?? email;
  if (confirms !== null && known?.userId !== confirms) return refused('other_person');
  if (invited !== null && who !== invited) return { kind: 'other_address', email: who };
  if (!facts.provenDomains.includes(domainOf(who))) return refused('domain_not_proven');
  if (known) return { kind: 'sign_in', userId: known.userId };
  if (holder) return holder.bound ? refused('other_subject') : { kind: 'link', userId: holder.userId };
  return invited === null ? refused('nobody_here') : { kind: 'create' };
}
