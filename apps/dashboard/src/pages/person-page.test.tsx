import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { ALEX } from '../testing/invitation.ts';
import { peopleHandlers, PRIYA } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const PREVIEW = {
  sites: [{ id: 'site-1', name: 'Northwind Coffee', role: 'marketing_manager' }],
  sitesWithoutOwner: [{ id: 'site-1', name: 'Northwind Coffee' }],
  apiKeys: [],
  invitationsSent: [{ id: 'i-1', email: 'alex@yourteam.com', role: 'developer', site: null }],
  pendingInvitations: [],
};

describe('Removal from the account', () => {
  it('waits for the address, sends what was ticked, and is undone by a restoration [R31–R33]', async () => {
    const sent: unknown[] = [];
    worker.use(
      ...peopleHandlers(),
      http.get('/api/v1/accounts/:account/members/u-3/removal', () => HttpResponse.json(PREVIEW)),
      http.delete('/api/v1/accounts/:account/members/u-3', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({
          removedSites: 1,
          revokedInvitations: 0,
          revokedApiKeys: 0,
          correlationId: 'c',
        });
      }),
      http.post('/api/v1/accounts/:account/members/u-3/restore', () => {
        sent.push('restore');
        return HttpResponse.json({ restoredSites: 1 });
      }),
    );
    const screen = await visit('/bright-lines/members/u-3');
    await screen.getByRole('button', { name: 'Remove from account' }).click();
    const dialog = screen.getByRole('alertdialog', { name: 'Remove Priya Nair from Bright Lines Agency?' });
    await expect.element(dialog.getByText(/Northwind Coffee will have no Owner/)).toBeVisible();
    const remove = dialog.getByRole('button', { name: 'Remove from account and 1 site' });
    await remove.click({ force: true });
    expect(sent).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Keep these invitations in my name' }).click();
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill('Contract ended');
    await dialog
      .getByRole('textbox', { name: 'Type priya@yourteam.com to confirm' })
      .fill('priya@yourteam.com');
    await remove.click();
    await expect.poll(() => sent).toEqual([{ adoptInvitations: true, reason: 'Contract ended' }]);
    await expect.poll(() => screen.router.state.location.pathname).toBe('/bright-lines/members');
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByText('Priya Nair is back on 1 site.')).toBeVisible();
    expect(sent.at(-1)).toBe('restore');
  });
});

describe('Assign to sites', () => {
  it('keeps everything as it was when the server refuses, and says on which site [R35]', async () => {
    worker.use(
      ...peopleHandlers(),
      http.post('/api/v1/accounts/:account/members/u-3/sites', () =>
        problem(409, 'member.already_active', { siteId: 'site-2', index: 0, role: 'developer' }),
      ),
    );
    const screen = await visit('/bright-lines/members/u-3?assign=1');
    const dialog = screen.getByRole('dialog', { name: 'Assign Priya Nair to sites' });
    const harbour = dialog.getByRole('checkbox', { name: 'Harbour Dental' });
    await harbour.click();
    await dialog.getByRole('combobox', { name: 'Role' }).click();
    await screen.getByRole('option', { name: 'Content Editor' }).click();
    await expect.element(dialog.getByText(/Adds Content Editor on 1 site\./)).toBeVisible();
    await dialog.getByRole('button', { name: 'Assign to 1 site' }).click();
    await expect
      .element(dialog.getByRole('alert'))
      .toHaveTextContent('Priya Nair: Priya Nair is already Developer on Harbour Dental. Nothing was saved.');
    await expect.element(harbour).toBeChecked();
    await expect.element(dialog.getByRole('combobox', { name: 'Role' })).toHaveTextContent('Content Editor');
  });
});

describe('Staged access changes', () => {
  it('are saved together: when one is refused none is, all stay staged, and it says why', async () => {
    const sent: unknown[] = [];
    worker.use(
      ...peopleHandlers(),
      http.post('/api/v1/accounts/:account/access-changes', async ({ request }) => {
        sent.push(await request.json());
        if (sent.length > 1) return HttpResponse.json({ results: [] });
        return problem(409, 'access_changes.refused', {
          results: [
            { userId: 'u-2', siteId: 'site-1', status: 'not_applied' },
            { userId: 'u-2', siteId: 'site-2', status: 'refused', code: 'member.changed' },
          ],
        });
      }),
    );
    const screen = await visit('/bright-lines/members/u-2');
    await screen.getByRole('button', { name: 'Remove from Northwind Coffee' }).click();
    const role = screen.getByRole('combobox', { name: 'Role on Harbour Dental' });
    await role.click();
    await screen.getByRole('option', { name: 'Support Agent' }).click();
    const bar = screen.getByRole('group', { name: '2 changes: 1 role, 1 removal' });
    await expect.element(bar.getByText(/Northwind Coffee will have no Owner/)).toBeVisible();
    await bar.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Nothing was saved. 1 change was refused.')).toBeVisible();
    expect(sent).toEqual([
      {
        changes: [
          { userId: 'u-2', siteId: 'site-1', role: null, etag: '"site-1-1"' },
          { userId: 'u-2', siteId: 'site-2', role: 'support_agent', etag: '"site-2-1"' },
        ],
      },
    ]);
    await expect
      .element(screen.getByRole('row').filter({ hasText: 'Harbour Dental' }).getByRole('alert'))
      .toHaveTextContent('Amara Okafor changed this while you had it open.');
    await expect.element(role).toHaveTextContent('Support Agent');
    await bar.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('2 changes saved for Amara Okafor.')).toBeVisible();
    await expect.element(bar).not.toBeInTheDocument();
  });

  it('go with Discard', async () => {
    worker.use(...peopleHandlers());
    const screen = await visit('/bright-lines/members/u-2');
    const role = screen.getByRole('combobox', { name: 'Role on Harbour Dental' });
    await role.click();
    await screen.getByRole('option', { name: 'Support Agent' }).click();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    await expect.element(role).toHaveTextContent('Developer');
  });
});

describe('The keys of a person', () => {
  const KEY = {
    ...{ id: 'key-1', name: 'Shop sync', prefix: 'ab12cd', permissions: ['code.read'], lastUsedAt: null },
    ...{ createdAt: '2026-10-01T09:00:00.000Z', expiresAt: '2027-01-01T09:00:00.000Z' },
  };
  const keyOn = (id: string, slug: string, name: string) => ({
    ...KEY,
    id: `key-${id}`,
    site: { id, slug, name },
  });

  it('say where they are, and lead there only whoever may manage them', async () => {
    worker.use(
      http.get('/api/v1/me', () =>
        HttpResponse.json({ ...ME, sites: [{ ...ALEX.sites[0], role: 'developer' }] }),
      ),
      http.get('/api/v1/accounts/:account/members/u-3', () =>
        HttpResponse.json({
          ...PRIYA,
          timeline: [],
          apiKeys: [
            keyOn('site-1', 'northwind-coffee', 'Northwind Coffee'),
            keyOn('site-2', 'harbour-dental', 'Harbour Dental'),
          ],
        }),
      ),
      ...peopleHandlers(),
    );
    const screen = await visit('/bright-lines/members/u-3');
    await screen.getByRole('link', { name: 'Keys 2' }).click();
    const table = screen.getByRole('table', { name: 'API keys that Priya Nair made' });
    await expect.element(table.getByText('Harbour Dental')).toBeVisible();
    expect(
      table
        .getByRole('link')
        .elements()
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/admin/bright-lines/northwind-coffee/api-keys']);
  });
});
