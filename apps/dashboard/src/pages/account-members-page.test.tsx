import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { peopleHandlers } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

describe('Account members', () => {
  it('asks for what the address says, and a filter taken away leaves both', async () => {
    const asked: Record<string, string>[] = [];
    worker.use(...peopleHandlers((query) => asked.push(Object.fromEntries(query))));
    const screen = await visit('/bright-lines/members?role=admin&flag=never_active&q=pri&sort=-lastActive');
    await expect.element(screen.getByRole('heading', { name: 'Members' })).toBeVisible();
    const kept = { q: 'pri', flag: 'never_active', sort: '-lastActive', limit: '50' };
    await expect.poll(() => asked).toContainEqual({ ...kept, role: 'admin' });
    await expect
      .element(screen.getByRole('columnheader', { name: 'Last active' }))
      .toHaveAttribute('aria-sort', 'descending');
    await screen.getByRole('button', { name: 'Clear account role' }).click();
    await expect.poll(() => asked.at(-1)).toEqual(kept);
    expect(screen.router.state.location.search).toEqual({
      flag: 'never_active',
      q: 'pri',
      sort: '-lastActive',
    });
    await screen.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => screen.router.state.location.search).toEqual({ q: 'pri', sort: '-lastActive' });
  });

  it('says why an account role was not changed, on the row, and keeps showing the former one [R9]', async () => {
    worker.use(
      ...peopleHandlers(),
      http.patch('/api/v1/accounts/:account/members/u-3', () => problem(403, 'role.not_manageable')),
    );
    const screen = await visit('/bright-lines/members');
    const role = screen.getByRole('combobox', { name: 'Account role of Priya Nair' });
    await role.click();
    await screen.getByRole('option', { name: 'Viewer' }).click();
    const row = screen.getByRole('row').filter({ hasText: 'Priya Nair' });
    await expect
      .element(row.getByRole('alert'))
      .toHaveTextContent('You cannot change Priya Nair in Bright Lines Agency.');
    await expect.element(role).toHaveTextContent('Admin');
  });

  it('names everybody whom a bulk removal would remove, and keeps who was refused', async () => {
    const removed: string[] = [];
    const none = {
      sites: [],
      sitesWithoutOwner: [],
      apiKeys: [],
      invitationsSent: [],
      pendingInvitations: [],
    };
    worker.use(
      ...peopleHandlers(),
      http.get('/api/v1/accounts/:account/members/:user/removal', () => Response.json(none)),
      http.delete('/api/v1/accounts/:account/members/:user', ({ params }) => {
        removed.push(String(params['user']));
        return params['user'] === 'u-2'
          ? problem(403, 'role.not_manageable')
          : Response.json({
              removedSites: 1,
              revokedInvitations: 0,
              revokedApiKeys: 0,
              correlationId: 'c-1',
            });
      }),
    );
    const screen = await visit('/bright-lines/members');
    await screen.getByRole('checkbox', { name: 'Select all' }).click();
    await screen.getByRole('button', { name: 'Remove from account' }).click();
    const dialog = screen.getByRole('alertdialog', { name: 'Remove 2 people from Bright Lines Agency?' });
    await expect.element(dialog.getByText('Amara Okafor')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Type 2 people to confirm' }).fill('2 people');
    await dialog.getByRole('button', { name: 'Remove 2 people' }).click();
    const left = screen.getByRole('alertdialog', { name: 'Remove 1 person from Bright Lines Agency?' });
    await expect
      .element(left.getByRole('alert'))
      .toHaveTextContent('You cannot change Amara Okafor in Bright Lines Agency.');
    expect(removed).toEqual(['u-2', 'u-3']);
  });
});
