import { describe, expect, it } from 'vitest';
import { decideAcceptance, decideDecline, decideNewLinkRequest, linkState } from './index.ts';
import type { PresentedLink, Standing, Visitor } from './index.ts';
import { accountInvitation, after, siteInvitation } from './testing/invitations.ts';
import { person, verdict } from './testing/people.ts';

const IN_TIME = after(48 * 3_600_000 - 1);
const TOO_LATE = after(48 * 3_600_000);
const STATES = ['pending', 'accepted', 'declined', 'revoked'] as const;
const VISITORS: readonly Visitor[] = ['nobody', 'invited', 'other'];

/** The sender as they stand now: still able to offer a Developer, not able any more, or gone [R23]. */
const SENDERS: readonly { sender: Standing | null; able: boolean }[] = [
  { sender: person('admin', null), able: true },
  { sender: person('collaborator', 'platform_admin'), able: true },
  { sender: person('viewer', 'developer'), able: false },
  { sender: null, able: false },
];

const links = STATES.flatMap((state) =>
  [true, false].flatMap((newest) =>
    SENDERS.flatMap(({ sender, able }) =>
      [IN_TIME, TOO_LATE].map((now) => ({
        link: { invitation: siteInvitation('developer', { state }), newest, sender } satisfies PresentedLink,
        now,
        /** What the page shows: what happened to the invitation, then to its sender, then to the link, then the clock. */
        shows:
          state !== 'pending'
            ? state
            : !able
              ? 'revoked'
              : !newest
                ? 'superseded'
                : now === IN_TIME
                  ? 'open'
                  : 'expired',
      })),
    ),
  ),
);

/** What each state of a link answers to nobody, to the invited person, to somebody else. */
const ACCEPT: Record<
  string,
  readonly [nobodyKnown: string, nobodyUnknown: string, invited: string, other: string]
> = {
  open: ['invitation.sign_in_required', 'create_and_join', 'join', 'invitation.wrong_person'],
  accepted: [
    'invitation.sign_in_required',
    'invitation.sign_in_required',
    'already_accepted',
    'invitation.wrong_person',
  ],
  expired: ['invitation.expired', 'invitation.expired', 'invitation.expired', 'invitation.expired'],
  superseded: [
    'invitation.superseded',
    'invitation.superseded',
    'invitation.superseded',
    'invitation.superseded',
  ],
  revoked: ['invitation.revoked', 'invitation.revoked', 'invitation.revoked', 'invitation.revoked'],
  declined: ['invitation.declined', 'invitation.declined', 'invitation.declined', 'invitation.declined'],
};
const DECLINE: Record<string, string> = {
  open: 'allowed',
  expired: 'allowed',
  superseded: 'invitation.superseded',
  revoked: 'invitation.revoked',
  declined: 'invitation.declined',
  accepted: 'invitation.not_pending',
};
const ASK_FOR_LINK: Record<string, string> = { ...DECLINE, superseded: 'allowed' };

const accept = (link: PresentedLink, visitor: Visitor, known: boolean, now: Date): string => {
  const decision = decideAcceptance(link, visitor, known, now);
  return decision.allowed ? decision.value.kind : decision.refusal.code;
};

describe('a link', () => {
  it('shows one of six states, for every state, age, sender and time [R13, R15, R16, R18, R23]', () => {
    expect(links).toHaveLength(64);
    expect(links.map(({ link, now }) => linkState(link, now))).toEqual(links.map(({ shows }) => shows));
    expect(new Set(links.map(({ shows }) => shows)).size).toBe(6);
  });

  it('that was superseded says so even after its time, so that the newer mail is looked for [R19]', () => {
    expect(
      linkState({ invitation: siteInvitation(), newest: false, sender: person('admin', null) }, TOO_LATE),
    ).toBe('superseded');
  });

  it('dies when its sender can no longer offer exactly this role [R23]', () => {
    const demoted = person('collaborator', 'platform_admin');
    expect(linkState({ invitation: siteInvitation('owner'), newest: true, sender: demoted }, IN_TIME)).toBe(
      'revoked',
    );
    expect(
      linkState({ invitation: siteInvitation('developer'), newest: true, sender: demoted }, IN_TIME),
    ).toBe('open');
    expect(
      linkState(
        { invitation: accountInvitation(), newest: true, sender: person('member', 'owner') },
        IN_TIME,
      ),
    ).toBe('revoked');
  });

  it('to the account lives on when one to a site has expired', () => {
    expect(
      linkState({ invitation: accountInvitation(), newest: true, sender: person('admin', null) }, TOO_LATE),
    ).toBe('open');
  });
});

describe('an acceptance', () => {
  it('answers as the table says, for every link, visitor and address [R21, R22]', () => {
    for (const { link, now, shows } of links) {
      const [nobodyKnown, nobodyUnknown, invited, other] = ACCEPT[shows] ?? [];
      expect([shows, accept(link, 'nobody', true, now)]).toEqual([shows, nobodyKnown]);
      expect([shows, accept(link, 'nobody', false, now)]).toEqual([shows, nobodyUnknown]);
      expect([shows, accept(link, 'invited', true, now)]).toEqual([shows, invited]);
      for (const known of [true, false])
        expect([shows, accept(link, 'other', known, now)]).toEqual([shows, other]);
    }
  });

  it('is possible in the last millisecond and in none after it [R13]', () => {
    const link = { invitation: siteInvitation(), newest: true, sender: person('admin', null) };
    expect(accept(link, 'invited', true, IN_TIME)).toBe('join');
    expect(accept(link, 'invited', true, TOO_LATE)).toBe('invitation.expired');
  });

  it('never signs anybody in who is known already: a mailbox link is not a sign-in [R21]', () => {
    for (const { link, now } of links) expect(accept(link, 'nobody', true, now)).not.toMatch(/join|already/);
  });

  it('never lets somebody else in, and tells them nothing but that they are [R21]', () => {
    for (const { link, now } of links)
      for (const known of [true, false])
        expect(accept(link, 'other', known, now)).not.toMatch(/join|already/);
  });

  it('repeated by the same person is not an error, whichever of the links they use [R22]', () => {
    for (const newest of [true, false]) {
      const link = { invitation: siteInvitation('developer', { state: 'accepted' }), newest, sender: null };
      expect(accept(link, 'invited', true, TOO_LATE)).toBe('already_accepted');
    }
  });

  it('joins only while the invitation is pending', () => {
    const joining = links.filter(({ link, now }) =>
      VISITORS.some((visitor) => /join/.test(accept(link, visitor, false, now))),
    );
    expect(joining.map(({ shows }) => shows)).toEqual(['open', 'open']);
  });
});

describe('declining', () => {
  it('is possible while the invitation is pending and the link the newest, expired or not [R18]', () => {
    for (const { link, now, shows } of links)
      expect([shows, verdict(decideDecline(link, now))]).toEqual([shows, DECLINE[shows]]);
  });
});

describe('asking for a new link', () => {
  it('is possible with any link of an invitation that is pending, an older one included', () => {
    for (const { link, now, shows } of links)
      expect([shows, verdict(decideNewLinkRequest(link, now))]).toEqual([shows, ASK_FOR_LINK[shows]]);
  });
});
