import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Document } from './document-shape.ts';
import { BODIES } from './document-bodies.ts';
import { createSetting } from './testing/setting.ts';
import type { Setting } from './testing/setting.ts';

// An example that the route itself refuses teaches nobody: each is sent as it stands in the reference.

let s: Setting;
let examples: { id: string; method: string; path: string; body: unknown }[];
beforeAll(async () => {
  s = await createSetting(inject('testServer'), { quiet: true });
  const document = (await s.world.nobody.get('/api/openapi.json')).body as Document;
  examples = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { operationId, requestBody }]) => {
      const media = requestBody?.content['application/json'];
      return media ? [{ id: operationId, method, path, body: media.example }] : [];
    }),
  );
});
afterAll(() => s.world.stop());

const NO_ID = '01900000-0000-7000-8000-000000000000';
const filled = (path: string) =>
  path
    .replace('{account}', s.agency.id)
    .replace('{site}', s.site.id)
    .replace('{domain}', 'northwind.example')
    .replaceAll(/\{\w+\}/g, NO_ID);

/** Fields that are judged by what is true of somebody or somewhere, not by what they look like. */
const PROVEN = new Set(['token', 'code', 'currentPassword', 'issuer']);

describe('the bodies of the reference', () => {
  it('are those of operations that are there', () => {
    const ids = examples.map(({ id }) => id);
    expect(Object.keys(BODIES).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('fit: no route finds fault with a field', async () => {
    const refused: string[] = [];
    // What ends the account, the site or the session of the one who asks comes last.
    const order = ({ method, path }: (typeof examples)[number]) =>
      /leave$|sign-out$/.test(path) ? 2 : method === 'delete' ? 1 : 0;
    for (const { id, method, path, body } of examples.toSorted((a, b) => order(a) - order(b))) {
      const by = path.includes('{site}') ? s.siteOwner : s.sarah;
      const send = { post: by.post, patch: by.patch, put: by.put, delete: by.delete }[method]!;
      const answer = await send(filled(path), body);
      if (answer.status >= 500 || answer.status === 400 || answer.status === 415)
        refused.push(`${id} ${answer.status}`);
      if (answer.body?.code === 'validation.failed')
        for (const [field, fault] of Object.entries<string>(answer.body.fields))
          if (!PROVEN.has(field)) refused.push(`${id} ${field}: ${fault}`);
    }
    expect(refused).toEqual([]);
  });
});
