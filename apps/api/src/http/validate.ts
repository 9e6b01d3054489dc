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
  const faults = error.issues.flatMap((issue): [string, string][] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [[...issue.path, key].join('.'), 'This field is not known.'])
      : [[issue.path.join('.'), issue.message]],
  );
  // From entries, because assigning to `__proto__` would set no field; reversed, because the last entry of a key stays.
  return Object.fromEntries(faults.reverse());
}
