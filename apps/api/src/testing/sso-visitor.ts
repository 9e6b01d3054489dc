import type { CompanyProvider } from './company-provider.ts';
import { APP_URL } from './world.ts';
import type { World } from './world.ts';
import type { Account, Answer, Person } from './people.ts';

/** A browser before Keyholder: keeps cookies between calls, as a way to a provider and back needs. */
export interface SsoVisitor {
  readonly cookies: Map<string, string>;
  post(path: string, body: unknown): Promise<Answer>;
  get(path: string): Promise<Answer>;
}

export function visitorOf(world: World, from?: Person): SsoVisitor {
  const cookies = new Map<string, string>();
  if (from)
    cookies.set(
      from.cookie.slice(0, from.cookie.indexOf('=')),
      from.cookie.slice(from.cookie.indexOf('=') + 1),
    );
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await world.app.request(`${APP_URL}${path}`, {
      method,
      headers: { origin: APP_URL, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const pair = set.split(';')[0]!;
      const name = pair.slice(0, pair.indexOf('='));
      if (/Max-Age=0/.test(set)) cookies.delete(name);
      else cookies.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    cookies,
    post: (path, body) => call('POST', path, body),
    get: (path) => call('GET', path),
  };
}

/** The path of an address of ours. */
export const pathOf = (address: string): string => address.replace(APP_URL, '');

/** Where a callback sends the browser, with what its fragment says. */
export function endingOf(answer: Answer): { path: string; sso: string | null; was: string | null } {
  const to = new URL(answer.headers.get('location') ?? '', APP_URL);
  const said = new URLSearchParams(to.hash.slice(1));
  return { path: to.pathname + to.search, sso: said.get('sso'), was: said.get('was') };
}

/** Starts at Keyholder, signs in at the provider, comes back; answers what the callback says. */
export async function signInAt(
  visitor: SsoVisitor,
  provider: CompanyProvider,
  sub: string,
  start: { email: string; next?: string; invitation?: string; fresh?: true },
  browser = provider.browser(),
): Promise<Answer> {
  const started = await visitor.post('/api/auth/sso/start', start);
  if (started.status !== 200) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`);
  const { back } = await browser.signIn(started.body.redirectTo, sub);
  return visitor.get(pathOf(back));
}

/** A connection of the account to a provider, with domains that its DNS has proven. */
export async function connect(
  world: World,
  owner: Person,
  account: Account,
  provider: Pick<CompanyProvider, 'issuer' | 'client'>,
  domains: readonly string[],
  options: { readonly enforced?: boolean } = {},
): Promise<{ readonly id: string; readonly path: string }> {
  const base = `/api/v1/accounts/${account.id}/sso-connections`;
  const made = await owner.post(base, { name: 'Company login', issuer: provider.issuer, ...provider.client });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const path = `${base}/${made.body.id}`;
  for (const domain of domains) {
    await owner.post(`${path}/domains`, { domain });
    await world.deps.database.sql`
      update sso_domain set verified_at = clock_timestamp() where account_id = ${account.id} and domain = ${domain}`;
  }
  if (options.enforced) await owner.patch(path, { enforced: true });
  return { id: made.body.id, path };
}

export const sessionOf = (visitor: SsoVisitor): string | undefined => visitor.cookies.get('keyholder');
