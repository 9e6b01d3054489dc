import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Scalar } from '@scalar/hono-api-reference';
import { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { secureHeaders } from 'hono/secure-headers';
import { VERSION } from './env.ts';
import type { Base } from './http/context.ts';

/** OpenAPI 3.1 made from the routes, and its reference page, served without any foreign host [R45]. */
export function documentRoutes(app: Hono<Base>): Hono<Base> {
  let specs: ReturnType<typeof generateSpecs> | null = null;
  let script: Promise<Buffer> | null = null;
  return new Hono<Base>()
    .get('/api/openapi.json', async (c) => {
      // Made on first use: the routes do not change while the process lives.
      specs ??= generateSpecs(app, {
        documentation: {
          openapi: '3.1.0',
          info: {
            title: 'Keyholder',
            version: VERSION,
            description: 'Who can reach which site, as what, and why.',
          },
          components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'keyholder' } } },
        },
      });
      return c.json(await specs);
    })
    .get(
      '/docs',
      // The reference writes styles of its own into the page; nothing else on this origin may.
      secureHeaders({ contentSecurityPolicy: { ...REFERENCE_POLICY }, referrerPolicy: 'no-referrer' }),
      Scalar({
        url: '/api/openapi.json',
        cdn: '/docs/scalar.js',
        withDefaultFonts: false,
        pageTitle: 'Keyholder API',
      }),
    )
    .get('/docs/scalar.js', async (c) => {
      script ??= readFile(
        fileURLToPath(import.meta.resolve('@scalar/api-reference')).replace(
          /dist\/.*$/,
          'dist/browser/standalone.js',
        ),
      );
      return c.body(new Uint8Array(await script), 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      });
    });
}

const REFERENCE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};
