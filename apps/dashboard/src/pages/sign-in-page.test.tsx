import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { safeNext } from '../session/next.ts';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

describe('sign-in', () => {
  it('does not say whether the address, the password or the confirmation is missing', async () => {
    worker.use(http.post('/api/auth/sign-in/email', () => problem(401, 'auth.required')));
    const screen = await visit('/sign-in');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Email' }), 'alex@yourteam.com');
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(screen.getByLabelText('Password', { exact: true }), 'a long wrong password');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(
        'The address and the password do not match. If the address is not confirmed yet, a new mail with a link is on its way.',
      );
  });

  it('keeps a half-filled form on this page until the address is one', async () => {
    const screen = await visit('/sign-in');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Email' }), 'alex@');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('This is not a complete email address.')).toBeVisible();
    await expect
      .element(screen.getByRole('textbox', { name: 'Email' }))
      .toHaveAttribute('aria-invalid', 'true');
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    'evil',
    7,
    undefined,
  ])('does not go on to %s', (next) => expect(safeNext(next)).toBeUndefined());
  it('goes on inside our own origin', () =>
    expect(safeNext('/bright-lines/sites?q=a#x')).toBe('/bright-lines/sites?q=a#x'));
});
