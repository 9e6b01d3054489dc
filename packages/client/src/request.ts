import { KeyholderProblem, problemOf } from './problem.ts';

export interface Connection {
  /** Where Keyholder is, without a path: `https://keys.agency.example`. */
  readonly url: string;
  /** The API key, `kh_…`. Routes for visitors of a site need none. */
  readonly apiKey?: string | undefined;
  /** How often a request that may be sent again is, when Keyholder is away. Default 3. */
  readonly retries?: number | undefined;
  /** After how long one try is given up, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number | undefined;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** What a call may carry; which of it, the route says. */
export interface Ask {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly body?: unknown;
  /** What you saw: its `etag`, or the whole thing that carries one. Refused with 412 when it is another by now. */
  readonly ifMatch?: string | { readonly etag: string } | undefined;
  /** A key of your own, for sending the same again later; made anew for each call otherwise. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function request(
  connection: Connection,
  method: string,
  template: string,
  ask: Ask,
): Promise<unknown> {
  const url = urlOf(connection.url, template, ask);
  const { apiKey, timeoutMs = 30_000, fetch: send = fetch } = connection;
  const body = method === 'GET' ? undefined : JSON.stringify(ask.body ?? {});
  const headers: Record<string, string> = {
    accept: 'application/json, */*;q=0.1',
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(ask.ifMatch === undefined ? {} : { 'if-match': tagOf(ask.ifMatch) }),
    // One key for all tries of this call: what arrived the first time is not done twice.
    ...(method === 'POST' ? { 'idempotency-key': ask.idempotencyKey ?? crypto.randomUUID() } : {}),
  };
  const once = async (): Promise<unknown> => {
    const late = AbortSignal.timeout(timeoutMs);
    const response = await send(url, {
      ...{ method, headers, redirect: 'error' },
      ...(body === undefined ? {} : { body }),
      signal: ask.signal ? AbortSignal.any([ask.signal, late]) : late,
    });
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined;
    const type = response.headers.get('content-type') ?? '';
    return type.startsWith('application/json') ? response.json() : response.text();
  };
  const again = method === 'GET' || method === 'POST' ? (connection.retries ?? 3) : 0;
  return withRetries(once, again, ask.signal);
}

/** Tries again what Keyholder was not there for; a refusal stays a refusal. */
async function withRetries<T>(once: () => Promise<T>, retries: number, signal?: AbortSignal): Promise<T> {
  for (let left = retries; ; left -= 1) {
    try {
      return await once();
    } catch (error) {
      const away = !(error instanceof KeyholderProblem) || error.status === 503;
      if (!away || left <= 0 || signal?.aborted) throw error;
      const asked = error instanceof KeyholderProblem ? error.retryAfter : undefined;
      const ms = asked === undefined ? 250 * 2 ** (retries - left) : Math.min(asked, LONGEST_S) * 1000;
      await pause(ms, signal);
    }
  }
}

/** Whoever says to come back later than this, in seconds, is told of it by the next try. */
const LONGEST_S = 10;

/** Not all at the same moment, when many were turned away together; not at all, when nobody waits any more. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms * (1 + Math.random() / 4));
    signal?.addEventListener('abort', done);
  });
}

const tagOf = (seen: string | { readonly etag: string }): string =>
  typeof seen === 'string' ? seen : seen.etag;

function urlOf(base: string, template: string, { path = {}, query = {} }: Ask): URL {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (!value) throw new TypeError(`${template} needs path.${name}`);
    return encodeURIComponent(value);
  });
  const url = new URL(filled, base);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
