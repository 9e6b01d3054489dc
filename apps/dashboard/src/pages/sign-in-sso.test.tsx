import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

/** Types an address at whose domain the server says this. */
async function at(sso: 'none' | 'offered' | 'required') {
  const asked: unknown[] = [];
  worker.use(
    http.post('/api/auth/sso/discover', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ sso });
    }),
  );
  const screen = await visit('/sign-in?next=%2Fbright-lines');
  await userEvent.fill(screen.getByRole('textbox', { name: 'Email' }), ' alex@acme.example ');
  await userEvent.keyboard('{Enter}');
  return { screen, asked };
}
const SSO = { name: 'Continue with SSO' };

describe('sign-in by the domain of the address (S20)', () => {
  it('none: the password, and no word of single sign-on', async () => {
    const { screen, asked } = await at('none');
    await expect.element(screen.getByLabelText('Password', { exact: true })).toBeVisible();
    expect(screen.getByRole('button', SSO).query()).toBeNull();
    expect(asked).toEqual([{ email: 'alex@acme.example' }]);
  });

  it('offered: both', async () => {
    const { screen } = await at('offered');
    await expect.element(screen.getByRole('button', SSO)).toBeVisible();
    await expect.element(screen.getByLabelText('Password', { exact: true })).toBeVisible();
  });

  it('required: no password, but for an owner who asks for it; nobody is left without a way on', async () => {
    const { screen } = await at('required');
    await expect.element(screen.getByText('acme.example signs in with single sign-on.')).toBeVisible();
    expect(screen.getByLabelText('Password', { exact: true }).query()).toBeNull();
    const sent: unknown[] = [];
    worker.use(
      http.post('/api/auth/sso/start', async ({ request }) => {
        sent.push(await request.json());
        return problem(503, 'service.unavailable', { retryAfter: 30 });
      }),
    );
    await userEvent.click(screen.getByRole('button', SSO));
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent("Your company's sign-in page does not answer. Try again in a minute.");
    expect(sent).toEqual([{ email: 'alex@acme.example', next: '/bright-lines' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Account owner? Use your password' }));
    await expect.element(screen.getByLabelText('Password', { exact: true })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Use another address' }));
    await expect.element(screen.getByRole('textbox', { name: 'Email' })).toHaveFocus();
  });

  it('without an answer it is the password', async () => {
    worker.use(http.post('/api/auth/sso/discover', () => problem(429, 'rate.limited', { retryAfter: 60 })));
    const screen = await visit('/sign-in');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Email' }), 'alex@acme.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByLabelText('Password', { exact: true })).toBeVisible();
  });
});
