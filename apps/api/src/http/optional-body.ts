import { createMiddleware } from 'hono/factory';
import type { Base } from './context.ts';

/** Before `validate('json', …)` of a route that can do without a body: none at all is then the empty object. */
export const optionalBody = createMiddleware<Base>(async (c, next) => {
  if (c.var.bodyText === undefined) Object.assign(c.req.bodyCache, { text: Promise.resolve('{}') });
  await next();
});
