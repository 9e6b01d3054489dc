import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { KeyholderProblem, createKeyholder } from './index.ts';
import type { Keyholder } from './index.ts';
import { startApp } from './testing/app.ts';
import type { RunningApp } from './testing/app.ts';
import { signUp } from './testing/person.ts';
import type { Person } from './testing/person.ts';

const REDIRECTS = '/api/v1/sites/{site}/redirects';
const ONE = `${REDIRECTS}/{id}` as const;

let app: RunningApp;
let maria: Person;
let apiKey: string;
let keyholder: Keyholder;
let path: { site: string };
beforeAll(async () => {
  app = await startApp(inject('testServer'));
  maria = await signUp(app.url, 'Maria Lopez');
  path = { site: maria.site.id };
  apiKey = await maria.makeKey([
    ...['site.view', 'redirects.read', 'redirects.write', 'submissions.read', 'access.check'],
  ]);
  keyholder = createKeyholder({ url: app.url, apiKey });
});
afterAll(() => app.stop());

const problemOf = async (call: Promise<unknown>): Promise<KeyholderProblem> => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KeyholderProblem)) throw new Error('no problem', { cause: error });
  return error;
};
const add = (from: string, target: string) =>
  keyholder.post(REDIRECTS, { path, body: { path: from, target } });

describe('a client with a key of a site [R44]', () => {
  it('reads, adds, changes and deletes', async () => {
    expect(await keyholder.get('/api/v1/sites/{site}', { path })).toMatchObject({
      ...{ id: maria.site.id, name: maria.site.name, canManageMembers: false },
    });
    const added = await add('/old', '/new');
    const at = { ...path, id: added.id };
    expect(await keyholder.patch(ONE, { path: at, body: { status: 302 } })).toMatchObject({ status: 302 });
    expect(await keyholder.delete(ONE, { path: at })).toBeUndefined();
    expect(await problemOf(keyholder.get(ONE, { path: at }))).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  it('has texts as texts', async () => {
    expect(await keyholder.get('/api/v1/sites/{site}/submissions.csv', { path })).toMatch(/^submission_id,/);
  });

  it('asks whether somebody may do something', async () => {
    const body = { userId: maria.id, permission: 'pages.publish' } as const;
    expect(await keyholder.post('/api/v1/sites/{site}/access-check', { path, body })).toEqual({
      ...{ allowed: true, role: 'owner', because: 'role_grants' },
    });
  });

  it('goes through all pages of a list, and only as far as it is asked', async () => {
    for (const number of [1, 2, 3, 4, 5]) await add(`/page-${number}`, '/new');
    const asked: string[] = [];
    const counting = createKeyholder({
      ...{ url: app.url, apiKey },
      fetch: (input, init) => {
        asked.push((input as URL).searchParams.get('cursor') ?? 'first');
        return fetch(input, init);
      },
    });
    const query = { q: '/page-', limit: 2, sort: '-path' } as const;
    const found: string[] = [];
    for await (const one of counting.paginate(REDIRECTS, { path, query })) found.push(one.path);
    expect(found).toEqual(['/page-5', '/page-4', '/page-3', '/page-2', '/page-1']);
    expect(asked).toHaveLength(3);
    for await (const { path: first } of counting.paginate(REDIRECTS, { path, query }))
      if (first === '/page-5') break;
    expect(asked).toHaveLength(4);
  });

  it('overwrites nothing that it has not seen', async () => {
    const seen = await add('/shared', '/first');
    const at = { ...path, id: seen.id };
    await keyholder.patch(ONE, { path: at, body: { target: '/theirs' }, ifMatch: seen });
    const problem = await problemOf(
      keyholder.patch(ONE, { path: at, body: { target: '/mine' }, ifMatch: seen.etag }),
    );
    expect(problem).toMatchObject({ status: 412, code: 'content.changed' });
    expect(problem.facts['current']).toMatchObject({ target: '/theirs' });
  });

  it('throws what is wrong with which field', async () => {
    const problem = await problemOf(add('no slash', 'javascript:alert(1)'));
    expect(problem).toMatchObject({ status: 422, code: 'validation.failed', name: 'KeyholderProblem' });
    expect(Object.keys(problem.fields).sort()).toEqual(['path', 'target']);
    expect(problem.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(problem.message).toBe(`validation.failed: ${problem.detail}`);
  });

  it('sends what it was given a key for once, however often', async () => {
    const ask = { path, body: { path: '/once', target: '/new' }, idempotencyKey: 'row 7' };
    const first = await keyholder.post(REDIRECTS, ask);
    expect(await keyholder.post(REDIRECTS, ask)).toEqual(first);
    const other = { ...ask, body: { path: '/twice', target: '/new' } };
    expect(await problemOf(keyholder.post(REDIRECTS, other))).toMatchObject({ code: 'idempotency.mismatch' });
  });

  it('says what it needs before it asks', async () => {
    await expect(keyholder.get('/api/v1/sites/{site}', { path: { site: '' } })).rejects.toThrow('path.site');
  });

  it('is told when its key opens nothing any more', async () => {
    const key = await maria.makeKey(['site.view', 'redirects.read']);
    const other = createKeyholder({ url: app.url, apiKey: key });
    const denied = await problemOf(other.post(REDIRECTS, { path, body: { path: '/a', target: '/b' } }));
    expect(denied).toMatchObject({ status: 403, code: 'permission.denied' });
    await maria.revokeKeys();
    expect(await problemOf(other.get(REDIRECTS, { path }))).toMatchObject({ code: 'auth.required' });
  });
});
