import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const SETTINGS = {
  ...{ name: 'Northwind Coffee', slug: 'northwind-coffee', domain: 'northwindcoffee.com' },
  ...{ language: 'en', timezone: 'Europe/London', description: '', etag: '"1"' },
};
const AT = '/api/v1/sites/:site/settings';

/** The settings; each answer is what is read from then on. */
function isThere(answer: (change: object) => Response) {
  const sent: [string | null, unknown][] = [];
  worker.use(
    http.get(AT, () => HttpResponse.json(SETTINGS)),
    http.patch(AT, async ({ request }) => {
      const change = (await request.json()) as object;
      sent.push([request.headers.get('if-match'), change]);
      return answer(change);
    }),
  );
  return sent;
}

describe('the settings of a site in Site Admin', () => {
  it('are saved as far as they differ, over what was seen', async () => {
    worksAs('platform_admin');
    const sent = isThere((change) => HttpResponse.json({ ...SETTINGS, ...change, etag: '"2"' }));
    const screen = await visit(`${ADMIN}/settings`);
    await screen.getByRole('combobox', { name: 'Time zone' }).fill('Mars');
    await screen.getByRole('textbox', { name: 'Description' }).fill('Coffee in three streets.');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Choose a time zone like Europe/Berlin.')).toBeVisible();
    expect(sent).toEqual([]);
    await screen.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('The settings of Northwind Coffee are saved.')).toBeVisible();
    expect(sent).toEqual([['"1"', { timezone: 'Europe/Berlin', description: 'Coffee in three streets.' }]]);
    expect(screen.getByRole('button', { name: 'Delete site' }).elements()).toEqual([]);
  });

  it('lose nothing when somebody else saves meanwhile', async () => {
    worksAs('owner');
    let stale = true;
    const sent = isThere((change) => {
      if (!stale) return HttpResponse.json({ ...SETTINGS, ...change, etag: '"3"' });
      stale = false;
      return problem(412, 'content.changed', {
        current: { ...SETTINGS, name: 'Northwind', etag: '"2"' },
      });
    });
    const screen = await visit(`${ADMIN}/settings`);
    await screen.getByRole('textbox', { name: 'Domain' }).fill('northwind.example');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Somebody else changed this meanwhile.')).toBeVisible();
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await expect.poll(() => sent.map(([etag]) => etag)).toEqual(['"1"', '"2"']);
  });

  it('are read only for a Developer', async () => {
    worksAs('developer');
    isThere(() => problem(403, 'permission.denied'));
    const screen = await visit(`${ADMIN}/settings`);
    await expect.element(screen.getByText('Europe/London')).toBeVisible();
    await expect
      .element(screen.getByText('You can see the settings here, but not change them.'))
      .toBeVisible();
    expect(screen.getByRole('textbox').elements()).toEqual([]);
  });

  it('end the site for its Owner, once its name was typed', async () => {
    worksAs('owner');
    isThere(() => problem(403, 'permission.denied'));
    let deleted = false;
    worker.use(
      http.delete('/api/v1/sites/:site', () => {
        deleted = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const screen = await visit(`${ADMIN}/settings`);
    await screen.getByRole('button', { name: 'Delete site' }).click();
    const dialog = screen.getByRole('alertdialog', { name: 'Delete Northwind Coffee?' });
    await dialog.getByRole('textbox').fill('Northwind Coffee');
    await dialog.getByRole('button', { name: 'Delete site' }).click();
    await expect.poll(() => deleted).toBe(true);
  });
});
