import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { ACCESS, accessHandlers } from '../testing/access.ts';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const PATH = '/bright-lines/access';
const open = async (rest = '') => {
  await page.viewport(1280, 800);
  const screen = await visit(PATH + rest);
  const cell = (name: string | RegExp) => screen.getByRole('gridcell', { name });
  return { ...screen, cell };
};
const press = async (...keys: string[]) => {
  for (const key of keys) await userEvent.keyboard(key);
};
const says = (element: Locator, text: string) =>
  expect.poll(() => element.element().textContent, { timeout: 5_000 }).toContain(text);
const focused = () => document.activeElement?.getAttribute('aria-label');

describe('The matrix', () => {
  it('says who can reach which site; names begin with the letters that are seen', async () => {
    worker.use(...accessHandlers());
    const { cell, getByText, getByRole } = await open();
    await says(cell('OW Owner, Amara Okafor, Northwind Coffee'), 'OW');
    await expect
      .element(cell('SE SEO Specialist, Lena Park, Harbour Dental, until 2031-01-02'))
      .toBeVisible();
    await expect
      .element(cell('CE Content Editor, Lena Park, Northwind Coffee, invitation pending'))
      .toBeVisible();
    await says(cell('· no access, Sarah Chen, Northwind Coffee'), '·');
    await expect
      .element(getByText('Who can reach which site, and as what. 3 people, 2 sites.'))
      .toBeVisible();
    await says(getByRole('row', { name: /^Amara Okafor/ }), '· 2 sites');
    await says(getByRole('row', { name: /^In all/ }), '3 people1 manages');
    await expect.element(getByRole('grid')).toHaveAttribute('aria-rowcount', '5');
  });

  it('asks for what the address says, and keeps its shape there', async () => {
    const asked: Record<string, string>[] = [];
    worker.use(...accessHandlers({ asked: (query) => asked.push(query) }));
    const screen = await open('?q=nor&siteRole=owner&flag=any&down=sites&invited=1');
    await expect.poll(() => asked[0]).toEqual({ q: 'nor', role: 'owner', flag: 'any' });
    await expect.element(screen.getByRole('rowheader', { name: /^Northwind Coffee/ })).toBeVisible();
    await expect
      .element(screen.cell('SA Support Agent, dev@agency.example, Harbour Dental, invitation expired'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Clear all' }).click();
    await expect
      .poll(() => screen.router.state.location.search)
      .toEqual({ q: 'nor', down: 'sites', invited: true });
  });

  it('is one tab stop in which arrows, Home and End move', async () => {
    worker.use(...accessHandlers());
    const { cell, getByRole } = await open();
    const first = cell('OW Owner, Amara Okafor, Northwind Coffee');
    await expect.element(first).toBeVisible();
    expect(getByRole('grid').element().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    (first.element() as HTMLElement).focus();
    await press('{ArrowRight}', '{ArrowDown}');
    await expect.poll(focused).toMatch(/^SE SEO Specialist, Lena Park, Harbour Dental/);
    await press('{End}{ArrowDown}');
    await expect.poll(focused).toMatch(/Sarah Chen, Harbour Dental/);
    await press('{Home}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Sarah Chen');
  });

  it('stages what is chosen, counts it, and saves all of it in one request', async () => {
    const saved: unknown[] = [];
    worker.use(...accessHandlers({ saved: (changes) => void saved.push(changes) }));
    const { cell, getByRole, getByText } = await open();
    await cell('OW Owner, Amara Okafor, Northwind Coffee').click();
    await press('d', '{Enter}');
    await expect.poll(focused).toBe('DV Developer, Amara Okafor, Northwind Coffee, was Owner, not saved yet');
    await press('{ArrowDown}{ArrowRight}', '{Delete}');
    await press('{ArrowDown}{ArrowLeft}', 'o', '{Enter}');
    await expect.element(getByText('3 changes: 1 new, 1 role, 1 removal')).toBeVisible();
    await expect.element(getByText(/1 makes someone Owner\./)).toBeVisible();
    await expect
      .element(getByText(/Lena Park leaves Bright Lines Agency with the last site\./))
      .toBeVisible();
    await getByRole('button', { name: 'Review' }).click();
    const review = getByRole('dialog', { name: 'Review 3 changes' });
    await says(review, 'Amara Okafor becomes Developer on Northwind Coffee, in place of Owner.');
    await review.getByRole('button', { name: 'Take back: Lena Park on Harbour Dental' }).click();
    await getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await getByRole('button', { name: 'Save changes' }).click();
    await expect.element(getByText('2 changes saved.')).toBeVisible();
    expect(saved).toEqual([
      [
        { userId: 'u-2', siteId: 'site-1', role: 'developer' },
        { userId: 'u-1', siteId: 'site-1', role: 'owner' },
      ],
    ]);
  });

  it('gives a block one role, and leaves alone what must stay', async () => {
    worker.use(...accessHandlers());
    const { cell, getByText, getByRole } = await open();
    await cell('DV Developer, Amara Okafor, Harbour Dental').click();
    await press('{Escape}', '{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.poll(() => document.querySelectorAll('[aria-selected=true]').length).toBe(3);
    await press('{Enter}');
    const list = getByRole('dialog', { name: 'One role for 2 cells' });
    await says(list, '1 cell stays as it is.');
    await list.getByRole('option', { name: 'Support Agent' }).click();
    await expect.element(getByText('2 changes: 2 roles')).toBeVisible();
  });

  it('says why a cell stays as it is in place of the list [R8]', async () => {
    worker.use(...accessHandlers());
    const { cell, getByRole } = await open();
    await cell('PA Platform Admin, Sarah Chen, Harbour Dental').click();
    const why = getByRole('dialog', { name: 'Role of Sarah Chen on Harbour Dental' });
    await says(why, 'You cannot change your own access here.');
    await expect.element(why.getByRole('listbox')).not.toBeInTheDocument();
    await press('{Escape}');
    await expect.poll(focused).toBe('PA Platform Admin, Sarah Chen, Harbour Dental');
  });

  it('lets a Platform Admin change all but Owners, on that site alone [R6, R7]', async () => {
    const amara = { ...ME.user, id: 'u-9' };
    const account = { ...ME.accounts[0], role: 'member' };
    const site = { ...ACCESS.sites[0], slug: 'northwind-coffee', role: 'platform_admin', account };
    worker.use(
      ...accessHandlers(),
      http.get('/api/v1/me', () => HttpResponse.json({ user: amara, accounts: [account], sites: [site] })),
    );
    const { cell, getByRole } = await open();
    await cell('OW Owner, Amara Okafor, Northwind Coffee').click();
    await says(
      getByRole('dialog'),
      'Only an Owner of Northwind Coffee or an admin of the account can change an Owner.',
    );
    await press('{Escape}');
    await cell('DV Developer, Amara Okafor, Harbour Dental').click();
    await says(getByRole('dialog'), 'Only Owners and Platform Admins of Harbour Dental');
    await press('{Escape}');
    await cell('· no access, Sarah Chen, Northwind Coffee').click();
    await expect
      .element(getByRole('option', { name: 'Owner', exact: true }))
      .toHaveAttribute('aria-disabled', 'true');
  });

  it('keeps what was not refused, and says on the cell why the other was', async () => {
    worker.use(
      ...accessHandlers({
        saved: ([first, second]) =>
          problem(409, 'access_changes.refused', {
            results: [
              { ...first, status: 'refused', code: 'role.not_manageable', role: 'owner' },
              { ...second, status: 'not_applied' },
            ],
          }),
      }),
    );
    const { cell, getByRole, getByText } = await open();
    await cell('OW Owner, Amara Okafor, Northwind Coffee').click();
    await press('d', '{Enter}', '{ArrowRight}', 'c', '{Enter}', '{Control>}{Enter}{/Control}');
    await says(getByRole('alert'), 'Nothing was saved. 1 of 2 changes was refused.');
    await expect.element(getByText('1 change: 1 role')).toBeVisible();
    await expect
      .element(
        cell(
          'OW Owner, Amara Okafor, Northwind Coffee, refused: You cannot change Amara Okafor, who is Owner on Northwind Coffee.',
        ),
      )
      .toBeVisible();
    await expect
      .element(cell(/^CE Content Editor, Amara Okafor, Harbour Dental, was Developer/))
      .toBeVisible();
    await getByRole('button', { name: 'Show them' }).click();
    await says(getByRole('region', { name: 'Refused, not saved' }), 'Amara Okafor');
  });

  it('asks once before changes are lost, and not for another filter', async () => {
    worker.use(...accessHandlers());
    const { cell, getByRole, getByText, router } = await open();
    await cell('OW Owner, Amara Okafor, Northwind Coffee').click();
    await press('d', '{Enter}');
    await router.navigate({
      to: '/$account/access',
      params: { account: 'bright-lines' },
      search: { q: 'a' },
    });
    await expect.element(getByText('1 change: 1 role')).toBeVisible();
    await getByRole('link', { name: 'Sites', exact: true }).click();
    const question = getByRole('alertdialog', { name: 'Leave without saving 1 change?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect.element(getByText('1 change: 1 role')).toBeVisible();
    await getByRole('link', { name: 'Sites', exact: true }).click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await expect.poll(() => router.state.location.pathname).toBe('/bright-lines/sites');
  });

  it('says that there are too many to show, with the heads that are known, and what to do', async () => {
    worker.use(
      http.get('/api/v1/accounts/:account/access', () =>
        problem(422, 'access.filter_required', { memberships: 61_000, limit: 50_000 }),
      ),
    );
    const { getByText } = await open();
    await expect
      .element(getByText(/^61,000 memberships are more than one page shows; the most is 50,000\./))
      .toBeVisible();
  });
});

describe('The list', () => {
  it('is what a phone shows: a person, and one select for each site', async () => {
    const saved: unknown[] = [];
    worker.use(...accessHandlers({ saved: (changes) => void saved.push(changes) }));
    const { getByRole, getByText } = await open();
    await page.viewport(390, 800);
    await expect.element(getByRole('grid')).not.toBeInTheDocument();
    const lena = getByRole('button', { name: /^Lena Park/ });
    await says(lena, 'SEO Specialist on 1 site');
    await lena.click();
    await expect.element(getByRole('link', { name: 'Content Editor, invitation pending' })).toBeVisible();
    await getByRole('combobox', { name: 'Role of Lena Park on Harbour Dental' }).click();
    await getByRole('option', { name: 'Developer' }).click();
    await expect.element(getByText('1 change: 1 role')).toBeVisible();
    await getByRole('button', { name: 'Save changes' }).click();
    await expect.poll(() => saved).toEqual([[{ userId: 'u-4', siteId: 'site-2', role: 'developer' }]]);
  });
});
