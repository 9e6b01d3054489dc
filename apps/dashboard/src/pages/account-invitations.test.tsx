import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { invitation } from '../testing/fake-site.ts';
import { peopleHandlers } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const toAccount = (id: string, email: string, more: Record<string, unknown> = {}) =>
  invitation(id, email, { scope: 'account', site: undefined, role: 'viewer', ...more });

async function open(path: string) {
  const state = {
    account: [
      toAccount('a-1', 'late@yourteam.com', { expired: true, expiresAt: ago(24), sentAt: ago(192) }),
      toAccount('a-2', 'sam@yourteam.com'),
    ],
    calls: [] as string[],
    sent: [] as unknown[],
  };
  const list = (items: readonly unknown[]) =>
    HttpResponse.json({ items, nextCursor: null, total: items.length });
  const at = '/api/v1/accounts/acc-1/invitations';
  const note = (request: Request) =>
    void state.calls.push(`${request.method} ${new URL(request.url).pathname.slice(at.length)}`);
  worker.use(
    http.get(at, () => list(state.account)),
    http.get('/api/v1/accounts/acc-1/site-invitations', () => list([invitation('i-2', 'alex@yourteam.com')])),
    http.get(`${at}/:id`, ({ params }) => {
      const found = state.account.find(({ id }) => id === params['id']);
      return found ? HttpResponse.json(found) : problem(404, 'not_found');
    }),
    http.patch(`${at}/:id`, async ({ request, params }) => {
      note(request);
      const { role } = (await request.json()) as { role: string };
      const next = toAccount('a-9', 'sam@yourteam.com', { role });
      state.account = [next, ...state.account.filter(({ id }) => id !== params['id'])];
      return HttpResponse.json(next);
    }),
    http.post(`${at}/:id/resend`, ({ request, params }) => {
      note(request);
      return HttpResponse.json(toAccount(String(params['id']), 'sam@yourteam.com', { sentAt: ago(0) }));
    }),
    http.post(`${at}/resend-expired`, ({ request }) => {
      note(request);
      return HttpResponse.json({ results: [{ id: 'a-1', email: 'late@yourteam.com', status: 'ok' }] });
    }),
    http.delete(`${at}/:id`, ({ request, params }) => {
      note(request);
      state.account = state.account.filter(({ id }) => id !== params['id']);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(at, async ({ request }) => {
      const body = (await request.json()) as { email: string; role: string };
      state.sent.push(body);
      if (body.email.startsWith('priya'))
        return problem(409, 'member.already_active', { member: { name: 'Priya Nair' }, role: 'admin' });
      const made = toAccount('new-1', body.email, { role: body.role });
      state.account.unshift(made);
      return HttpResponse.json(made, { status: 201 });
    }),
    ...peopleHandlers(),
  );
  return { screen: await visit(path), state };
}
const PENDING = '/bright-lines/members?tab=pending';

describe('Pending invitations of an account', () => {
  it('lists those to the account, and those to sites when the switch is on', async () => {
    const { screen } = await open(PENDING);
    await expect.element(screen.getByText('sam@yourteam.com')).toBeVisible();
    expect(screen.getByText('alex@yourteam.com').elements()).toEqual([]);
    await screen.getByRole('checkbox', { name: 'Include invitations to sites' }).click();
    await expect
      .element(screen.getByRole('link', { name: 'alex@yourteam.com on Northwind Coffee' }))
      .toBeVisible();
    expect(screen.router.state.location.search).toMatchObject({ all: true });
  });

  it('opens with every send over the list, gives another role, and comes back to its row [R17]', async () => {
    const { screen, state } = await open(PENDING);
    await screen.getByRole('link', { name: 'sam@yourteam.com' }).click();
    const drawer = screen.getByRole('dialog', { name: 'sam@yourteam.com' });
    await expect.element(drawer.getByText('Whole account')).toBeVisible();
    await expect.element(drawer.getByRole('heading', { name: 'Every send' })).toBeVisible();
    expect(screen.router.state.location.search).toMatchObject({ tab: 'pending', invitation: 'a-2' });
    await drawer.getByRole('combobox', { name: 'Role' }).click();
    await screen.getByRole('option', { name: /^Admin/ }).click();
    await drawer.getByRole('button', { name: 'Change role' }).click();
    await expect.poll(() => state.calls).toEqual(['PATCH /a-2']);
    await expect.poll(() => screen.router.state.location.search).toMatchObject({ invitation: 'a-9' });
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.element(screen.getByRole('link', { name: 'sam@yourteam.com' })).toHaveFocus();
  });

  it('that is gone says so', async () => {
    const { screen } = await open(`${PENDING}&invitation=nothing`);
    await expect.element(screen.getByText('This invitation is no longer here.')).toBeVisible();
  });

  it('resends for 7 days, one and all expired ones [R15]', async () => {
    const { screen, state } = await open(PENDING);
    await screen.getByRole('button', { name: 'Resend to sam@yourteam.com' }).click();
    await expect
      .element(
        screen.getByText(
          'A new link is on its way to sam@yourteam.com, valid for 7 days. The role is unchanged. Earlier links no longer work.',
        ),
      )
      .toBeVisible();
    await screen.getByRole('button', { name: 'Resend expired' }).click();
    await expect.poll(() => state.calls).toEqual(['POST /a-2/resend', 'POST /resend-expired']);
  });

  it('revokes after asking, and focus goes to the next row [R16]', async () => {
    const { screen, state } = await open(PENDING);
    await screen.getByRole('button', { name: 'Revoke invitation for late@yourteam.com' }).click();
    await screen.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(() => state.calls).toEqual(['DELETE /a-1']);
    await expect.element(screen.getByRole('link', { name: 'sam@yourteam.com' })).toHaveFocus();
  });
});

describe('Invite user', () => {
  it('sends the good addresses and keeps the refused one with its reason', async () => {
    const { screen, state } = await open('/bright-lines/members?invite=true');
    const dialog = screen.getByRole('dialog', { name: 'Invite user' });
    await dialog.getByRole('combobox', { name: 'Email' }).fill('priya@yourteam.com, new@yourteam.com ');
    await userEvent.tab();
    await dialog.getByRole('button', { name: 'Send 2 invitations' }).click();
    await expect.element(dialog.getByText('Choose a role.')).toBeVisible();
    expect(state.sent).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Account role' }).click();
    expect(
      screen
        .getByRole('option')
        .elements()
        .map((each) => each.textContent),
    ).toEqual([
      expect.stringMatching(/^Admin/),
      expect.stringMatching(/^Member/),
      expect.stringMatching(/^Viewer/),
    ]);
    await screen.getByRole('option', { name: 'Viewer' }).click();
    await dialog.getByRole('button', { name: 'Send 2 invitations' }).click();
    await expect
      .element(dialog.getByText('Priya Nair is already Admin in Bright Lines Agency.'))
      .toBeVisible();
    expect(state.sent).toEqual([
      { email: 'priya@yourteam.com', role: 'viewer' },
      { email: 'new@yourteam.com', role: 'viewer' },
    ]);
    await expect.element(dialog.getByRole('button', { name: 'Remove priya@yourteam.com' })).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Remove new@yourteam.com' }).elements()).toEqual([]);
    expect(screen.router.state.location.search).toMatchObject({ tab: 'pending', invite: true });
  });
});
