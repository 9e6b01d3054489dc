import { describe, expect, it } from 'vitest';
import { decideSsoArrival } from './index.ts';
import type { EmailAddress, SsoFacts, UserId } from './index.ts';

const ALEX = 'alex' as UserId;
const email = 'alex@acme.example' as EmailAddress;
const facts: SsoFacts = {
  email,
  emailVerified: true,
  known: null,
  holder: null,
  provenDomains: ['acme.example'],
  invited: null,
  confirms: null,
};
const decide = (change: Partial<SsoFacts>) => decideSsoArrival({ ...facts, ...change });
const known = { userId: ALEX, email };
const refused = (reason: string) => ({ kind: 'refused', reason });

describe('who may come in through an identity provider (security.md 1.1.10)', () => {
  it('is whoever the identity belongs to, whatever address came with it', () => {
    expect(decide({ known })).toEqual({ kind: 'sign_in', userId: ALEX });
    const renamed = 'alex.r@elsewhere.example' as EmailAddress;
    expect(decide({ known, email: renamed })).toEqual({ kind: 'sign_in', userId: ALEX });
  });

  it('is somebody new only with an invitation to that address', () => {
    expect(decide({ invited: email })).toEqual({ kind: 'create' });
    expect(decide({})).toEqual(refused('nobody_here'));
  });

  it('links somebody who is here only after they say so; an address that was given away links nobody [A-091]', () => {
    expect(decide({ holder: { userId: ALEX, bound: false } })).toEqual({ kind: 'link', userId: ALEX });
    expect(decide({ holder: { userId: ALEX, bound: true } })).toEqual(refused('other_subject'));
    expect(decide({ holder: { userId: ALEX, bound: true }, invited: email })).toEqual(
      refused('other_subject'),
    );
  });

  it('is nobody whose address the provider does not vouch for [A-089]', () => {
    for (const emailVerified of [false, undefined, null, 'true', 1])
      for (const change of [{}, { known }, { invited: email }])
        expect(decide({ ...change, emailVerified })).toEqual(refused('email_unverified'));
    expect(decide({ email: null, invited: email })).toEqual(refused('email_unverified'));
  });

  it('is nobody outside the domains that the account has proven [A-090]', () => {
    for (const provenDomains of [[], ['other.example'], ['example'], ['b.acme.example']])
      for (const change of [{}, { known }, { invited: email }, { holder: { userId: ALEX, bound: false } }])
        expect(decide({ ...change, provenDomains })).toEqual(refused('domain_not_proven'));
  });

  it('says so when the invitation is for another address, before anything else happens (ui brief K)', () => {
    const invited = 'jo@acme.example' as EmailAddress;
    for (const change of [{}, { known }, { holder: { userId: ALEX, bound: false } }, { provenDomains: [] }])
      expect(decide({ ...change, invited })).toEqual({ kind: 'other_address', email });
  });

  it('confirms nobody but who is signed in', () => {
    expect(decide({ known, confirms: ALEX })).toEqual({ kind: 'sign_in', userId: ALEX });
    expect(decide({ known, confirms: 'jo' as UserId })).toEqual(refused('other_person'));
    expect(decide({ holder: { userId: ALEX, bound: false }, confirms: ALEX })).toEqual(
      refused('other_person'),
    );
  });
});
