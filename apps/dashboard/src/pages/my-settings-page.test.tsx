import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { PRIYA } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';
import { setLook } from '../ui/preferences.ts';

useFakeApi();

const AT = '/api/v1/me/preferences';
const DEFAULTS = {
  theme: 'system',
  density: 'comfortable',
  timeStyle: 'relative',
  clock: 'h24',
  singleKeys: true,
} as const;
beforeEach(() => setLook(DEFAULTS));

describe('Your settings', () => {
  it('open at your profile, where your name can be changed and your address cannot', async () => {
    const sent: unknown[] = [];
    worker.use(
      http.patch('/api/v1/me', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...ME, user: { ...ME.user, name: 'Sarah C.' } });
      }),
    );
    const screen = await visit('/me');
    await expect.poll(() => screen.router.state.location.pathname).toBe('/me/profile');
    await userEvent.fill(screen.getByRole('textbox', { name: 'Name' }), 'Sarah C.');
    await screen.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(screen.getByText('Your name is saved.')).toBeVisible();
    expect(sent).toEqual([{ name: 'Sarah C.' }]);
    await expect.element(screen.getByText(ME.user.email)).toBeVisible();
  });

  it('list your accounts; their owner transfers the ownership first', async () => {
    const screen = await visit('/me/memberships');
    await expect.element(screen.getByText('Transfer ownership first.')).toBeVisible();
  });

  it('know no other section', async () => {
    const screen = await visit('/me/nothing');
    await expect.element(screen.getByText('There is nothing here that you can see')).toBeVisible();
  });
});

describe('Preferences', () => {
  it('show at once and are kept with you', async () => {
    const sent: unknown[] = [];
    worker.use(
      http.patch(AT, async ({ request }) => {
        const change = (await request.json()) as object;
        sent.push(change);
        return HttpResponse.json({ ...DEFAULTS, theme: 'dark', ...change });
      }),
    );
    const screen = await visit('/me/preferences');
    await screen.getByRole('radio', { name: 'Dark' }).click();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await expect.poll(() => sent).toEqual([{ theme: 'dark' }]);
    await screen.getByRole('radio', { name: 'Compact' }).click();
    expect(document.documentElement.dataset['density']).toBe('compact');
    await expect.poll(() => sent).toEqual([{ theme: 'dark' }, { density: 'compact' }]);
    expect(JSON.parse(localStorage.getItem('keyholder.preferences') ?? '{}')).toMatchObject({
      theme: 'dark',
      density: 'compact',
    });
  });

  it('that were chosen in another browser hold here too', async () => {
    worker.use(http.get(AT, () => HttpResponse.json({ ...DEFAULTS, theme: 'dark' })));
    await visit('/me/preferences');
    await expect.poll(() => document.documentElement.dataset['theme']).toBe('dark');
  });

  it('come back when they could not be kept', async () => {
    worker.use(http.patch(AT, () => problem(503, 'service.unavailable', { retryAfter: 1 })));
    const screen = await visit('/me/preferences');
    await screen.getByRole('radio', { name: 'Dark' }).click();
    await expect.element(screen.getByRole('radio', { name: 'System' })).toBeChecked();
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('switch single letters off, in lists and for the search; arrows still work (WCAG 2.1.4)', async () => {
    worker.use(
      http.get(AT, () => HttpResponse.json({ ...DEFAULTS, singleKeys: false })),
      http.get('/api/v1/accounts/:account/members', () =>
        HttpResponse.json({ items: [PRIYA], nextCursor: null, total: 1 }),
      ),
    );
    setLook({ singleKeys: false });
    const screen = await visit('/bright-lines/members');
    const row = screen.getByRole('link', { name: 'Priya Nair' });
    await expect.element(row).toBeVisible();
    (row.element() as HTMLElement).focus();
    await userEvent.keyboard('x/');
    await expect.element(row).toHaveFocus();
    await expect.element(screen.getByText('1 selected')).not.toBeInTheDocument();
    setLook({ singleKeys: true });
    await userEvent.keyboard('x');
    await expect.element(screen.getByText(/1 selected/)).toBeVisible();
    await userEvent.keyboard('/');
    await expect.element(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('show times as date and time, on the clock that you read', async () => {
    const look = { ...DEFAULTS, timeStyle: 'absolute', clock: 'h12' } as const;
    const active = { ...PRIYA, lastActiveAt: new Date(2026, 1, 3, 14, 2).toISOString() };
    worker.use(
      http.get(AT, () => HttpResponse.json(look)),
      http.get('/api/v1/accounts/:account/members', () =>
        HttpResponse.json({ items: [active], nextCursor: null, total: 1 }),
      ),
    );
    const screen = await visit('/bright-lines/members');
    await expect.element(screen.getByText('3 Feb 2026, 2:02 pm').first()).toBeVisible();
  });
});
