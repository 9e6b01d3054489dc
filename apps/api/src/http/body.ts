import { fail } from '@keyholder/domain';
import { createMiddleware } from 'hono/factory';
import { visit } from 'jsonc-parser';
import type { Base } from './context.ts';
import { isIntake } from './intake-path.ts';
import { isJson } from './origin.ts';

const SMALL = 64 * 1024;
/** Batch routes (security.md 1.11.2). */
const LARGE = 1024 * 1024;
const TAKES_MANY = /\/(batch|access-changes)$/;
/** Areas whose texts are long. */
const TAKES_TEXTS = /^\/api\/v1\/sites\/[^/]+\/(?:(?:pages|posts)(?:\/[^/]+)?|code|redirects\/import)$/;
const DEEPEST = 20;

/**
 * Reads the body once, within its limit, and refuses what a JSON parser would silently repair: nesting bombs, keys
 * given twice, broken Unicode. `request.malformed` 400, `request.too_large` 413, `request.unsupported_media` 415.
 */
export const readBody = createMiddleware<Base>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  // No body is an empty object: the route's schema says whether that is enough.
  Object.assign(c.req.bodyCache, { text: Promise.resolve('{}') });
  if (c.req.raw.body === null) return next();
  if (c.req.header('content-encoding') !== undefined) fail('request.unsupported_media');
  const text = await limitedText(c.req.raw, takesMuch(c.req.path) ? LARGE : SMALL);
  if (text === '') return next();
  const plain = isIntake(c.req.path) && isPlainForm(c.req.header('content-type'));
  if (!plain && !isJson(c.req.header('content-type'))) fail('request.unsupported_media');
  const json = plain ? flatJson(text) : text;
  checkJson(json);
  c.set('bodyText', json);
  // Hono would read the stream again: hand it the text that was checked.
  Object.assign(c.req.bodyCache, { text: Promise.resolve(json) });
  if (plain) {
    c.set('plainForm', true);
    // What comes after looks at JSON only, by its header too.
    const headers = new Headers(c.req.raw.headers);
    headers.set('content-type', 'application/json');
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers });
  }
  await next();
});

const isPlainForm = (contentType: string | undefined): boolean =>
  contentType?.split(';')[0]!.trim().toLowerCase() === 'application/x-www-form-urlencoded';

/** The fields of a plain HTML form as one flat object; one that comes twice is as malformed as a key given twice. */
function flatJson(text: string): string {
  const fields = [...new URLSearchParams(text)];
  if (new Set(fields.map(([name]) => name)).size < fields.length) fail('request.malformed');
  return JSON.stringify(Object.fromEntries(fields));
}

const takesMuch = (path: string) => TAKES_MANY.test(path) || TAKES_TEXTS.test(path);

async function limitedText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) fail('request.too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) fail('request.too_large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return fail('request.malformed');
  }
}

/** One pass over the text; the values themselves are judged by the route's schema. */
export function checkJson(text: string): void {
  let depth = 0;
  const keys: Set<string>[] = [];
  const deeper = () => {
    depth += 1;
    if (depth > DEEPEST) fail('request.malformed');
  };
  visit(
    text,
    {
      onObjectBegin: () => (deeper(), void keys.push(new Set())),
      onObjectEnd: () => ((depth -= 1), void keys.pop()),
      onArrayBegin: deeper,
      onArrayEnd: () => void (depth -= 1),
      onObjectProperty: (name) => {
        if (keys.at(-1)!.has(name)) fail('request.malformed');
        keys.at(-1)!.add(name);
        checkText(name);
      },
      onLiteralValue: (value) => {
        if (typeof value === 'string') checkText(value);
      },
      onError: () => fail('request.malformed'),
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  try {
    JSON.parse(text);
  } catch {
    fail('request.malformed');
  }
}

function checkText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed())
    fail('validation.failed', { fields: { '': 'Text must be valid Unicode without NUL.' } });
}
