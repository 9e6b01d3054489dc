import { fail } from '@keyholder/domain';
import { createMiddleware } from 'hono/factory';
import { isLoopback } from '../env.ts';
import type { Settings } from '../deps.ts';
import type { Base } from './context.ts';
import { isIntake } from './intake-path.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The guard against other sites: an unsafe request that carries a cookie names our own origin and sends JSON
 * (security.md 1.13). Forms, plain text and requests without an Origin are refused before anything else looks at them.
 */
export const sameOriginOnly = (settings: Settings) =>
  createMiddleware<Base>(async (c, next) => {
    // What visitors of a site send is nobody's session, though a site below our own domain makes browsers add its cookie.
    if (!SAFE.has(c.req.method) && c.req.header('cookie') !== undefined && !isIntake(c.req.path)) {
      if (!isOurs(c.req.header('origin'), settings) || !isJson(c.req.header('content-type')))
        fail('request.cross_origin');
    }
    await next();
  });

export function isOurs(origin: string | undefined, settings: Settings): boolean {
  if (origin === settings.appUrl) return true;
  const url = settings.production || !origin ? null : URL.parse(origin);
  return (
    url !== null && url.origin === origin && isLoopback(url.hostname) && url.port === String(settings.port)
  );
}

export const isJson = (contentType: string | undefined): boolean =>
  contentType !== undefined && contentType.split(';')[0]!.trim().toLowerCase() === 'application/json';
