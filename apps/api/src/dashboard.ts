import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Handler } from 'hono';
import type { Base } from './http/context.ts';
import { problem } from './http/problem.ts';

/** The built files of the Dashboard. */
export interface Dashboard {
  readonly serve: Handler<Base>;
  /** CSP hashes of the scripts that index.html carries. */
  readonly inlineScripts: readonly string[];
}

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * The Dashboard from its build folder, or null when it was not built: then only the API answers. `showsMails`: the page
 * of the development mailbox may show mails with the styles they carry.
 */
export function openDashboard(folder: string, showsMails: boolean): Dashboard | null {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const html = readFileSync(page, 'utf8');
  const { scriptHashes } = JSON.parse(readFileSync(join(folder, 'csp.json'), 'utf8')) as {
    scriptHashes: string[];
  };
  const files = serveStatic<Base>({ root: folder, rewriteRequestPath: (path) => path });
  return {
    inlineScripts: scriptHashes,
    async serve(c, next) {
      const asset = c.req.path.startsWith('/assets/');
      // Build facts are for the server and the checks, not for visitors.
      const isPublic = asset || /^\/[^/.]+\.(svg|png|ico|txt)$/.test(c.req.path);
      if (isPublic) {
        const answer = await files(c as Context<Base, string>, next);
        if (!(answer instanceof Response) || answer.status === 404) return problem(c, 'not_found');
        answer.headers.set('cache-control', asset ? A_YEAR : 'public, max-age=3600');
        return answer;
      }
      const mailbox = showsMails && c.req.path.startsWith('/dev/mailbox');
      return c.html(html, 200, {
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        ...(mailbox ? { 'content-security-policy': mailboxPolicy(scriptHashes) } : {}),
      });
    },
  };
}

/** A mail is shown in a frame without scripts, which is held to the policy of the page around it. */
const mailboxPolicy = (scriptHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
