import { ERROR_STATUS } from '@keyholder/domain';
import type { ErrorCode } from '@keyholder/domain';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Document, Operation } from './document-shape.ts';
import { POLICY, takesKeys } from './http/policy.ts';
import type { RoutePolicy } from './http/policy.ts';
import { AWAITED_ROUTES, CONTRACT_ROUTES } from './testing/contract-paths.ts';
import { createWorld } from './testing/world.ts';
import type { World } from './testing/world.ts';

let world: World;
let document: Document & {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly 'x-tagGroups': readonly { readonly tags: readonly string[] }[];
  readonly webhooks: Readonly<Record<string, { readonly post: Operation }>>;
};
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
  document = (await world.nobody.get('/api/openapi.json')).body;
});
afterAll(() => world.stop());

const UNDOCUMENTED = /^GET \/(livez|readyz|docs.*|api\/openapi\.json)$/;
const routes = Object.keys(POLICY).filter((route) => !UNDOCUMENTED.test(route));
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  );
const inDocument = (route: string): Operation => {
  const found = operations().find((one) => one.route === route);
  if (!found) throw new Error(`${route} is not in the document`);
  return found.operation;
};
const json = (holder: { readonly content?: Operation['responses'][string]['content'] } | undefined) =>
  holder?.content?.['application/json'];
const codesAt = (operation: Operation, status: number) =>
  Object.keys(operation.responses[status]?.content?.['application/problem+json']?.examples ?? {});

describe('the OpenAPI document [R45]', () => {
  it('is valid OpenAPI 3.1 and holds exactly the routes of the app', async () => {
    expect(document.openapi).toBe('3.1.0');
    const validator = new Validator();
    expect((await validator.validate(structuredClone(document) as never)).errors).toBeUndefined();
    expect(validator.version).toBe('3.1');
    const documented = operations().map(({ route }) => route);
    expect(documented.filter((route) => !UNDOCUMENTED.test(route)).sort()).toEqual([...routes].sort());
  });

  it('has every path of the contract, but those that are not built yet', () => {
    const nameless = (route: string) => route.replace(/:\w+/g, ':');
    const built = new Set(routes.map(nameless));
    expect(CONTRACT_ROUTES.filter((route) => !built.has(nameless(route)))).toEqual([]);
    expect(AWAITED_ROUTES.filter((route) => built.has(nameless(route)))).toEqual([]);
  });

  it.each(routes)('%s says what it does, takes, answers and refuses', (route) => {
    const operation = inDocument(route);
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(operation.operationId).toMatch(/^[a-z][a-zA-Z]+$/);
    expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0]);
    for (const [, name] of route.matchAll(/:(\w+)/g))
      expect(operation.parameters).toContainEqual(
        expect.objectContaining({ in: 'path', name, required: true }),
      );
    for (const { name, description } of operation.parameters ?? []) expect(description, name).toMatch(/\.$/);
    if (operation.requestBody) expect(json(operation.requestBody)?.example).toBeDefined();
    const good = Object.entries(operation.responses).filter(([status]) => /^[23]/.test(status));
    expect(good).toHaveLength(1);
    const [status, answer] = good[0]!;
    if (status === '200') expect(answer.content).toBeDefined();
    if (json(answer)) expect(json(answer)?.example).toBeDefined();
  });

  it.each(routes)(
    '%s names who may call it and how others are refused, as the policy does [R44]',
    (route) => {
      const operation = inDocument(route);
      const policy = (POLICY as Record<string, RoutePolicy>)[route]!;
      const open = policy.tier === 'public' || policy.tier === 'invitee';
      const session = open ? [] : [{ session: [] }];
      expect(operation.security).toEqual(takesKeys(policy) ? [{ key: [] }, ...session] : session);
      if (!open) expect(codesAt(operation, 401)).toContain('auth.required');
      if (policy.tier === 'account' || policy.tier === 'site')
        expect(codesAt(operation, 404)).toContain('not_found');
      if ('needs' in policy && !['own', 'known'].includes(policy.needs))
        expect(codesAt(operation, 403)).toContain('permission.denied');
      expect(codesAt(operation, 503)).toEqual(['service.unavailable']);
      for (const status of Object.keys(operation.responses))
        for (const code of codesAt(operation, Number(status)))
          expect(ERROR_STATUS[code as ErrorCode]).toBe(Number(status));
    },
  );

  it('asks for a key of one’s own where an answer may get lost, and for what was seen where two may edit', () => {
    const taking = (header: string) =>
      operations()
        .filter(({ operation }) => operation.parameters?.some(({ name }) => name === header))
        .map(({ route }) => route);
    const posts = routes.filter((route) => route.startsWith('POST /api/v1/'));
    expect(posts.filter((route) => !taking('Idempotency-Key').includes(route))).toEqual([
      'POST /api/v1/sites/:site/access-check',
      'POST /api/v1/invitations/lookup',
    ]);
    expect(taking('If-Match')).toContain('PATCH /api/v1/sites/:site/pages/:id');
    expect(taking('If-Match')).toContain('PATCH /api/v1/sites/:site/members/:user');
    expect(taking('If-Match').filter((route) => route.startsWith('GET '))).toEqual([]);
  });

  it('shows examples that fit their own schemas', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const { route, operation } of operations()) {
      for (const media of [operation.requestBody, ...Object.values(operation.responses)].map(json)) {
        if (!media) continue;
        const schema = JSON.parse(JSON.stringify(media.schema).replaceAll('"#/', '"api#/'));
        ajv.validate(schema, media.example);
        expect(ajv.errors, `${route} ${JSON.stringify(media.example)}`).toBeNull();
      }
    }
  });

  it('gives every operation its own id, and every tag a place', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(operations().map(({ operation }) => operation.tags[0]));
    expect(document.tags.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
    const grouped = document['x-tagGroups'].flatMap(({ tags }) => tags);
    expect([...grouped].sort()).toEqual(document.tags.map(({ name }) => name).sort());
    expect(Object.keys(document.webhooks)).toContain('membership.removed');
  });
});

describe('the reference page', () => {
  it('is our own files only', async () => {
    const page = await world.nobody.get('/docs');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    for (const [, script] of (page.body as string).matchAll(/src="([^"]+)"/g))
      expect((await world.nobody.get(script!)).status).toBe(200);
  });
});
