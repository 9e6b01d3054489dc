import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { CODES, securityHandlers, SESSIONS } from '../testing/fake-security.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
const OFFER = { uri: 'otpauth://totp/Keyholder:a?secret=ABCDEFGH', secret: 'ABCDEFGH', recoveryCodes: CODES };
const bodyOf = (request: Request) => request.json() as Promise<Record<string, unknown>>;

describe('my security', () => {
  it('sets a second factor up: password, QR code or secret, codes that must be kept, a code', async () => {
    const sent: Record<string, unknown>[] = [];
    let on = false;
    worker.use(
      ...securityHandlers(),
      http.post('/api/auth/two-factor/enable', async ({ request }) => {
        sent.push(await bodyOf(request));
        return HttpResponse.json(OFFER);
      }),
      http.post('/api/auth/two-factor/confirm', async ({ request }) => {
        sent.push(await bodyOf(request));
        if (sent.length === 2)
          return problem(422, 'validation.failed', { fields: { code: 'This code is not right.' } });
        on = true;
        return HttpResponse.json({ status: 'on' });
      }),
    );
    const screen = await visit('/me/security');
    await screen.getByRole('button', { name: 'Set up a second factor' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Password', { exact: true }), 'correct horse battery');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(dialog.getByRole('img', { name: 'QR code for your authenticator app' }))
      .toBeVisible();
    await expect.element(dialog.getByText('ABCD EFGH')).toBeVisible();
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect
      .element(dialog.getByRole('list', { name: 'Recovery codes' }))
      .toHaveTextContent(CODES.join(''));
    const next = dialog.getByRole('button', { name: 'Continue' });
    await expect.element(next).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('checkbox', { name: 'I saved them' }).click();
    await next.click();
    const code = dialog.getByLabelText('Code from your app');
    await expect.element(code).toHaveAttribute('autocomplete', 'one-time-code');
    await userEvent.fill(code, '000 000');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText('This code is not right.')).toBeVisible();
    worker.use(...securityHandlers({ enabledAt: '2026-11-20T09:14:00.000Z', recoveryCodesLeft: 10 }));
    await userEvent.fill(code, '123456');
    await dialog.getByRole('button', { name: 'Turn on' }).click();
    await expect.element(screen.getByText('10 codes left')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(on).toBe(true);
    expect(sent).toEqual([{ password: 'correct horse battery' }, { code: '000 000' }, { code: '123456' }]);
  });

  it('turns it off with password and recovery code, and keeps what was typed when one is wrong', async () => {
    const sent: Record<string, unknown>[] = [];
    worker.use(
      ...securityHandlers({ enabledAt: '2026-11-20T09:14:00.000Z', recoveryCodesLeft: 2 }),
      http.post('/api/auth/two-factor/disable', async ({ request }) => {
        sent.push(await bodyOf(request));
        return problem(422, 'validation.failed', { fields: { password: 'This is not your password.' } });
      }),
    );
    const screen = await visit('/me/security');
    await expect.element(screen.getByText(/Make new ones before the last one is used/)).toBeVisible();
    await screen.getByRole('button', { name: 'Turn off' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Password', { exact: true }), 'wrong');
    await dialog.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await userEvent.fill(dialog.getByLabelText('Recovery code'), CODES[0]!);
    await dialog.getByRole('button', { name: 'Turn off' }).click();
    await expect.element(dialog.getByText('This is not your password.')).toBeVisible();
    await expect.element(dialog.getByLabelText('Recovery code')).toHaveValue(CODES[0]!);
    expect(sent).toEqual([{ password: 'wrong', recoveryCode: CODES[0] }]);
  });

  it('shows new recovery codes once, and does not close before they are kept', async () => {
    worker.use(
      ...securityHandlers({ enabledAt: '2026-11-20T09:14:00.000Z', recoveryCodesLeft: 9 }),
      http.post('/api/auth/two-factor/recovery-codes', () => HttpResponse.json({ recoveryCodes: CODES })),
    );
    const screen = await visit('/me/security');
    await screen.getByRole('button', { name: 'New recovery codes' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Password', { exact: true }), 'correct horse battery');
    await userEvent.fill(dialog.getByLabelText('Code from your app'), '123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText(CODES[9]!)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog.getByText(CODES[9]!)).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'I saved them' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('lists where I am signed in, ends one, and signs out everywhere else', async () => {
    const ended: string[] = [];
    worker.use(
      ...securityHandlers(),
      http.delete('/api/v1/me/sessions/:id', ({ params }) => {
        ended.push(String(params['id']));
        worker.use(...securityHandlers(null, SESSIONS.slice(0, 1)));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const screen = await visit('/me/security');
    await expect
      .element(screen.getByRole('row', { name: /Chrome on macOS/ }).getByText('This browser'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'End the session in Safari on iOS' }).click();
    await expect.element(screen.getByText('You are signed in here only.')).toBeVisible();
    expect(ended).toEqual(['s-2']);
    await expect
      .element(screen.getByRole('button', { name: 'Sign out everywhere else' }))
      .not.toBeInTheDocument();
  });

  it('changes the password', async () => {
    const sent: Record<string, unknown>[] = [];
    worker.use(
      ...securityHandlers(),
      http.post('/api/auth/change-password', async ({ request }) => {
        sent.push(await bodyOf(request));
        return HttpResponse.json({ status: 'password_changed' });
      }),
    );
    const screen = await visit('/me/security');
    await screen.getByRole('button', { name: 'Change password' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Current password'), 'correct horse battery');
    await userEvent.fill(dialog.getByLabelText('New password'), 'another lantern otter 43');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/Your password is changed/)).toBeVisible();
    expect(sent).toEqual([
      { currentPassword: 'correct horse battery', newPassword: 'another lantern otter 43' },
    ]);
  });
});

describe('an account that asks for a second factor', () => {
  const asking = (secondFactorBy: string) =>
    http.get('/api/v1/me', () =>
      HttpResponse.json({ ...ME, accounts: ME.accounts.map((account) => ({ ...account, secondFactorBy })) }),
    );

  it('says until when, and goes on meanwhile', async () => {
    worker.use(asking('2099-12-05T12:00:00.000Z'));
    const screen = await visit('/bright-lines/sites');
    await expect.element(screen.getByText('Set up a second factor until 5 Dec 2099.')).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible();
  });

  it('shows the way to one afterwards, and the page again once it is there', async () => {
    worker.use(...securityHandlers(), asking('2020-12-05T12:00:00.000Z'));
    const screen = await visit('/bright-lines/sites');
    await expect
      .element(screen.getByRole('heading', { name: 'Bright Lines Agency needs you to have a second factor' }))
      .toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Your accounts and sites' })).toBeVisible();
    worker.use(
      http.post('/api/auth/two-factor/enable', () => HttpResponse.json(OFFER)),
      http.post('/api/auth/two-factor/confirm', () => {
        worker.use(http.get('/api/v1/me', () => HttpResponse.json(ME)));
        return HttpResponse.json({ status: 'on' });
      }),
    );
    await screen.getByRole('button', { name: 'Set up a second factor' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Password', { exact: true }), 'correct horse battery');
    await userEvent.keyboard('{Enter}');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByRole('checkbox', { name: 'I saved them' }).click();
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await userEvent.fill(dialog.getByLabelText('Code from your app'), '123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible();
  });
});
