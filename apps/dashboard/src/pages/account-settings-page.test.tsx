import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { PRIYA } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const AT = '/api/v1/accounts/:account';
const PATH = '/bright-lines/settings';
const PLAN = `${PATH}/plan`;
const OWNERSHIP = `${PATH}/ownership`;
const { id, slug, name } = ME.accounts[0]!;
const OFFER = {
  user: { id: 'u-3', name: 'Priya Nair' },
  by: { id: 'u-1', name: 'Sarah Chen' },
  offeredAt: '2026-11-20T12:00:00.000Z',
  expiresAt: '2026-11-27T12:00:00.000Z',
};

/** The account as its owner or, signed in as Priya, an admin sees it; a test changes it while the page is open. */
function fakeAccount(role: 'owner' | 'admin' = 'owner') {
  const state = {
    account: {
      ...{ id, slug, name, role, permissions: [], counts: { sites: 14, people: 38, pendingInvitations: 1 } },
      plan: { key: 'agency', name: 'Agency', seatLimit: 100, used: 38, reserved: 2 },
      ownershipOffer: null as typeof OFFER | null,
    },
    sent: [] as unknown[],
  };
  const me = role === 'owner' ? ME : { ...ME, user: PRIYA.user, accounts: [{ ...ME.accounts[0], role }] };
  worker.use(
    http.get('/api/v1/me', () => HttpResponse.json(me)),
    http.get(AT, () => HttpResponse.json(state.account)),
    http.get(`${AT}/members`, () => HttpResponse.json({ items: [PRIYA], nextCursor: null, total: 1 })),
    http.patch(AT, async ({ request }) => {
      state.sent.push(await request.json());
      return HttpResponse.json(state.account);
    }),
    http.post(`${AT}/ownership-offer`, async ({ request }) => {
      state.sent.push(await request.json());
      state.account.ownershipOffer = OFFER;
      return HttpResponse.json(OFFER, { status: 201 });
    }),
    http.delete(`${AT}/ownership-offer`, () => {
      state.sent.push('withdraw');
      state.account.ownershipOffer = null;
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${AT}/ownership-offer/accept`, () => {
      state.sent.push('accept');
      state.account.ownershipOffer = null;
      return HttpResponse.json({ role: 'owner' });
    }),
  );
  return state;
}

describe('Settings of an account', () => {
  it('saves a new name', async () => {
    const state = fakeAccount();
    const screen = await visit(PATH);
    await userEvent.fill(screen.getByRole('textbox', { name: 'Name' }), ' Brighter Lines ');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.poll(() => state.sent).toEqual([{ name: 'Brighter Lines' }]);
  });

  it('shows the seats, and warns of a plan that has too few before it is saved [R24]', async () => {
    const state = fakeAccount();
    const screen = await visit(PLAN);
    const seats = '38 used · 2 reserved by invitations · limit 100';
    await expect.element(screen.getByRole('meter', { name: seats })).toBeVisible();
    await screen.getByRole('combobox', { name: 'Change plan' }).click();
    await screen.getByRole('option', { name: 'Team, 25 seats' }).click();
    await expect.element(screen.getByText(/Team has 13 seats less than you use/)).toBeVisible();
    await screen.getByRole('button', { name: 'Change plan' }).click();
    await expect.poll(() => state.sent).toEqual([{ plan: 'team' }]);
  });

  it('gives the account another address and goes on there; one that is taken is said at its field', async () => {
    const state = fakeAccount();
    const me = { ...ME, accounts: [{ ...ME.accounts[0]!, formerSlugs: [] as string[] }] };
    worker.use(
      http.get('/api/v1/me', () => HttpResponse.json(me)),
      http.patch(AT, () => problem(409, 'account.slug_taken', { slug: 'northwind' }), { once: true }),
      http.patch(AT, async ({ request }) => {
        state.sent.push(await request.json());
        state.account.slug = 'brighter';
        Object.assign(me.accounts[0]!, { slug: 'brighter', formerSlugs: [slug] });
        return HttpResponse.json(state.account);
      }),
    );
    const screen = await visit(PATH);
    const address = screen.getByRole('textbox', { name: 'Address' });
    await userEvent.fill(address, 'sign-in');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText(/^Use 2 to 48 letters/)).toBeVisible();
    await userEvent.fill(address, 'northwind');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText(/^Another account uses this address/)).toBeVisible();
    await userEvent.fill(address, 'brighter');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe('/brighter/settings/general');
    expect(state.sent).toEqual([{ slug: 'brighter' }]);
    await expect.element(address).toHaveValue('brighter');
  });

  it('leads from an address that the account had to the one that it has', async () => {
    fakeAccount();
    const me = { ...ME, accounts: [{ ...ME.accounts[0]!, formerSlugs: ['bright'] }] };
    worker.use(http.get('/api/v1/me', () => HttpResponse.json(me)));
    const screen = await visit('/bright/settings/plan');
    await expect.poll(() => screen.router.state.location.pathname).toBe(PLAN);
  });

  it('deletes the account once its address was typed, and leads to what is left', async () => {
    fakeAccount();
    const sent: unknown[] = [];
    worker.use(
      http.delete(AT, async ({ request }) => {
        sent.push(await request.json());
        worker.use(http.get('/api/v1/me', () => HttpResponse.json({ ...ME, accounts: [] })));
        return HttpResponse.json({ deletedSites: 14 });
      }),
    );
    const screen = await visit(PATH);
    await screen.getByRole('button', { name: 'Delete account' }).click();
    const dialog = screen.getByRole('alertdialog', { name: `Delete ${name}?` });
    await expect
      .element(dialog.getByText(/^14 sites, the access of 38 people and 1 open invitation end at once/))
      .toBeVisible();
    await dialog.getByRole('button', { name: 'Delete account' }).click({ force: true });
    expect(sent).toEqual([]);
    await dialog.getByRole('textbox', { name: `Type ${slug} to confirm` }).fill(slug);
    await dialog.getByRole('button', { name: 'Delete account' }).click();
    await expect.element(screen.getByText(`${name} is deleted.`)).toBeVisible();
    await expect.element(screen.getByText('You belong to no account yet.')).toBeVisible();
    expect(screen.router.state.location.pathname).toBe('/me/memberships');
    expect(sent).toEqual([{ confirm: slug }]);
  });

  it('is deleted by its owner only', async () => {
    fakeAccount('admin');
    const screen = await visit(PATH);
    await expect.element(screen.getByRole('textbox', { name: 'Address' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Delete account' })).not.toBeInTheDocument();
  });

  it('opens at its first section; each has an address and a tab', async () => {
    fakeAccount();
    const screen = await visit(PATH);
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${PATH}/general`);
    await screen.getByRole('link', { name: 'Plan', exact: true }).click();
    await expect.element(screen.getByRole('heading', { name: 'Plan' })).toBeVisible();
    expect(screen.router.state.location.pathname).toBe(PLAN);
    await expect
      .element(screen.getByRole('link', { name: 'Plan', exact: true }))
      .toHaveAttribute('aria-current', 'page');
    await expect.poll(() => document.title).toBe(`Plan · Settings · ${name} · Keyholder`);
  });

  it('gives an admin the name, and neither plan nor ownership to decide', async () => {
    fakeAccount('admin');
    const screen = await visit(PLAN);
    await expect.element(screen.getByText('Only the account owner changes the plan.')).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'General' })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'Ownership' })).not.toBeInTheDocument();
  });

  it('does not know sections that are not there, or not yours', async () => {
    fakeAccount('admin');
    const screen = await visit(OWNERSHIP);
    await expect.element(screen.getByText('There is nothing here that you can see')).toBeVisible();
  });
});

describe('Ownership [R12]', () => {
  it('is offered once the name was typed, after the password where the sign-in is old, and can be withdrawn', async () => {
    const state = fakeAccount();
    const passwords: unknown[] = [];
    worker.use(
      http.post(`${AT}/ownership-offer`, () => problem(403, 'auth.reauthentication_required'), {
        once: true,
      }),
      http.post('/api/auth/sign-in/email', async ({ request }) => {
        passwords.push(await request.json());
        return HttpResponse.json({});
      }),
    );
    const screen = await visit(OWNERSHIP);
    await screen.getByRole('combobox', { name: 'Admin' }).click();
    await screen.getByRole('option', { name: 'Priya Nair' }).click();
    await screen.getByRole('button', { name: 'Offer ownership' }).click();
    const dialog = screen.getByRole('alertdialog', { name: 'Offer Bright Lines Agency to Priya Nair?' });
    const offer = dialog.getByRole('button', { name: 'Offer ownership' });
    await offer.click({ force: true });
    expect(state.sent).toEqual([]);
    await dialog.getByRole('textbox', { name: `Type ${name} to confirm` }).fill(name);
    await offer.click();
    const confirm = screen.getByRole('alertdialog', { name: 'Confirm your password' });
    await confirm.getByLabelText('Password', { exact: true }).fill('lantern otter 42 quilt');
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await expect.element(screen.getByText(/^Offered to Priya Nair, valid until .*27/)).toBeVisible();
    expect(passwords).toMatchObject([{ email: ME.user.email, password: 'lantern otter 42 quilt' }]);
    expect(state.sent).toEqual([{ userId: 'u-3' }]);
    await screen.getByRole('button', { name: 'Withdraw' }).click();
    await expect.element(screen.getByRole('combobox', { name: 'Admin' })).toBeVisible();
    expect(state.sent.at(-1)).toBe('withdraw');
  });

  it('meets its recipient above every page, and becomes theirs with Accept', async () => {
    const state = fakeAccount('admin');
    state.account.ownershipOffer = OFFER;
    const screen = await visit('/bright-lines/sites');
    const banner = screen.getByText('Sarah Chen offers you the ownership of Bright Lines Agency.');
    await expect.element(banner).toBeVisible();
    await screen.getByRole('button', { name: 'Accept' }).click();
    await expect.element(screen.getByText('You own Bright Lines Agency now.')).toBeVisible();
    await expect.element(banner).not.toBeInTheDocument();
    expect(state.sent).toEqual(['accept']);
  });

  it('is put off with Not now, which decides nothing', async () => {
    const state = fakeAccount('admin');
    state.account.ownershipOffer = OFFER;
    const screen = await visit('/bright-lines/sites');
    await screen.getByRole('button', { name: 'Not now' }).click();
    await expect.element(screen.getByText(/offers you the ownership/)).not.toBeInTheDocument();
    expect(state.sent).toEqual([]);
  });

  it('that is offered to another admin is not shown to this one', async () => {
    const state = fakeAccount('admin');
    state.account.ownershipOffer = { ...OFFER, user: { id: 'u-9', name: 'Mika Sato' } };
    const screen = await visit(PLAN);
    await expect.element(screen.getByText('Only the account owner changes the plan.')).toBeVisible();
    await expect.element(screen.getByText(/offers you the ownership/)).not.toBeInTheDocument();
  });
});
