import { HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi } from '../testing/fake-api.ts';
import {
  ACCEPTED,
  TOKEN,
  answers,
  button,
  heading,
  link,
  shows,
  siteIsThere,
  useInvitationAddress,
} from '../testing/invitation.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
useInvitationAddress();
const ACCEPT_BUTTON = 'Accept and open Northwind Coffee';
const PASSWORD = 'correct horse battery';
async function fill(screen: Awaited<ReturnType<typeof visit>>): Promise<void> {
  await userEvent.fill(screen.getByLabelText('Your name'), ' Alex Rivera ');
  await userEvent.fill(screen.getByLabelText('Password', { exact: true }), PASSWORD);
}

describe('accepting', () => {
  it('A: accepts once, drops the token and welcomes on the site', async () => {
    shows();
    siteIsThere();
    const { bodies, idempotencyKeys } = answers('accept', () => HttpResponse.json(ACCEPTED));
    const screen = await visit('/invitation');
    await expect.element(screen.getByRole('textbox', { name: 'Email' })).toHaveAttribute('readonly');
    await fill(screen);
    await expect.element(screen.getByText('Strong.')).toBeVisible();
    await userEvent.dblClick(button(screen, ACCEPT_BUTTON));
    await expect
      .element(
        screen.getByText(
          'Welcome, Alex. You are Content Editor on Northwind Coffee. Start with Pages and Posts.',
        ),
      )
      .toBeVisible();
    expect(bodies).toEqual([{ token: TOKEN, name: 'Alex Rivera', password: PASSWORD }]);
    expect(idempotencyKeys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(sessionStorage)).not.toContain(TOKEN);
  });

  it('A: puts faults on their fields, first its own, then those of the server', async () => {
    shows();
    const { bodies } = answers('accept', () =>
      problem(422, 'validation.failed', {
        fields: { password: 'Many people use this password. Choose one of your own.' },
      }),
    );
    const screen = await visit('/invitation');
    await userEvent.click(button(screen, ACCEPT_BUTTON));
    await expect.element(screen.getByText('Enter your name.')).toBeVisible();
    await expect.element(screen.getByText('Use 12 characters or more.')).toBeVisible();
    await expect.element(screen.getByLabelText('Your name')).toHaveFocus();
    expect(bodies).toEqual([]);
    await fill(screen);
    await userEvent.click(button(screen, ACCEPT_BUTTON));
    await expect.element(screen.getByText(/^Many people use this password/)).toBeVisible();
    await expect.element(screen.getByLabelText('Password', { exact: true })).toHaveFocus();
    await expect.element(screen.getByLabelText('Your name')).toHaveValue(' Alex Rivera ');
    await userEvent.fill(screen.getByLabelText('Password', { exact: true }), `${PASSWORD} staple`);
    expect(screen.getByText(/^Many people use this password/).query()).toBeNull();
  });

  it('L: no seat, and Try again sends the same once more', async () => {
    shows();
    siteIsThere();
    const { bodies, idempotencyKeys } = answers(
      'accept',
      () => problem(409, 'seat.limit_reached', { limit: 10, used: 10, reserved: 0 }),
      () => HttpResponse.json(ACCEPTED),
    );
    const screen = await visit('/invitation');
    await fill(screen);
    await userEvent.click(button(screen, ACCEPT_BUTTON));
    await heading(screen, 'Bright Lines Agency has no free seat');
    await expect
      .element(screen.getByText(/^Ask Sarah Chen\. Your invitation stays valid until \w+day/))
      .toBeVisible();
    await userEvent.click(button(screen, 'Try again'));
    await expect.element(screen.getByText(/^Welcome, Alex\./)).toBeVisible();
    expect(bodies[1]).toEqual(bodies[0]);
    expect(idempotencyKeys[1]).not.toBe(idempotencyKeys[0]);
  });

  it('O: a second tab is already in and goes to the same place', async () => {
    shows();
    siteIsThere();
    answers('accept', () => HttpResponse.json({ ...ACCEPTED, status: 'already_accepted' }));
    const screen = await visit('/invitation');
    await fill(screen);
    await userEvent.click(button(screen, ACCEPT_BUTTON));
    await heading(screen, 'You are already in');
    await userEvent.click(button(screen, 'Open Northwind Coffee'));
    await expect.poll(() => screen.router.state.location.pathname).toBe(ACCEPTED.redirectTo);
  });

  it('shows what the link has become when accepting is refused', async () => {
    answers(
      'lookup',
      () => HttpResponse.json(link()),
      () => HttpResponse.json(link({ state: 'revoked' })),
    );
    answers('accept', () => problem(410, 'invitation.revoked'));
    const screen = await visit('/invitation');
    await fill(screen);
    await userEvent.click(button(screen, ACCEPT_BUTTON));
    await heading(screen, 'This invitation was withdrawn');
  });
});
