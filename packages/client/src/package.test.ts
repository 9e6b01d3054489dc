import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeyholder } from './index.ts';
import { startApp } from './testing/app.ts';
import type { RunningApp } from './testing/app.ts';
import { installClient } from './testing/installed.ts';
import type { Consumer } from './testing/installed.ts';
import { signUp } from './testing/person.ts';
import type { Person } from './testing/person.ts';

let app: RunningApp;
let consumer: Consumer;
let maria: Person;
beforeAll(async () => {
  [app, consumer] = await Promise.all([startApp(inject('testServer')), installClient()]);
  maria = await signUp(app.url, 'Maria Lopez');
}, 120_000);
afterAll(async () => {
  await app.stop();
  await consumer.remove();
});

const CONSUMER = `import { createKeyholder, KeyholderProblem, type Content } from '@keyholder/client';
const keyholder = createKeyholder({ url: 'https://keys.agency.example', apiKey: 'kh_…' });
const path = { site: 'id' };
export async function titles(): Promise<string[]> {
  const found: string[] = [];
  for await (const page of keyholder.paginate('/api/v1/sites/{site}/pages', { path, query: { status: 'draft' } }))
    found.push(page.title);
  return found;
}
export const publish = (page: Content) =>
  keyholder.post('/api/v1/sites/{site}/pages/{id}/publish', { path: { ...path, id: page.id }, ifMatch: page })
    .catch((error: unknown) => {
      if (error instanceof KeyholderProblem && error.code === 'content.changed') return null;
      throw error;
    });
`;

/** Each is a mistake that the compiler must find, on the line after the import. */
const MISTAKES = [
  "await k.get('/api/v1/sites/{site}/pagez', { path });",
  "await k.get('/api/v1/sites/{site}/pages', {});",
  "await k.get('/api/v1/sites/{site}/pages', { path, query: { status: 'lost' } });",
  "await k.post('/api/v1/sites/{site}/redirects', { path, body: { path: '/old' } });",
  "await k.patch('/api/v1/sites/{site}/settings', { path, body: { color: 'red' } });",
  "await k.get('/api/v1/accounts/{account}', { path });",
  "for await (const x of k.paginate('/api/v1/sites/{site}/settings', { path })) x;",
  "(await k.get('/api/v1/sites/{site}', { path })).colour;",
];

describe('the packed client', () => {
  it('holds what is needed to use it, and nothing else', () => {
    const own = consumer.files.filter((file) => !file.startsWith('dist/')).sort();
    expect(own).toEqual(['README.md', 'example/copy-redirects.ts', 'package.json']);
    const built = consumer.files.filter((file) => file.startsWith('dist/'));
    expect(built).toContain('dist/index.js');
    expect(built).toContain('dist/index.d.ts');
    expect(built.filter((file) => /test|\.ts$(?<!\.d\.ts)/.test(file))).toEqual([]);
  });

  it('has types for whoever installs it, and they find mistakes', async () => {
    await consumer.write('good.ts', CONSUMER);
    expect(await consumer.typecheck(['good.ts', 'copy-redirects.ts'])).toMatchObject({ code: 0, out: '' });
    const names = MISTAKES.map((_, index) => `mistake-${index}.ts`);
    for (const [index, mistake] of MISTAKES.entries())
      await consumer.write(
        names[index]!,
        `import { createKeyholder } from '@keyholder/client'; const k = createKeyholder({ url: '' }); const path = { site: '' };\n${mistake}\n`,
      );
    const { out } = await consumer.typecheck(names);
    expect(names.filter((name) => !out.includes(`${name}(2,`))).toEqual([]);
  });
});

describe('the example, as a program of its own [R44]', () => {
  const run = (key: string, file: string) =>
    consumer.node(['copy-redirects.ts', maria.site.id, file], { KEYHOLDER_URL: app.url, KEYHOLDER_KEY: key });

  it('brings the redirects of a site in line with a file, and changes nothing the second time', async () => {
    const key = await maria.makeKey(['redirects.read', 'redirects.write']);
    await consumer.write('redirects.csv', '/old,/new\r\n/shop,https://shop.example/,302\n\n/loop,/loop\n');
    const first = await run(key, 'redirects.csv');
    expect(first).toMatchObject({ code: 1, out: '2 added, 0 changed, 0 unchanged, 1 refused\n' });
    expect(first.err).toMatch(/^line 4: .+ \(redirect\.loop\)\n$/);

    await consumer.write('redirects.csv', '/old,/newer\n/shop,https://shop.example/,302\n');
    expect(await run(key, 'redirects.csv')).toEqual({
      ...{ code: 0, out: '0 added, 1 changed, 1 unchanged, 0 refused\n', err: '' },
    });
    expect(await run(key, 'redirects.csv')).toMatchObject({
      out: '0 added, 0 changed, 2 unchanged, 0 refused\n',
    });

    const { items } = await createKeyholder({ url: app.url, apiKey: key }).get(
      '/api/v1/sites/{site}/redirects',
      { path: { site: maria.site.id } },
    );
    expect(items.map(({ path, target, status }) => ({ path, target, status }))).toEqual([
      { path: '/old', target: '/newer', status: 301 },
      { path: '/shop', target: 'https://shop.example/', status: 302 },
    ]);
  });

  it('ends with what Keyholder says, when its key may not', async () => {
    const key = await maria.makeKey(['redirects.read']);
    await consumer.write('more.csv', '/another,/new\n');
    const { code, err } = await run(key, 'more.csv');
    expect(code).toBe(1);
    expect(err).toContain('permission.denied');
    expect(err).not.toContain(key);
  });
});
