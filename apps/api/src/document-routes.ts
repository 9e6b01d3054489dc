import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { createDocument } from './document.ts';
import type { Base } from './http/context.ts';

/** OpenAPI 3.1 made from the routes, and its reference page, served without any foreign host [R45]. */
export function documentRoutes(app: Hono<Base>): Hono<Base> {
  let document: ReturnType<typeof createDocument> | null = null;
  let script: Promise<string> | null = null;
  return new Hono<Base>()
    .get('/api/openapi.json', async (c) => {
      // Made on first use: the routes do not change while the process lives.
      document ??= createDocument(app);
      return c.json(await document);
    })
    .get('/docs', (c) => c.html(PAGE, 200, { 'content-security-policy': REFERENCE_POLICY }))
    .get('/docs/start.js', (c) => c.body(START, 200, JAVASCRIPT))
    .get('/docs/scalar.js', async (c) => {
      script ??= readFile(SCALAR, 'utf8').then((text) => NO_COMPILING + text);
      return c.body(await script, 200, {
        ...JAVASCRIPT,
        'cache-control': 'public, max-age=3600',
      });
    });
}

const SCALAR = new URL('browser/standalone.js', import.meta.resolve('@scalar/api-reference'));
/** The schemas in the page would try whether they may compile themselves, which our policy refuses and reports. */
const NO_COMPILING = 'globalThis.__zod_globalConfig = { jitless: true };\n';
const JAVASCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Keyholder API reference</title></head>
<body><div id="reference"></div><script src="/docs/scalar.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const START = `Scalar.createApiReference('#reference', { url: '/api/openapi.json', withDefaultFonts: false, authentication: { preferredSecurityScheme: 'key' }, telemetry: false, agent: { disabled: true }, mcp: { disabled: true }, showDeveloperTools: 'never', hideClientButton: true });`;

/** The reference writes its own styles into the page; scripts come from files of ours only. */
const REFERENCE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
