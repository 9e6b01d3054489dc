import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

/** A server that asks for a code after the password, and keeps what it was sent. */
function twoSteps() {
  const sent: unknown[] = [];
  const answers: Response[] = [];
  let signedIn = false;
  const verify = async ({ request }: { request: Request }) => {
    sent.push(await request.json());
    const refusal = answers.shift();
    if (refusal) return refusal;
    signedIn = true;
    return HttpResponse.json({ user: ME.user });
  };
  worker.use(
    http.post('/api/auth/sso/discover', () => HttpResponse.json({ sso: 'none' })),
    http.post('/api/auth/sign-in/email', () => HttpResponse.json({ secondFactor: true })),
    http.post('/api/auth/two-factor/verify', verify),
    http.post('/api/auth/two-factor/recovery', verify),
    http.get('/api/v1/me', () => (signedIn ? HttpResponse.json(ME) : problem(401, 'auth.required'))),
  );
  return { sent, answers };
}
const wrong = () => problem(422, 'validation.failed', { fields: { code: 'This code is not right.' } });

async function password() {
  const screen = await visit('/sign-in?next=%2Fbright-lines%2Fsites');
  await userEvent.fill(screen.getByRole('textbox', { name: 'Email' }), ME.user.email);
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(screen.getByLabelText('Password', { exact: true }), 'correct horse battery');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  return screen;
}

describe('the second step of signing in', () => {
  it('asks for a code, says when it is wrong, and goes on to where the person was going', async () => {
    const { sent, answers } = twoSteps();
    answers.push(wrong());
    const screen = await password();
    const code = screen.getByLabelText('Code from your app');
    await expect.element(code).toHaveFocus();
    await expect.element(code).toHaveAttribute('autocomplete', 'one-time-code');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('Write the 6 digits that your app shows.')).toBeVisible();
    await userEvent.fill(code, '000000');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('This code is not right.')).toBeVisible();
    await userEvent.fill(code, ' 123 456 ');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible();
    expect(sent).toEqual([{ code: '000000' }, { code: '123 456' }]);
  });

  it('takes a recovery code instead', async () => {
    const { sent } = twoSteps();
    const screen = await password();
    await screen.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await userEvent.fill(screen.getByLabelText('Recovery code'), 'k7m2p-9xq4d');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible();
    expect(sent).toEqual([{ recoveryCode: 'k7m2p-9xq4d' }]);
  });

  it('goes back to the password when it took too long', async () => {
    const { answers } = twoSteps();
    answers.push(problem(401, 'auth.required'));
    const screen = await password();
    await userEvent.fill(screen.getByLabelText('Code from your app'), '123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/Start again with your password/)).toBeVisible();
    await expect.element(screen.getByLabelText('Password', { exact: true })).toBeVisible();
  });
});

describe('signing in again over the page', () => {
  it('asks for the code as well, and then goes on with what was asked', async () => {
    const { sent } = twoSteps();
    let confirmed = false;
    worker.use(
      http.get('/api/v1/me', () => HttpResponse.json(ME)),
      http.post('/api/auth/two-factor/verify', async ({ request }) => {
        sent.push(await request.json());
        confirmed = true;
        return HttpResponse.json({ user: ME.user });
      }),
      http.get('/api/v1/me/security', () => HttpResponse.json({ hasPassword: true, secondFactor: null })),
      http.get('/api/v1/me/sessions', () => HttpResponse.json({ items: [], nextCursor: null, total: 0 })),
      http.post('/api/auth/change-password', () =>
        confirmed
          ? HttpResponse.json({ status: 'password_changed' })
          : problem(403, 'auth.reauthentication_required'),
      ),
    );
    const screen = await visit('/me/security');
    await screen.getByRole('button', { name: 'Change password' }).click();
    const dialog = screen.getByRole('dialog');
    await userEvent.fill(dialog.getByLabelText('Current password'), 'correct horse battery');
    await userEvent.fill(dialog.getByLabelText('New password'), 'another lantern otter 43');
    await userEvent.keyboard('{Enter}');
    const again = screen.getByRole('alertdialog');
    await userEvent.fill(again.getByLabelText('Password', { exact: true }), 'correct horse battery');
    await userEvent.keyboard('{Enter}');
    await userEvent.fill(again.getByLabelText('Code from your app'), '123456');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/Your password is changed/)).toBeVisible();
    expect(sent).toEqual([{ code: '123456' }]);
  });
});
