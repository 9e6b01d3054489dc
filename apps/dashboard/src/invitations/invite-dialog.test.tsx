import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent, type Locator } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { fakeSite, invitation } from '../testing/fake-site.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();
const LIST = '/bright-lines/sites/northwind-coffee/members';

interface Sent {
  email: string;
  role: string;
  note?: string;
}
async function open(path: string, more: Record<string, unknown> = {}) {
  const { state, handlers } = fakeSite(more);
  const sent: Sent[] = [];
  const keys = new Set<string | null>();
  worker.use(
    ...handlers,
    http.post('/api/v1/sites/site-1/invitations', async ({ request }) => {
      const body = (await request.json()) as Sent;
      sent.push(body);
      keys.add(request.headers.get('idempotency-key'));
      if (body.email.startsWith('full@'))
        return problem(409, 'seat.limit_reached', { limit: 10, used: 8, reserved: 2 });
      const made = invitation(`new-${sent.length}`, body.email, { role: body.role });
      state.invitations.push(made);
      return HttpResponse.json(made, { status: 201 });
    }),
  );
  const screen = await visit(path);
  return { screen, sent, keys, state };
}

async function focusRow(link: Locator) {
  await expect.element(link).toBeVisible();
  link.element().focus();
}

describe('Invite Member', () => {
  it('needs i, an address, Tab, two letters and ⌘↵', async () => {
    const { screen, sent } = await open(LIST);
    await focusRow(screen.getByRole('link', { name: 'Amara Okafor' }));
    await userEvent.keyboard('i');
    await expect.element(screen.getByRole('combobox', { name: 'Email' })).toHaveFocus();
    await userEvent.keyboard('New@Person.example{Tab}de{Meta>}{Enter}{/Meta}');
    await expect
      .element(screen.getByText('Invited new@person.example. The mail is on its way.'))
      .toBeVisible();
    expect(sent).toEqual([{ email: 'new@person.example', role: 'developer' }]);
    await expect.element(screen.getByRole('link', { name: 'new@person.example' })).toHaveFocus();
    expect(screen.getByRole('row').elements()[1]?.textContent).toContain('new@person.example');
  });

  it('sends one request per address, each under its own key, and keeps only the refused ones with the reason', async () => {
    const { screen, sent, keys } = await open(`${LIST}?invite=1`);
    await screen.getByRole('combobox', { name: 'Email' }).fill('a@x.example full@x.example b@x.example');
    await screen.getByRole('combobox', { name: 'Role' }).click();
    await screen.getByRole('option', { name: /^SEO Specialist/ }).click();
    await screen.getByRole('button', { name: 'Send 3 invitations' }).click();
    await expect.element(screen.getByText('All 10 seats are taken: 8 people, 2 invited.')).toBeVisible();
    const dialog = screen.getByRole('dialog', { name: 'Invite Member' });
    expect(dialog.getByRole('button', { name: /^Remove / }).elements()).toHaveLength(1);
    expect(sent.map(({ email }) => email)).toEqual(['a@x.example', 'full@x.example', 'b@x.example']);
    expect(keys.size).toBe(3);
  });

  it('knows before sending who is active, who is invited, and what is no address', async () => {
    const { screen, sent } = await open(`${LIST}?invite=1`);
    await screen
      .getByRole('combobox', { name: 'Email' })
      .fill('tom@yourteam.com alex@yourteam.com wrong@ me@gmial.com');
    await userEvent.tab();
    await expect.element(screen.getByText(/Tom Halley is already Content Editor here\./)).toBeVisible();
    await expect
      .element(screen.getByText(/Invited 2 hours ago as Developer, expires in 46 hours\./))
      .toBeVisible();
    await expect.element(screen.getByText(/This is not a complete email address\./)).toBeVisible();
    await screen.getByRole('button', { name: 'Use that address' }).click();
    await expect.element(screen.getByRole('button', { name: 'Remove me@gmail.com' })).toBeVisible();
    await screen.getByRole('combobox', { name: 'Role' }).click();
    await screen.getByRole('option', { name: /^Developer/ }).click();
    await screen.getByRole('button', { name: 'Send invitation' }).click();
    await expect.poll(() => sent.map(({ email }) => email)).toEqual(['me@gmail.com']);
  });

  it('lists a role that the viewer may not give, with the reason, and does not choose it [R7]', async () => {
    const { screen } = await open(`${LIST}?invite=1`, { grantableRoles: ['developer', 'content_editor'] });
    await screen.getByRole('combobox', { name: 'Role' }).click();
    const owner = screen.getByRole('option', { name: /^Owner/ });
    await expect
      .element(owner)
      .toHaveTextContent('OwnerOnly an Owner of this site or an admin of the account can give this role.');
    await owner.click({ force: true });
    await expect.element(screen.getByRole('combobox', { name: 'Role' })).toHaveTextContent('Choose a role');
  });

  it('stays open and points to the first fault when something is missing', async () => {
    const { screen, sent } = await open(`${LIST}?invite=1`);
    await screen.getByRole('button', { name: 'Send invitation' }).click();
    const email = screen.getByRole('combobox', { name: 'Email' });
    await expect.element(email).toHaveAccessibleDescription(/Enter an email address\./);
    await expect.element(email).toHaveFocus();
    await expect.element(screen.getByText('Choose a role.')).toBeVisible();
    expect(sent).toEqual([]);
  });
});
