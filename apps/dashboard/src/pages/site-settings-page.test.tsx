import { SITE_GRANTS } from '@keyholder/domain';
import type { SiteRole } from '@keyholder/domain';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, SITES, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const PATH = '/bright-lines/sites/northwind-coffee/settings';
const { id, slug, name, domain } = SITES[0]!;

/** Northwind Coffee as somebody with this role there sees it. */
function seenBy(role: SiteRole | null): void {
  const site = {
    id,
    slug,
    name,
    domain,
    account: { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' },
    role,
    permissions: role === null ? [] : SITE_GRANTS[role],
    surfaces: [],
    canManageMembers: true,
    grantableRoles: [],
  };
  worker.use(
    http.get('/api/v1/accounts/:account/sites/:site', () => HttpResponse.json(site)),
    http.get('/api/v1/sites/:site', () => HttpResponse.json(site)),
  );
}

describe('Settings of a site', () => {
  it('saves what was changed and nothing else', async () => {
    seenBy('owner');
    const sent: unknown[] = [];
    worker.use(
      http.patch('/api/v1/sites/site-1', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ id, slug, name: 'Northwind Roasters', domain, account: { id: 'acc-1' } });
      }),
    );
    const screen = await visit(PATH);
    const field = screen.getByRole('textbox', { name: 'Name' });
    await expect
      .element(screen.getByRole('button', { name: 'Save changes' }))
      .toHaveAttribute('aria-disabled', 'true');
    await userEvent.fill(field, ' Northwind Roasters ');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('The settings of Northwind Roasters are saved.')).toBeVisible();
    expect(sent).toEqual([{ name: 'Northwind Roasters' }]);
  });

  it('puts a refused domain on its field and keeps what was typed', async () => {
    seenBy('platform_admin');
    worker.use(
      http.patch('/api/v1/sites/site-1', () =>
        problem(422, 'validation.failed', { fields: { domain: 'This is no domain.' } }),
      ),
    );
    const screen = await visit(PATH);
    const field = screen.getByRole('textbox', { name: 'Domain' });
    await userEvent.fill(field, 'coffee.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveAccessibleDescription(/This is no domain\./);
    await expect.element(field).toHaveValue('coffee.example');
  });

  it('deletes once the name is typed, says before what ends with it, and goes on to the sites', async () => {
    seenBy('owner');
    let deleted = 0;
    worker.use(
      http.delete('/api/v1/sites/site-1', () => {
        deleted += 1;
        return HttpResponse.json({ correlationId: 'c-1', removedMembers: 6, revokedInvitations: 4 });
      }),
    );
    const screen = await visit(PATH);
    await screen.getByRole('button', { name: 'Delete site' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Delete Northwind Coffee?' });
    await expect.element(question.getByText(/6 people lose access at once, you included\./)).toBeVisible();
    await expect.element(question.getByText(/4 pending invitations are revoked/)).toBeVisible();
    await question.getByRole('button', { name: 'Delete site' }).click({ force: true });
    expect(deleted).toBe(0);
    await userEvent.fill(question.getByRole('textbox', { name: /Northwind Coffee/ }), 'Northwind Coffee');
    await question.getByRole('button', { name: 'Delete site' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible();
    await expect.element(screen.getByText('Northwind Coffee is deleted.')).toBeVisible();
    expect(deleted).toBe(1);
  });

  it('keeps the question open and says why when the site was not deleted', async () => {
    seenBy('owner');
    worker.use(http.delete('/api/v1/sites/site-1', () => problem(403, 'permission.denied')));
    const screen = await visit(PATH);
    await screen.getByRole('button', { name: 'Delete site' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Delete Northwind Coffee?' });
    await userEvent.fill(question.getByRole('textbox', { name: /Northwind Coffee/ }), 'northwind coffee');
    await userEvent.keyboard('{Enter}');
    await expect.element(question.getByRole('alert')).toBeVisible();
  });

  it.each([
    ['platform_admin', 1, 0],
    ['developer', 0, 0],
  ] as const)('shows a %s what the role may do', async (role, fields, deletions) => {
    seenBy(role);
    const screen = await visit(PATH);
    await expect.element(screen.getByRole('heading', { name: 'General' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' }).elements()).toHaveLength(fields);
    expect(screen.getByRole('button', { name: 'Delete site' }).elements()).toHaveLength(deletions);
  });

  it.each([null, 'content_editor'] as const)('is no tab and no page for %s [R3]', async (role) => {
    seenBy(role);
    const screen = await visit(PATH);
    await expect
      .element(screen.getByText('open for Owner, Platform Admin, or Developer only', { exact: false }))
      .toBeVisible();
    const tabs = screen.getByRole('navigation', { name: 'Site', exact: true });
    await expect.element(tabs.getByRole('link', { name: 'Members' })).toBeVisible();
    expect(tabs.getByRole('link', { name: 'Settings' }).elements()).toHaveLength(0);
  });
});
