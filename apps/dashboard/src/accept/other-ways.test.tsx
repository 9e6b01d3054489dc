import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { TOKEN, answers, button, heading, link, shows, useInvitationAddress } from '../testing/invitation.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
useInvitationAddress();
const ACCEPT_BUTTON = 'Accept and open Northwind Coffee';
const LOOKUP = '/api/v1/invitations/lookup';
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const PASSWORD = 'correct horse battery';

describe('everything but accepting', () => {
  it('B: signs in here, with the address fixed, and goes on as C', async () => {
    let signedIn = false;
    worker.use(
      http.post(LOOKUP, () =>
        HttpResponse.json(link({ person: 'existing', signedIn: signedIn ? 'same' : 'no' })),
      ),
      http.post('/api/auth/sign-in/email', async ({ request }) => {
        const { email, password } = (await request.json()) as Record<string, string>;
        signedIn = email === 'alex@yourteam.com' && password === PASSWORD;
        return signedIn ? HttpResponse.json({}) : problem(401, 'auth.required');
      }),
    );
    const screen = await visit('/invitation');
    const password = screen.getByLabelText('Password', { exact: true });
    await expect.element(screen.getByRole('textbox', { name: 'Email' })).toHaveAttribute('readonly');
    await userEvent.fill(password, 'not this one');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/^The address and the password do not match\./)).toBeVisible();
    await userEvent.fill(password, PASSWORD);
    await userEvent.keyboard('{Enter}');
    await heading(screen, 'Join Northwind Coffee as Content Editor');
    await expect.element(button(screen, ACCEPT_BUTTON)).toBeVisible();
  });

  it('B: a forgotten password leads back here', async () => {
    shows({ person: 'existing' });
    const screen = await visit('/invitation');
    await expect
      .element(screen.getByRole('link', { name: 'Forgot password?' }))
      .toHaveAttribute('href', '/forgot-password?email=alex%40yourteam.com&next=%2Finvitation');
    await screen.unmount();
    const forgot = await visit('/forgot-password?email=alex%40yourteam.com&next=%2Finvitation');
    await userEvent.click(forgot.getByRole('link', { name: 'Back to where you were' }));
    await heading(forgot, 'Sign in to accept');
  });

  it('D: signs out and continues here', async () => {
    let out = false;
    worker.use(
      http.post(LOOKUP, () => HttpResponse.json(link({ signedIn: out ? 'no' : 'other' }))),
      http.post('/api/auth/sign-out', () => {
        out = true;
        return HttpResponse.json({});
      }),
    );
    const screen = await visit('/invitation');
    await userEvent.click(button(screen, 'Sign out and continue as alex@yourteam.com'));
    await heading(screen, 'Join Northwind Coffee as Content Editor');
    expect(out).toBe(true);
  });

  it('E: asks once for a new link', async () => {
    shows({ state: 'expired', expiresAt: yesterday });
    const { bodies } = answers(
      'request-new-link',
      () => problem(429, 'rate.limited', { retryAfter: 1_920 }),
      () => new HttpResponse(null, { status: 202 }),
    );
    const screen = await visit('/invitation');
    const ask = button(screen, 'Ask Sarah Chen for a new link');
    await userEvent.click(ask);
    await expect
      .element(screen.getByText(/^You asked within the last hour\. You can ask again in 3[12] min/))
      .toBeVisible();
    await expect.element(ask).toHaveAttribute('aria-disabled', 'true');
    await screen.unmount();
    const later = await visit('/invitation');
    await userEvent.click(button(later, 'Ask Sarah Chen for a new link'));
    await expect.element(later.getByText('Asked. You will get an email.')).toBeVisible();
    expect(bodies).toEqual([{ token: TOKEN }, { token: TOKEN }]);
  });

  it('turns to E by itself when the time is over', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const { bodies } = answers(
      'lookup',
      () => HttpResponse.json(link({ expiresAt })),
      () => HttpResponse.json(link({ state: 'expired', expiresAt })),
    );
    const screen = await visit('/invitation');
    await heading(screen, 'Join Northwind Coffee as Content Editor');
    await heading(screen, 'This link has expired');
    expect(bodies).toHaveLength(2);
  });

  it('M: declines with a reason, and only then', async () => {
    shows();
    const { bodies } = answers('decline', () => new HttpResponse(null, { status: 204 }));
    const screen = await visit('/invitation');
    await userEvent.click(button(screen, 'Decline'));
    await heading(screen, 'Decline the invitation to Northwind Coffee?');
    await userEvent.fill(screen.getByLabelText(/^Reason/), ' Wrong person. ');
    expect(bodies).toEqual([]);
    await userEvent.click(button(screen, 'Decline'));
    await heading(screen, 'Declined');
    expect(bodies).toEqual([{ token: TOKEN, reason: 'Wrong person.' }]);
    expect(JSON.stringify(sessionStorage)).not.toContain(TOKEN);
  });

  it.each([
    ['no connection', () => HttpResponse.error(), 'Keyholder did not answer. Check your connection.'],
    ['a failing server', () => problem(500, 'internal.error'), /^That did not work\. .*code req-1\.$/],
    ['too many tries', () => problem(429, 'rate.limited', { retryAfter: 40 }), /Works again in 40 s/],
  ])('N: with %s it keeps the link and can be retried', async (_, failing, text) => {
    let works = false;
    worker.use(http.post(LOOKUP, () => (works ? HttpResponse.json(link()) : failing())));
    const screen = await visit('/invitation');
    await heading(screen, 'Could not check the invitation');
    await expect.element(screen.getByText('Your link is still good.')).toBeVisible();
    await expect.element(screen.getByText(text)).toBeVisible();
    works = true;
    await userEvent.click(button(screen, 'Retry'));
    await heading(screen, 'Join Northwind Coffee as Content Editor');
  });
});
