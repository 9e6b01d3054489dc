import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { APP_URL } from './world.ts';

/** Somebody as their company's provider knows them. */
export interface Colleague {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: unknown;
  readonly name?: string;
}

/** The identity provider of a company: a real one, on loopback, whose login page takes the subject in one field. */
export interface CompanyProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Who can sign in there, by subject; a later one with the same subject takes its place. */
  know(who: Colleague): void;
  /** A browser with the provider's cookies: goes to an address, signs in when asked, answers where it is sent back to. */
  browser(): { signIn(address: string, sub: string): Promise<{ back: string; asked: boolean }> };
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'keyholder', clientSecret: 'a secret that the company was given' };

export async function startCompanyProvider(appUrl = APP_URL): Promise<CompanyProvider> {
  const people = new Map<string, Colleague>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${appUrl}/api/auth/sso/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ ...people.get(id), sub: id }) }),
    async loadExistingGrant(ctx) {
      const grant = new provider.Grant({
        accountId: ctx.oidc.session!.accountId!,
        clientId: ctx.oidc.client!.clientId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const login = /^\/interaction\/[^/?]+\?as=(.+)$/.exec(request.url ?? '')?.[1];
    if (login !== undefined)
      return void provider.interactionFinished(request, response, {
        login: { accountId: decodeURIComponent(login), remember: true },
      });
    void handle(request, response);
  });

  return {
    issuer,
    client: CLIENT,
    know: (who) => void people.set(who.sub, who),
    browser() {
      const jar = new Map<string, string>();
      return {
        async signIn(address, sub) {
          let at = address;
          let asked = false;
          while (at.startsWith(issuer)) {
            if (/\/interaction\/[^/?]+$/.test(at)) {
              asked = true;
              at += `?as=${encodeURIComponent(sub)}`;
            }
            const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
            const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
            for (const set of answer.headers.getSetCookie()) {
              const [name = '', value = ''] = set.split(';')[0]!.split('=');
              jar.set(name, value);
            }
            const next = answer.headers.get('location');
            if (!next) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
            at = new URL(next, at).href;
          }
          return { back: at, asked };
        },
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
