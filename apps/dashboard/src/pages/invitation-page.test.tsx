import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { dropToken } from '../accept/kept-token.ts';
import type { InvitationLink } from '../accept/use-lookup.ts';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { TOKEN, answers, button, heading, link, shows, useInvitationAddress } from '../testing/invitation.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
useInvitationAddress();
const ACCEPT_BUTTON = 'Accept and open Northwind Coffee';

interface Case {
  it: string;
  link: Partial<InvitationLink>;
  heading: string;
  says: readonly (string | RegExp)[];
  buttons?: readonly string[];
  links?: readonly string[];
  no?: readonly string[];
}
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const CASES: readonly Case[] = [
  {
    it: 'A: a new person',
    link: { note: 'Welcome aboard.' },
    heading: 'Join Northwind Coffee as Content Editor',
    says: [
      'Northwind Coffee · managed by Bright Lines Agency',
      /Sarah Chen invited alex@yourteam\.com\. As Content Editor you can write, edit and publish pages and posts\. You cannot change site settings or manage people\./,
      /^Link works until \w+day \d+ \w+, \d\d:\d\d \S+ \(46 hours left\)$/,
      'Set your name and password',
      'Welcome aboard.',
    ],
    buttons: [ACCEPT_BUTTON, 'Decline'],
  },
  {
    it: 'A: an account invitation',
    link: { scope: 'account', site: undefined, role: 'viewer', roleLabel: 'Viewer' },
    heading: 'Join Bright Lines Agency as Viewer',
    says: [/As Viewer you can see all sites and people\. You cannot change anything\./],
    buttons: ['Accept and open Bright Lines Agency'],
  },
  {
    it: 'B: a known person, signed out',
    link: { person: 'existing' },
    heading: 'Sign in to accept',
    says: [/As Content Editor you can write/, /46 hours left/],
    buttons: ['Sign in', 'Decline'],
    links: ['Forgot password?'],
    no: ['Your name'],
  },
  {
    it: 'C: the invited person, signed in',
    link: { person: 'existing', signedIn: 'same' },
    heading: 'Join Northwind Coffee as Content Editor',
    says: [/46 hours left/],
    buttons: [ACCEPT_BUTTON, 'Decline'],
    no: ['Your name', 'Password'],
  },
  {
    it: 'D: somebody else, signed in',
    link: { signedIn: 'other' },
    heading: 'This invitation is for alex@yourteam.com',
    says: [
      'You are signed in as sarah@yourteam.com.',
      'Should it have gone there? Ask Sarah Chen to invite that address.',
    ],
    buttons: ['Sign out and continue as alex@yourteam.com'],
    links: ['Stay as sarah@yourteam.com'],
    no: ['Your name'],
  },
  {
    it: 'E: expired',
    link: { state: 'expired', expiresAt: yesterday },
    heading: 'This link has expired',
    says: [/^It worked until \d+ \w+, \d\d:\d\d \S+\.$/],
    buttons: ['Ask Sarah Chen for a new link'],
  },
  {
    it: 'F: superseded',
    link: { state: 'superseded' },
    heading: 'There is a newer link',
    says: ['Open the latest email, “New link: …”. Not there?'],
    buttons: ['Ask Sarah Chen for a new link'],
  },
  {
    it: 'G: withdrawn',
    link: { state: 'revoked' },
    heading: 'This invitation was withdrawn',
    says: ['Ask Sarah Chen if you still need access.'],
    links: ['Sign in'],
  },
  {
    it: 'H: accepted, by this person',
    link: { state: 'accepted', person: 'existing', signedIn: 'same' },
    heading: 'You are already in',
    says: ['You accepted this invitation to Northwind Coffee as Content Editor.'],
    buttons: ['Open Northwind Coffee'],
  },
  {
    it: 'H: accepted, signed out',
    link: { state: 'accepted', person: 'existing' },
    heading: 'You are already in',
    says: [],
    links: ['Sign in as alex@yourteam.com'],
    no: ['Open Northwind Coffee'],
  },
  {
    it: 'H: accepted, signed in as another',
    link: { state: 'accepted', person: 'existing', signedIn: 'other' },
    heading: 'You are already in',
    says: [],
    buttons: ['Sign in as alex@yourteam.com'],
  },
  {
    it: 'J: single sign-on is required',
    link: { sso: 'required' },
    heading: 'Join Northwind Coffee as Content Editor',
    says: [/Bright Lines Agency signs its people in through the company's own page\./],
    no: ['Password', ACCEPT_BUTTON],
  },
  {
    it: 'M: declined',
    link: { state: 'declined' },
    heading: 'Declined',
    says: ['Sarah Chen is told. Nothing was created.'],
  },
];

describe('the invitation page', () => {
  it.each(CASES)('shows $it', async ({ link: different, ...expected }) => {
    shows(different);
    const screen = await visit('/invitation');
    await heading(screen, expected.heading);
    for (const text of expected.says) await expect.element(screen.getByText(text)).toBeVisible();
    for (const name of expected.buttons ?? []) await expect.element(button(screen, name)).toBeVisible();
    for (const name of expected.links ?? [])
      await expect.element(screen.getByRole('link', { name, exact: true })).toBeVisible();
    for (const text of expected.no ?? []) {
      expect(screen.getByLabelText(text, { exact: true }).query()).toBeNull();
      expect(button(screen, text).query()).toBeNull();
    }
  });

  it('takes the token out of the address before its first request and keeps it for this tab only', async () => {
    const seen: { address: string; url: string; body: unknown }[] = [];
    worker.use(
      http.all('*/api/*', async ({ request }) => {
        seen.push({
          address: location.href,
          url: request.url + request.referrer,
          body: await request.json(),
        });
        return HttpResponse.json(link());
      }),
    );
    const screen = await visit('/invitation');
    await heading(screen, 'Join Northwind Coffee as Content Editor');
    expect(seen[0]).toMatchObject({ body: { token: TOKEN } });
    for (const { address, url } of seen) {
      expect(address).not.toContain(TOKEN);
      expect(url).not.toContain(TOKEN);
    }
    expect(document.title).not.toContain(TOKEN);
    expect(JSON.stringify(localStorage)).not.toContain(TOKEN);
    await screen.unmount();

    const again = await visit('/invitation');
    await heading(again, 'Join Northwind Coffee as Content Editor');
  });

  it('I: one page for every wrong token, and none without one', async () => {
    const { bodies } = answers('lookup', () => problem(410, 'invitation.invalid'));
    const wrong = await visit('/invitation');
    await heading(wrong, 'This link is not complete');
    await expect
      .element(wrong.getByText('Copy the whole address from the email, or open the email again.'))
      .toBeVisible();
    await wrong.unmount();
    dropToken();
    const without = await visit('/invitation');
    await heading(without, 'This link is not complete');
    expect(bodies).toHaveLength(1);
  });

  it('takes another link that is pasted into the same tab', async () => {
    const { bodies } = answers('lookup', () => HttpResponse.json(link()));
    const screen = await visit('/invitation');
    await heading(screen, 'Join Northwind Coffee as Content Editor');
    location.hash = 'another';
    await expect.poll(() => bodies).toContainEqual({ token: 'another' });
    expect(location.hash).toBe('');
  });
});
