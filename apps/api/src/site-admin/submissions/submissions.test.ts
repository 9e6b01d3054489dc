import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Answer, Person } from '../../testing/people.ts';
import { createSetting } from '../../testing/setting.ts';
import type { Setting } from '../../testing/setting.ts';

let s: Setting;
let support: Person;
let site: string;
let form: { id: string; intake: string };
beforeAll(async () => {
  s = await createSetting(inject('testServer'), { trustedProxies: 1 });
  support = await s.world.place(await s.world.person('Sam Support'), s.agency, s.site, 'support_agent');
  site = `/api/v1/sites/${s.site.id}`;
  form = await newForm();
});
afterAll(() => s.world.stop());

const fields = [
  { key: 'name', label: 'Name', kind: 'text', required: true, maxLength: 20 },
  { key: 'email', label: 'E-mail', kind: 'email' },
  { key: 'message', label: 'Message', kind: 'textarea' },
  { key: 'topic', label: 'Topic', kind: 'select', options: ['Prices', 'Other'] },
  { key: 'agree', label: 'I agree', kind: 'checkbox' },
];
const newForm = async (more: object = {}) =>
  (await s.siteOwner.post(`${site}/forms`, { name: 'Contact', fields, ...more })).body;
const send = (values: unknown, to = form.intake, headers?: Record<string, string>): Promise<Answer> =>
  s.world.nobody.post(to, values, headers);
const plain = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://northwind.example' };
const kept = async (): Promise<number> =>
  (await support.get(`${site}/submissions?form=${form.id}`)).body.total;

describe('the intake of a form', () => {
  it('takes what the form asks for, from anybody, and shows it to who reads submissions', async () => {
    const sent = await send({
      name: ' Ada ',
      email: 'Ada@X.test',
      message: 'a\r\nb',
      topic: 'Prices',
      agree: true,
    });
    expect([sent.status, sent.body]).toEqual([201, { status: 'received' }]);
    const { items, total } = (await support.get(`${site}/submissions`)).body;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      form: { id: form.id, name: 'Contact' },
      preview: 'Ada ada@x.test a b Prices',
    });
    expect((await support.get(`${site}/submissions/${items[0].id}`)).body.answers).toEqual([
      { key: 'name', label: 'Name', value: 'Ada' },
      { key: 'email', label: 'E-mail', value: 'ada@x.test' },
      { key: 'message', label: 'Message', value: 'a\nb' },
      { key: 'topic', label: 'Topic', value: 'Prices' },
      { key: 'agree', label: 'I agree', value: true },
    ]);
  });

  it.each([
    ['nothing', {}, 'name'],
    ['too much', { name: 'x'.repeat(21) }, 'name'],
    ['what is no address', { name: 'A', email: 'a@x,b@x' }, 'email'],
    ['what was no choice', { name: 'A', topic: 'Free beer' }, 'topic'],
    ['what was not asked', { name: 'A', admin: 'true' }, 'admin'],
    ['a line break in one line', { name: 'A\r\nBcc: b' }, 'name'],
    ['text for a tick', { name: 'A', agree: 'maybe' }, 'agree'],
  ])('refuses %s at its field and keeps nothing', async (_, values, place) => {
    const before = await kept();
    const answer = await send(values);
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, [place]]);
    expect(await kept()).toBe(before);
  });

  it('takes a plain form also from a page of the same company, whose visitors bring their session along', async () => {
    const before = await kept();
    const cookie = s.siteOwner.cookie;
    const sent = await send('name=Ada', form.intake, { ...plain, origin: 'http://shop.localhost', cookie });
    expect(sent.status).toBe(303);
    expect(await kept()).toBe(before + 1);
    // Nowhere else.
    const other = await send('name=Ada', `${site}/forms`, { ...plain, cookie });
    expect(other.body.code).toBe('request.cross_origin');
  });

  it('tells a program that fills in the hidden field the same, and keeps nothing of it', async () => {
    const before = await kept();
    const trapped = await send({ name: 'Bot', homepage: 'https://spam.test' });
    expect([trapped.status, trapped.body]).toEqual([201, { status: 'received' }]);
    expect(await kept()).toBe(before);
    expect((await send({ name: 'Person', homepage: '' })).status).toBe(201);
    expect(await kept()).toBe(before + 1);
  });

  it('takes a plain HTML form of the site’s own page and leads back to it; nothing else that is not JSON', async () => {
    const other = await newForm({ thanksPath: '/thanks' });
    const answer = await send('name=Grace+Hopper&agree=on&topic=', other.intake, plain);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/[a-z0-9]+\.example\/thanks$/);
    const [only] = (await support.get(`${site}/submissions?form=${other.id}`)).body.items;
    expect(only.preview).toBe('Grace Hopper');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect((await send('name=a&name=b', other.intake, plain)).body.code).toBe('request.malformed');
    expect((await send('name=%00', other.intake, plain)).body.code).toBe('validation.failed');
    expect((await send('name=a', other.intake, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('name=a', `${site}/forms`, plain)).status).toBe(415);
  });

  it('is shut by a closed form, and not there without form or site', async () => {
    const closed = await newForm();
    await s.siteOwner.patch(`${site}/forms/${closed.id}`, { state: 'closed' });
    expect((await send({ name: 'A' }, closed.intake)).body.code).toBe('form.closed');
    await s.siteOwner.delete(`${site}/forms/${closed.id}`);
    expect((await send({ name: 'A' }, closed.intake)).body.code).toBe('not_found');
    const short = await s.world.site(s.siteOwner, s.agency, 'Short-lived');
    const gone = (await s.siteOwner.post(`/api/v1/sites/${short.id}/forms`, { name: 'Gone', fields })).body;
    await s.siteOwner.delete(`/api/v1/sites/${short.id}`);
    expect((await send({ name: 'A' }, gone.intake)).body.code).toBe('not_found');
  });

  it('takes a repeated Idempotency-Key once', async () => {
    const before = await kept();
    const key = { 'idempotency-key': 'once' };
    expect((await send({ name: 'Once' }, form.intake, key)).status).toBe(201);
    expect((await send({ name: 'Once' }, form.intake, key)).status).toBe(201);
    expect((await send({ name: 'Twice' }, form.intake, key)).body.code).toBe('idempotency.mismatch');
    expect(await kept()).toBe(before + 1);
  });

  it('takes 30 a minute from one network address, for each form apart (security.md 1.12)', async () => {
    const [busy, quiet] = [await newForm(), await newForm()];
    const from = { 'x-forwarded-for': '203.0.113.9' };
    for (let n = 0; n < 30; n += 1)
      expect((await send({ name: `N${n}` }, busy.intake, from)).status).toBe(201);
    const over = await send({ name: 'Over' }, busy.intake, from);
    expect([over.status, over.body.code]).toEqual([429, 'rate.limited']);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send({ name: 'Else' }, quiet.intake, from)).status).toBe(201);
    expect((await send({ name: 'Else' }, busy.intake, { 'x-forwarded-for': '203.0.113.10' })).status).toBe(
      201,
    );
  });

  it('writes nothing to the audit log and waits for no command of the account (decision 0010)', async () => {
    const events = async () => (await s.siteOwner.get(`${site}/activity`)).body.total;
    const before = await events();
    await s.world.deps.database.sql.begin(async (tx) => {
      await tx`select 1 from account where id = ${s.agency.id} for no key update`;
      expect((await send({ name: 'Meanwhile' })).status).toBe(201);
    });
    expect(await events()).toBe(before);
  });
});

describe('submissions', () => {
  it('are found by form, words and time, page by page, newest first', async () => {
    const own = await newForm();
    for (const name of ['Ann 100%', 'Bea', 'Cid']) await send({ name }, own.intake);
    const list = async (query: string) =>
      (await support.get(`${site}/submissions?form=${own.id}&${query}`)).body;
    const names = (page: { items: { preview: string }[] }) => page.items.map(({ preview }) => preview);
    const first = await list('limit=2');
    expect([names(first), first.total]).toEqual([['Cid', 'Bea'], 3]);
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([names(second), second.nextCursor]).toEqual([['Ann 100%'], null]);
    expect(names(await list('q=0%25'))).toEqual(['Ann 100%']);
    expect(names(await list('from=2099-01-01T00:00:00Z'))).toEqual([]);
    expect(names(await list('to=2099-01-01T00:00:00Z'))).toHaveLength(3);
    expect((await support.get(`${site}/submissions?cursor=${first.nextCursor}`)).status).toBe(422);
  });

  it('leave as a file in which nothing is a formula, and that they did is a security event [R43]', async () => {
    const own = await newForm({ name: 'File' });
    await send({ name: '=1+1', message: 'say "hi"' }, own.intake);
    const file = await support.get(`${site}/submissions.csv?form=${own.id}`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="northwind-coffee-submissions-\w+\.csv"$/,
    );
    const [head, line] = (file.body as string).split('\r\n');
    expect(head).toBe('submission_id,received,form,Name,E-mail,Message,Topic,I agree,other_answers');
    expect(line).toMatch(/^[0-9a-f-]{36},[^,]+,File,'=1\+1,,"say ""hi""",,,$/);
    const security = (await s.sarah.get(`/api/v1/accounts/${s.agency.id}/security-events`)).body.items;
    expect(security[0]).toMatchObject({
      ...{ action: 'submissions.exported', person: { id: support.id }, site: { id: s.site.id } },
      detail: { filter: { form: own.id } },
    });
  });

  it('keep the words that they were asked with, and stay when their form goes', async () => {
    const own = await newForm();
    await send({ name: 'Early' }, own.intake);
    await s.siteOwner.patch(`${site}/forms/${own.id}`, { fields: [{ ...fields[0], label: 'Full name' }] });
    await s.siteOwner.delete(`${site}/forms/${own.id}`);
    const [only] = (await support.get(`${site}/submissions?form=${own.id}`)).body.items;
    expect((await support.get(`${site}/submissions/${only.id}`)).body.answers).toEqual([
      { key: 'name', label: 'Name', value: 'Early' },
    ]);
  });
});
