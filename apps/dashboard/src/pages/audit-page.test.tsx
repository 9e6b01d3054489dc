import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { ME, problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { peopleHandlers } from '../testing/people.ts';
import { visit } from '../testing/render.tsx';

useFakeApi();

const AT = '/api/v1/accounts/:account/audit-events';
const id = (seq: number) => `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`;
const change = (seq: number) => ({
  id: id(seq),
  seq,
  at: '2026-11-20T09:14:00.000Z',
  actor: { kind: 'person', id: 'u-1', name: 'Sarah Chen' },
  action: 'site_member.role_changed',
  site: { id: 'site-1', name: 'Northwind Coffee' },
  target: { kind: 'person', id: 'u-3', label: `Person ${seq}` },
  person: { id: 'u-3', name: `Person ${seq}` },
  before: { role: 'content_editor' },
  after: { role: 'marketing_manager' },
  reason: 'project ended',
  correlationId: 'c-1',
  ip: '203.0.113.9',
  userAgent: 'Mozilla/5.0 (Macintosh) Chrome/140.0 Safari/537.36',
  requestId: 'request-77',
});

/** A log that grows when `grow` is called; hears what it is asked. */
function log(count: number) {
  let events = Array.from({ length: count }, (_, index) => change(count - index));
  const asked: Record<string, string>[] = [];
  worker.use(
    ...peopleHandlers(),
    http.get(`${AT}/verification`, () => HttpResponse.json({ events: 1284, intact: true })),
    http.get(`${AT}/:id`, ({ params }) => {
      const event = events.find((each) => each.id === params['id']);
      return event ? HttpResponse.json({ event, related: [change(99)] }) : problem(404, 'not_found');
    }),
    http.get(AT, ({ request }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      asked.push(query);
      const start = Number(query['cursor'] ?? 0);
      const limit = Number(query['limit']);
      const items = query['action'] === 'site.created' ? [] : events.slice(start, start + limit);
      const more = items.length > 0 && start + limit < events.length;
      return HttpResponse.json({
        items,
        nextCursor: more ? String(start + limit) : null,
        total: items.length === 0 ? 0 : events.length,
      });
    }),
  );
  return {
    asked,
    grow(by: number) {
      events = [...Array.from({ length: by }, (_, index) => change(events.length + by - index)), ...events];
    },
  };
}

describe('Audit log', () => {
  it('tells each change in a sentence, and that the chain is intact [R42, R43]', async () => {
    log(2);
    const screen = await visit('/bright-lines/audit');
    const row = screen.getByRole('row').filter({ hasText: 'Person 2' });
    await expect
      .element(
        row.getByText(
          'Sarah Chen changed Person 2 from Content Editor to Marketing Manager on Northwind Coffee',
        ),
      )
      .toBeVisible();
    await expect.element(screen.getByText('1,284 events, chain intact')).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: 'Audit log' }))
      .toHaveAttribute('aria-current', 'page');
  });

  it('names the first bad event where the chain is broken [R42]', async () => {
    log(2);
    worker.use(
      http.get(`${AT}/verification`, () =>
        HttpResponse.json({
          events: 2,
          intact: false,
          firstBad: { seq: 1, id: id(1), problem: 'changed' },
        }),
      ),
    );
    const screen = await visit('/bright-lines/audit');
    await expect
      .element(screen.getByRole('alert').getByText('Event 1 is not what was written.'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Open event' }).click();
    await expect.poll(() => screen.router.state.location.search).toEqual({ event: id(1) });
  });

  it('asks for what the address says, and exports the same', async () => {
    const { asked } = log(3);
    const screen = await visit(
      '/bright-lines/audit?site=northwind-coffee&action=site_member.role_changed&actor=system&from=2026-11-01&to=2026-11-08',
    );
    const asks = {
      site: 'site-1',
      action: 'site_member.role_changed',
      actor: 'system',
      from: new Date('2026-11-01T00:00:00').toISOString(),
      to: new Date('2026-11-09T00:00:00').toISOString(),
    };
    await expect.poll(() => asked).toContainEqual({ ...asks, limit: '50' });
    const href = (name: string) =>
      new URL(screen.getByRole('link', { name }).element().getAttribute('href') ?? '', location.origin);
    await expect.element(screen.getByRole('link', { name: 'Export CSV' })).toBeVisible();
    expect(href('Export CSV').pathname).toBe('/api/v1/accounts/acc-1/audit-events.csv');
    expect(Object.fromEntries(href('Export NDJSON').searchParams)).toEqual(asks);
    await screen.getByRole('button', { name: 'Clear site' }).click();
    await expect.poll(() => asked.at(-1)?.['site']).toBeUndefined();
  });

  it('keeps the rows where they are while events arrive, and shows those when asked [R43]', async () => {
    const { grow } = log(60);
    const screen = await visit('/bright-lines/audit');
    await expect.element(screen.getByText('Person 60 from', { exact: false })).toBeVisible();
    screen.getByText('Person 11 from', { exact: false }).element().scrollIntoView();
    await expect.element(screen.getByText('Person 1 from', { exact: false })).toBeVisible();
    grow(3);
    // What a live event does.
    await screen.router.options.context.queryClient.invalidateQueries({ queryKey: ['account', 'acc-1'] });
    const fresh = screen.getByRole('button', { name: '3 new, show' });
    await expect.element(fresh).toBeVisible();
    expect(screen.getByText('Person 63 from', { exact: false }).elements()).toEqual([]);
    await fresh.click();
    await expect.element(screen.getByText('Person 63 from', { exact: false })).toBeVisible();
    await expect.poll(() => fresh.elements()).toEqual([]);
    // Also what had been loaded before is still there: nothing fell between two pages.
    await expect.element(screen.getByText('Person 1 from', { exact: false })).toBeVisible();
  });

  it('opens an event with what changed, why and from where, and what else the same change did [R41]', async () => {
    log(2);
    const screen = await visit(`/bright-lines/audit?event=${id(2)}`);
    const drawer = screen.getByRole('dialog');
    await expect
      .element(drawer.getByRole('row', { name: 'role content_editor marketing_manager' }))
      .toBeVisible();
    for (const text of ['project ended', '203.0.113.9', 'Chrome on macOS', 'request-77'])
      await expect.element(drawer.getByText(text, { exact: true })).toBeVisible();
    await expect.element(drawer.getByRole('link', { name: 'Person 99', exact: false })).toBeVisible();
    await drawer.getByRole('button', { name: 'All by Sarah Chen' }).click();
    await expect.poll(() => screen.router.state.location.search).toEqual({ actor: 'u-1' });
  });

  it('says in words what it did not find', async () => {
    log(2);
    const screen = await visit('/bright-lines/audit?action=site.created&from=2026-11-01&to=2026-11-08');
    await expect
      .element(screen.getByText('Nothing between 1 Nov 2026 and 8 Nov 2026 of the kind “Site created”.'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => screen.router.state.location.search).toEqual({});
  });

  it('is not in the menu of who may not read it, and says so to who comes by its address [A-010]', async () => {
    const asked = log(2);
    worker.use(
      http.get('/api/v1/me', () =>
        HttpResponse.json({ ...ME, accounts: [{ ...ME.accounts[0], role: 'viewer' }] }),
      ),
    );
    const screen = await visit('/bright-lines/audit');
    await expect.element(screen.getByText('This area is not part of your role')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Audit log' }).elements()).toEqual([]);
    expect(asked.asked).toEqual([]);
  });

  it('says what went wrong and tries again', async () => {
    log(2);
    worker.use(http.get(AT, () => problem(500, 'internal'), { once: true }));
    worker.use(http.get(AT, () => problem(500, 'internal'), { once: true }));
    const screen = await visit('/bright-lines/audit');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Person 2 from', { exact: false })).toBeVisible();
  });

  it('keeps sign-ins, refusals and exports apart [R43]', async () => {
    log(2);
    worker.use(
      http.get('/api/v1/accounts/:account/security-events', () =>
        HttpResponse.json({
          items: [
            {
              id: id(1),
              at: '2026-11-20T09:14:00.000Z',
              action: 'permission.refused',
              person: { id: 'u-3', name: 'Priya Nair' },
              detail: { code: 'role.not_grantable', method: 'PATCH' },
              ip: '203.0.113.9',
              userAgent: null,
              requestId: 'r-1',
            },
          ],
          nextCursor: null,
          total: 1,
        }),
      ),
    );
    const screen = await visit('/bright-lines/audit');
    await screen.getByRole('link', { name: 'Security' }).click();
    const row = screen.getByRole('row').filter({ hasText: 'Priya Nair' });
    await expect.element(row.getByText('Was refused', { exact: false })).toBeVisible();
    await expect.element(row.getByText('role.not_grantable')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Export CSV' }).elements()).toEqual([]);
  });
});
