import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent, type Locator } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { fakeSite, invitation, member } from '../testing/fake-site.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
const LIST = '/bright-lines/sites/northwind-coffee/members';
const AT = '/api/v1/sites/site-1';

function open(path = LIST, more: Record<string, unknown> = {}) {
  const { state, handlers } = fakeSite(more);
  worker.use(...handlers);
  return visit(path).then((screen) => ({ screen, state }));
}

async function focusRow(link: Locator) {
  await expect.element(link).toBeVisible();
  link.element().focus();
}

describe('Active', () => {
  it('moves through the rows by arrows, selects by x, and asks before Del removes', async () => {
    const { screen, state } = await open();
    await focusRow(screen.getByRole('link', { name: 'Amara Okafor' }));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}x');
    await expect.element(screen.getByRole('link', { name: 'Priya Nair' })).toHaveFocus();
    await expect.element(screen.getByRole('checkbox', { name: 'Select Priya Nair' })).toBeChecked();
    await userEvent.keyboard('{Delete}');
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(state.calls).toEqual([]);
  });

  it('offers yourself neither box nor removal, only Leave site [R8]', async () => {
    const { screen } = await open();
    await screen.getByRole('button', { name: 'Actions for Sarah Chen' }).click();
    await expect.element(screen.getByRole('menuitem', { name: 'Leave site' })).toBeVisible();
    expect(screen.getByRole('menuitem').elements()).toHaveLength(1);
    expect(screen.getByRole('checkbox', { name: 'Select Sarah Chen' }).elements()).toEqual([]);
  });

  it('removes at once, puts focus on the next row, and Undo restores [R33]', async () => {
    const { screen, state } = await open();
    worker.use(
      http.post(`${AT}/members/:user/restore`, () => {
        state.calls.push('restore');
        state.members.push(member('u-3', 'Priya Nair', 'marketing_manager'));
        return HttpResponse.json(state.members.at(-1));
      }),
    );
    await screen.getByRole('button', { name: 'Actions for Priya Nair' }).click();
    await screen.getByRole('menuitem', { name: 'Remove from site' }).click();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(screen.getByText('Priya Nair removed from Northwind Coffee.')).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Priya Nair' })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('link', { name: 'Tom Halley' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByRole('link', { name: 'Priya Nair' })).toBeVisible();
    expect(state.calls).toEqual(['DELETE /members/u-3', 'restore']);
  });

  it('brings the row back when the server refuses the removal', async () => {
    const { screen } = await open();
    worker.use(http.delete(`${AT}/members/:user`, () => problem(403, 'role.not_manageable')));
    await focusRow(screen.getByRole('link', { name: 'Tom Halley' }));
    await userEvent.keyboard('{Delete}');
    await screen.getByRole('alertdialog').getByRole('button', { name: 'Remove from site' }).click();
    await expect
      .element(screen.getByText(/Tom Halley was not removed\. You cannot change Tom Halley/).first())
      .toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Tom Halley' })).toBeVisible();
  });

  it('names whom to ask and shows no control to those without authority [R6]', async () => {
    const { screen } = await open(LIST, { canManageMembers: false, grantableRoles: [] });
    await expect.element(screen.getByText(/To add or remove people ask/)).toBeVisible();
    const ask = screen.getByRole('link', { name: 'Amara Okafor' }).first();
    expect(ask.element().getAttribute('href')).toMatch(/^mailto:amara%40yourteam\.com\?subject=.*Northwind/);
    expect(screen.getByRole('link', { name: 'Invite Member' }).elements()).toEqual([]);
    expect(screen.getByRole('checkbox').elements()).toEqual([]);
  });
});

describe('the member drawer', () => {
  it('shows what a new role gains and loses, and saves over what was seen only', async () => {
    const { screen, state } = await open(`${LIST}/u-4`);
    const sent: (string | null)[] = [];
    worker.use(
      http.patch(`${AT}/members/:user`, async ({ request }) => {
        sent.push(request.headers.get('if-match'));
        if (sent.length > 1) {
          const { role } = (await request.json()) as { role: string };
          return HttpResponse.json({ ...state.members[3], role, etag: '"3"' });
        }
        const theirs = { ...state.members[3], role: 'developer', etag: '"2-theirs"' };
        state.members[3] = theirs as (typeof state.members)[number];
        return problem(412, 'member.changed', { member: theirs });
      }),
    );
    const drawer = screen.getByRole('dialog', { name: 'Tom Halley' });
    await drawer.getByRole('combobox', { name: 'Role' }).click();
    await screen.getByRole('option', { name: /^Marketing Manager/ }).click();
    await expect.element(drawer.getByText('Gains: Analytics, Forms, Submissions.')).toBeVisible();
    await expect.element(drawer.getByText('Loses: Pages.')).toBeVisible();
    await drawer.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(drawer.getByRole('button', { name: 'Keep Developer' })).toBeVisible();
    await drawer.getByRole('button', { name: 'Save Marketing Manager' }).click();
    await expect
      .element(screen.getByText('Tom Halley is now Marketing Manager on Northwind Coffee.'))
      .toBeVisible();
    expect(sent).toEqual(['"1-u-4"', '"2-theirs"']);
  });
});

describe('Pending', () => {
  const PENDING = `${LIST}?tab=pending`;

  it('rests for 30 s after Resend, says so, and the row keeps its place [R15]', async () => {
    const { screen, state } = await open(PENDING);
    await screen.getByRole('button', { name: 'Resend to mika@studio.example' }).click();
    await expect.element(screen.getByText(/A new link is on its way to mika@studio\.example/)).toBeVisible();
    const resting = screen.getByRole('button', { name: /again in \d+ s: Resend to mika/ });
    await expect.element(resting).toHaveAccessibleDescription(/Sent just now\. Try again in (30|2\d) s\./);
    await resting.click({ force: true });
    expect(state.calls).toEqual(['POST /invitations/i-1/resend']);
    const rows = screen.getByRole('row').elements();
    expect(rows[1]?.textContent).toContain('mika@studio.example');
    expect(rows[1]?.textContent).toContain('in 48 hours');
  });

  it('asks before revoking, in words that say what stops [R16]', async () => {
    const { screen, state } = await open(PENDING);
    await focusRow(screen.getByRole('link', { name: 'alex@yourteam.com' }));
    await userEvent.keyboard('{Delete}');
    const question = screen.getByRole('alertdialog', {
      name: 'Revoke the invitation for alex@yourteam.com?',
    });
    await expect.element(question.getByText(/The link in their email stops working now\./)).toBeVisible();
    await expect.element(question.getByRole('button', { name: 'Keep' })).toHaveFocus();
    expect(state.calls).toEqual([]);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(screen.getByRole('link', { name: 'mika@studio.example' })).toHaveFocus();
    expect(state.calls).toEqual(['DELETE /invitations/i-2']);
    expect(screen.getByRole('link', { name: 'alex@yourteam.com' }).elements()).toEqual([]);
  });

  it('says what became of an invitation that was answered meanwhile', async () => {
    const { screen, state } = await open(PENDING);
    worker.use(
      http.post(`${AT}/invitations/:id/resend`, () => {
        state.invitations.pop();
        return problem(409, 'invitation.not_pending', { state: 'accepted' });
      }),
    );
    await screen.getByRole('button', { name: 'Resend to alex@yourteam.com' }).click();
    await expect
      .element(screen.getByText('alex@yourteam.com accepted a moment ago and is now active.'))
      .toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'alex@yourteam.com' })).not.toBeInTheDocument();
  });

  it('shows the history: who declined, and why [R18]', async () => {
    const { state, handlers } = fakeSite();
    state.invitations.push(
      invitation('i-9', 'no@thanks.example', {
        status: 'declined',
        answeredAt: new Date().toISOString(),
        declineReason: 'I left the project.',
      }),
    );
    worker.use(...handlers);
    const screen = await visit(`${PENDING}&status=declined`);
    const table = screen.getByRole('table', { name: 'Declined invitations to Northwind Coffee' });
    await expect.element(table.getByText('I left the project.')).toBeVisible();
    expect(table.getByRole('button').elements()).toEqual([]);
  });
});
