import { ERROR_STATUS } from '@keyholder/domain';
import type { ErrorCode } from '@keyholder/domain';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';

/** The body of every refusal (http-api.md, Conventions). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    requestId: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    retryAfter: z.number().optional(),
  })
  .meta({ ref: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

/** What a route says about itself in the reference. */
interface RouteText {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly operationId: string;
  readonly success: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
  /** The codes it refuses with, beside those that every route can answer. */
  readonly refusals?: readonly ErrorCode[];
}

export const PROBLEM_JSON = 'application/problem+json';

interface Answer<Shape> {
  readonly description: string;
  readonly content?: Readonly<
    Record<string, { readonly schema: Shape; readonly examples?: Readonly<Record<string, Example>> }>
  >;
  readonly headers?: Readonly<Record<string, Example>>;
}
interface Example {
  readonly $ref: string;
}

/** Documents a route from the schemas that it really uses; refusals are grouped by status. */
export function describe({ success, refusals = [], tags, ...text }: RouteText) {
  const good = Object.fromEntries(
    Object.entries(success).map(([status, { description, schema }]): [string, Answer<Resolved>] => [
      status,
      schema
        ? { description, content: { 'application/json': { schema: resolver(schema) } } }
        : { description },
    ]),
  );
  const responses = addRefusals(good, [...refusals, 'validation.failed'], resolver(problemSchema));
  return describeRoute({ ...text, tags: [...tags], responses });
}

type Resolved = ReturnType<typeof resolver>;

/** Puts codes in under their status, each with an example of its own. */
export function addRefusals<Shape>(
  responses: Readonly<Record<string, Answer<Shape>>>,
  codes: readonly ErrorCode[],
  schema: Shape,
): Record<string, Answer<Shape>> {
  const all: Record<string, Answer<Shape>> = { ...responses };
  for (const code of new Set(codes)) {
    const status = String(ERROR_STATUS[code]);
    const before = all[status]?.content?.[PROBLEM_JSON]?.examples;
    const examples = { ...before, [code]: { $ref: `#/components/examples/${code}` } };
    all[status] = {
      description: Object.keys(examples)
        .map((one) => `\`${one}\``)
        .join(', '),
      content: { [PROBLEM_JSON]: { schema, examples } },
      ...(status === '429' || status === '503'
        ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } }
        : {}),
    };
  }
  return all;
}

/** `{ items, nextCursor, total }` (http-api.md, Conventions). */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });
