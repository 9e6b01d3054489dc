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

/** Documents a route from the schemas that it really uses; refusals are grouped by status. */
export function describe({ success, refusals = [], tags, ...text }: RouteText) {
  const responses: Record<
    string,
    { description: string; content?: Record<string, { schema: ReturnType<typeof resolver> }> }
  > = {};
  for (const [status, { description, schema }] of Object.entries(success)) {
    responses[status] = schema
      ? { description, content: { 'application/json': { schema: resolver(schema) } } }
      : { description };
  }
  for (const code of new Set<ErrorCode>([...refusals, 'validation.failed'])) {
    const status = String(ERROR_STATUS[code]);
    const before = responses[status]?.description;
    responses[status] = {
      description: before ? `${before}, \`${code}\`` : `\`${code}\``,
      content: { 'application/problem+json': { schema: resolver(problemSchema) } },
    };
  }
  return describeRoute({ ...text, tags: [...tags], responses });
}

/** `{ items, nextCursor, total }` (http-api.md, Conventions). */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });
