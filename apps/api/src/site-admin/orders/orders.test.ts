import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Person } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

let s: Setting;
let support: Person;
let at: string;
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  support = await s.world.place(await s.world.person('Sam Support'), s.agency, s.site, 'support_agent');
  at = `/api/v1/sites/${s.site.id}/orders`;
});
afterAll(() => s.world.stop());

let number = 0;
const order = (more: object = {}) => ({
  ...{ number: `NW-${(number += 1)}`, currency: 'eur', total: 4_490 },
  customer: { name: 'Ada Lovelace', email: 'Ada@Customers.example' },
  lines: [{ title: 'House blend', quantity: 2, unitPrice: 1_995 }],
  ...more,
});
const placed = async (more: object = {}) => (await s.siteOwner.post(at, order(more))).body;

describe('an order', () => {
  it('comes from the site’s own shop and is shown to who reads orders', async () => {
    const answer = await s.siteOwner.post(
      at,
      order({ number: 'A/1', placedAt: '2026-01-02T03:04:05+01:00' }),
    );
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      ...{ number: 'A/1', status: 'new', next: ['paid', 'cancelled'], currency: 'EUR', total: 4_490 },
      customer: { name: 'Ada Lovelace', email: 'ada@customers.example' },
      lines: [{ title: 'House blend', quantity: 2, unitPrice: 1_995 }],
      placedAt: '2026-01-02T02:04:05.000Z',
    });
    expect((await support.get(`${at}/${answer.body.id}`)).body).toEqual(answer.body);
    const { next: _, lines: __, ...row } = answer.body;
    expect((await support.get(`${at}?q=A%2F1`)).body).toEqual({ items: [row], nextCursor: null, total: 1 });
  });

  it('is taken over once, however often it is reported', async () => {
    const once = order();
    const answers = await Promise.all([1, 2, 3].map(() => s.siteOwner.post(at, once)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await s.siteOwner.post(at, once)).body).toMatchObject({
      code: 'order.number_taken',
      number: once.number,
    });
    // Another site may have an order of the same number.
    const other = await s.world.site(s.siteOwner, s.agency, 'Second Site');
    expect((await s.siteOwner.post(`/api/v1/sites/${other.id}/orders`, once)).status).toBe(201);
  });

  it('goes step by step, each with its event and without the customer [R41]', async () => {
    const { id } = await placed({ number: 'STEPS' });
    for (const [status, next] of [
      ['paid', ['shipped', 'refunded']],
      ['shipped', ['delivered', 'refunded']],
      ['delivered', ['refunded']],
      ['refunded', []],
    ] as const)
      expect((await s.platformAdmin.patch(`${at}/${id}`, { status })).body).toMatchObject({ status, next });
    const refused = await s.platformAdmin.patch(`${at}/${id}`, { status: 'paid' });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'order.status_not_allowed', from: 'refunded', allowed: [] },
    ]);
    const events = (await s.siteOwner.get(`/api/v1/sites/${s.site.id}/activity`)).body.items.filter(
      (event: { target: { id: string } }) => event.target.id === id,
    );
    expect(
      events.map((event: { before: { status?: string } | null; after: { status: string } }) => [
        event.before?.status ?? null,
        event.after.status,
      ]),
    ).toEqual([
      ['delivered', 'refunded'],
      ['shipped', 'delivered'],
      ['paid', 'shipped'],
      ['new', 'paid'],
      [null, 'new'],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/ada/i);
  });

  it('stays as it is when asked for the status that it has, and is not changed unseen', async () => {
    const made = await placed();
    const one = `${at}/${made.id}`;
    expect((await s.siteOwner.patch(one, { status: 'new' })).body.etag).toBe('"1"');
    expect((await s.siteOwner.patch(one, { status: 'paid' }, { 'if-match': made.etag })).status).toBe(200);
    const stale = await s.siteOwner.patch(one, { status: 'refunded' }, { 'if-match': made.etag });
    expect([stale.status, stale.body.code, stale.body.current.status]).toEqual([
      412,
      'content.changed',
      'paid',
    ]);
  });

  it('is only looked at by a Support Agent, and not there through another site', async () => {
    const { id } = await placed();
    for (const answer of [
      await support.patch(`${at}/${id}`, { status: 'paid' }),
      await support.post(at, order()),
    ])
      expect(answer.body).toMatchObject({
        code: 'permission.denied',
        surface: 'orders',
        role: 'support_agent',
      });
    const other = await s.world.site(s.siteOwner, s.agency, 'Third Site');
    const there = `/api/v1/sites/${other.id}/orders/${id}`;
    expect((await s.siteOwner.get(there)).status).toBe(404);
    expect((await s.siteOwner.patch(there, { status: 'paid' })).status).toBe(404);
  });

  it.each([
    ['a fraction', { total: 1.5 }, 'total'],
    ['less than nothing', { total: -1 }, 'total'],
    ['more than can be', { total: 1e15 }, 'total'],
    ['a currency that there is not', { currency: 'XYZ' }, 'currency'],
    ['no line', { lines: [] }, 'lines'],
    ['two addresses', { customer: { name: 'A', email: 'a@x.test,b@x.test' } }, 'customer.email'],
    ['a number with a space', { number: 'A 1' }, 'number'],
  ])('with %s is 422 at its field', async (_, more, place) => {
    const answer = await s.siteOwner.post(at, order(more));
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [place]]);
  });

  it('is found by status, page by page, newest first', async () => {
    const other = await s.world.site(s.siteOwner, s.agency, 'Fourth Site');
    const there = `/api/v1/sites/${other.id}/orders`;
    for (const day of ['01', '02', '03']) {
      const placedAt = `2026-03-${day}T12:00:00Z`;
      await s.siteOwner.post(there, order({ number: day, placedAt }));
    }
    const first = (await s.siteOwner.get(`${there}?limit=2`)).body;
    const second = (await s.siteOwner.get(`${there}?limit=2&cursor=${first.nextCursor}`)).body;
    const numbers = [...first.items, ...second.items].map((item: { number: string }) => item.number);
    expect([numbers, first.total, second.nextCursor]).toEqual([['03', '02', '01'], 3, null]);
    expect((await s.siteOwner.get(`${there}?status=paid`)).body.total).toBe(0);
    expect((await s.siteOwner.get(`${there}?status=lost`)).status).toBe(422);
  });
});
