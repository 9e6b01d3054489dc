import { zValidator } from '@hono/zod-validator';
import { DomainError } from '@keyholder/domain';
import type { ValidationTargets } from 'hono';
import { resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';

/**
 * Parses a part of the request into domain types; whatever does not fit is 422 with a message per field.
 * hono-openapi finds the schema under its own symbol, so the reference documents exactly what is checked.
 */
export function validate<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  const middleware = zValidator(target, schema, (result) => {
    if (!result.success)
      throw new DomainError({ code: 'validation.failed', facts: { fields: fieldsOf(result.error) } });
  });
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema) } }) as typeof middleware;
}

/** Path → message; the first fault of each field. */
export function fieldsOf(error: z.core.$ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    for (const key of unknown) {
      const path = [...issue.path, ...(key === null ? [] : [key])].join('.');
      fields[path] ??= key === null ? issue.message : 'This field is not known.';
    }
  }
  return fields;
}
