import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const DAY = 24 * 3_600_000;
const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
const KEY = {
  ...{ id: 'key-1', name: 'Shop sync', prefix: 'ab12cd', state: 'active', you: false, narrowed: true },
  permissions: ['code.read', 'code.write'],
  effective: ['code.read'],
  madeBy: { id: 'u-5', name: 'Lena Park' },
  createdAt: at(-9 * DAY),
  expiresAt: at(81 * DAY),
  ...{ lastUsedAt: at(-3 * DAY) as string | null, revokedAt: null, revokedBy: null, ending: null },
};
const AT = '/api/v1/sites/:site/api-keys';

/** The list, and what was asked of it. */
function fakeKeys(...keys: readonly object[]) {
  const asked: string[] = [];
  worker.use(
    http.get(AT, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('state') ?? 'all');
      return listed(keys);
    }),
    http.delete(`${AT}/:id`, ({ params }) => {
      asked.push(`DELETE ${String(params['id'])}`);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return asked;
}

describe('API keys in Site Admin', () => {
  it('say what a maker who lost rights takes from their key [R44]', async () => {
    worksAs('developer');
    const asked = fakeKeys(KEY);
    const screen = await visit(`${ADMIN}/api-keys`);
    await expect.element(screen.getByText('Code: see and edit')).toBeVisible();
    await expect.element(screen.getByText('Narrowed: Lena Park can no longer edit code.')).toBeVisible();
    await expect.element(screen.getByText('kh_ab12cd_…')).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Show ended keys' }).click();
    await expect.poll(() => asked).toEqual(['active', 'all']);
  });

  it('are revoked after a plain question', async () => {
    worksAs('developer');
    const asked = fakeKeys(KEY);
    const screen = await visit(`${ADMIN}/api-keys`);
    await screen.getByRole('button', { name: 'Revoke Shop sync' }).click();
    const dialog = screen.getByRole('alertdialog', { name: 'Revoke Shop sync?' });
    expect(dialog.getByRole('textbox').elements()).toEqual([]);
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await expect.element(screen.getByText('Revoked Shop sync. It opens nothing any more.')).toBeVisible();
    expect(asked).toContain('DELETE key-1');
  });

  it('must be named first when they were used in the last 24 hours', async () => {
    worksAs('developer');
    const asked = fakeKeys({ ...KEY, lastUsedAt: at(-DAY + 60_000) });
    const screen = await visit(`${ADMIN}/api-keys`);
    await screen.getByRole('button', { name: 'Revoke Shop sync' }).click();
    const dialog = screen.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Revoke key' }).click({ force: true });
    expect(asked).not.toContain('DELETE key-1');
    await dialog.getByRole('textbox', { name: 'Type Shop sync to confirm' }).fill('shop sync');
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await expect.poll(() => asked).toContain('DELETE key-1');
  });

  it('leave no question behind when the last one is revoked', async () => {
    worksAs('developer');
    let ended = false;
    worker.use(
      http.get(AT, ({ request }) => {
        const all = new URL(request.url).searchParams.get('state') === null;
        return listed(ended ? (all ? [{ ...KEY, state: 'revoked', ending: 'revoked' }] : []) : [KEY]);
      }),
      http.delete(`${AT}/:id`, () => {
        ended = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const screen = await visit(`${ADMIN}/api-keys`);
    await screen.getByRole('button', { name: 'Revoke Shop sync' }).click();
    await screen.getByRole('button', { name: 'Revoke key' }).click();
    await expect.element(screen.getByText(/^No API key works here yet/)).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Show ended keys' }).click();
    await expect.element(screen.getByRole('row', { name: /Revoked/ })).toBeVisible();
    expect(screen.getByRole('alertdialog').elements()).toEqual([]);
  });
});

describe('A new API key', () => {
  const isMade = () => {
    const sent: unknown[] = [];
    worker.use(
      http.post(AT, async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...KEY, key: 'kh_ab12cd_secret' }, { status: 201 });
      }),
    );
    return sent;
  };

  it('offers only what its maker holds, and never people', async () => {
    worksAs('developer');
    fakeKeys();
    const screen = await visit(`${ADMIN}/api-keys?new=true`);
    const dialog = screen.getByRole('dialog', { name: 'New API key' });
    await expect.element(dialog.getByRole('group', { name: 'Code', exact: true })).toBeVisible();
    const groups = dialog.getByRole('group').elements();
    expect(groups.map((each) => each.getAttribute('aria-label')).filter(Boolean)).toEqual([
      'Overview',
      'Members',
      'Redirects',
      'Code',
      'Settings',
      'Access decisions',
    ]);
    expect(dialog.getByRole('group', { name: 'Members' }).getByRole('checkbox').elements()).toHaveLength(1);
  });

  it('names what is missing, and is shown once, with a question before it is lost', async () => {
    worksAs('developer');
    fakeKeys();
    const sent = isMade();
    const screen = await visit(`${ADMIN}/api-keys?new=true`);
    await screen.getByRole('button', { name: 'Create key' }).click();
    await expect.element(screen.getByText('Give it a name.')).toBeVisible();
    await expect.element(screen.getByText('Choose what the key may do.')).toBeVisible();
    expect(sent).toEqual([]);
    await screen.getByRole('textbox', { name: 'Name' }).fill('Shop sync');
    await screen
      .getByRole('group', { name: 'Code', exact: true })
      .getByRole('checkbox', { name: 'See' })
      .click();
    await screen.getByRole('button', { name: 'Create key' }).click();
    await expect.element(screen.getByLabelText('API key')).toHaveTextContent('kh_ab12cd_secret');
    expect(sent).toEqual([{ name: 'Shop sync', permissions: ['code.read'] }]);

    await screen.getByRole('button', { name: 'Done' }).click({ force: true });
    await expect.element(screen.getByLabelText('API key')).toBeVisible();
    await screen.getByRole('button', { name: 'Close' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Close without saving the key?' });
    await question.getByRole('button', { name: 'Back to the key' }).click();
    await screen.getByRole('checkbox', { name: 'I saved it' }).click();
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => screen.router.state.location.search).toEqual({});
    expect(document.body.textContent).not.toContain('kh_ab12cd_secret');
  });

  it('ends when its maker says', async () => {
    worksAs('developer');
    fakeKeys();
    const sent = isMade();
    const screen = await visit(`${ADMIN}/api-keys?new=true`);
    await screen.getByRole('textbox', { name: 'Name' }).fill('Shop sync');
    await screen.getByRole('button', { name: 'Choose all' }).click();
    await screen.getByRole('combobox', { name: 'Expires' }).click();
    await screen.getByRole('option', { name: 'On a date' }).click();
    await screen.getByLabelText('Last day').fill('2026-01-01');
    await screen.getByRole('button', { name: 'Create key' }).click();
    await expect.element(screen.getByText('Choose a day from today on.')).toBeVisible();
    await screen.getByLabelText('Last day').fill('2099-12-31');
    await screen.getByRole('button', { name: 'Create key' }).click();
    await expect.poll(() => sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ expiresAt: new Date(2099, 11, 31, 23, 59, 59).toISOString() });
  });
});
