import { ERROR_CODES, ERROR_STATUS } from '@keyholder/domain';
import type { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { completeOperation } from './document-operation.ts';
import type { Document, Schema } from './document-shape.ts';
import { INTRODUCTION, TAGS, TAG_GROUPS } from './document-text.ts';
import { WEBHOOKS } from './document-webhooks.ts';
import { VERSION } from './env.ts';
import type { Base } from './http/context.ts';
import { SECURITY_SCHEMES } from './http/openapi-security.ts';
import { PROBLEM_TITLES } from './http/problem-text.ts';

/** OpenAPI 3.1 made from the routes, their schemas and the policy table [R45]: nothing of it is written down twice. */
export async function createDocument(app: Hono<Base>) {
  const generated = (await generateSpecs(app, {
    documentation: { openapi: '3.1.0', info: { title: 'Keyholder', version: VERSION } },
    defaultValidationErrorResponse: false,
  })) as unknown as Document;
  const { schemas } = readable(generated.components) as Document['components'];
  return {
    openapi: '3.1.0',
    info: { title: 'Keyholder', version: VERSION, description: INTRODUCTION },
    servers: [{ url: '/', description: 'This Keyholder' }],
    tags: TAGS,
    'x-tagGroups': TAG_GROUPS,
    paths: Object.fromEntries(
      Object.entries(readable(generated.paths) as Document['paths']).map(([path, methods]) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            completeOperation(method.toUpperCase(), path, operation, schemas),
          ]),
        ),
      ]),
    ),
    webhooks: WEBHOOKS,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      headers: HEADERS,
      examples: Object.fromEntries(ERROR_CODES.map((code) => [code, { value: problemExample(code) }])),
      schemas,
    },
  };
}

const HEADERS = {
  'Retry-After': {
    description: 'After how many seconds it is worth asking again.',
    schema: { type: 'integer', example: 30 },
  },
};

const problemExample = (code: (typeof ERROR_CODES)[number]) => ({
  type: `urn:keyholder:problem:${code}`,
  title: PROBLEM_TITLES[code],
  status: ERROR_STATUS[code],
  code,
  detail: `${PROBLEM_TITLES[code]}.`,
  requestId: '01980c1e-5b7a-4c3d-9f42-6a1b2c3d4e5f',
  ...(code === 'validation.failed' ? { fields: { name: 'Write a name of 1 to 80 characters.' } } : {}),
  ...(ERROR_STATUS[code] === 429 ? { retryAfter: 30 } : {}),
  ...(ERROR_STATUS[code] === 503 ? { retryAfter: 2 } : {}),
});

/** Where a format says it all, the expression behind it only hides it; nor does anybody need the bounds of all integers. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const { format } = value as Schema;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, of]) => !(name === 'pattern' && typeof format === 'string' && typeof of === 'string'))
      .filter(([, of]) => !(typeof of === 'number' && Math.abs(of) === Number.MAX_SAFE_INTEGER))
      .map(([name, of]) => [name, readable(of)]),
  );
}
