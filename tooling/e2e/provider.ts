import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** The identity provider of a company: a real one on this machine, with a login page that takes a name and nothing else. */
export interface CompanyProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A domain that nobody else uses. */
  readonly domain: string;
  /** Lets somebody sign in there; answers their address. */
  know(login: string, name: string): string;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'keyholder', clientSecret: 'the-secret-of-a-test' };
const INTERACTION = /^\/interaction\/[^/?]+/;

export async function startProvider(appUrl: string): Promise<CompanyProvider> {
  const domain = `acme-${randomBytes(4).toString('hex')}.example`;
  const names = new Map<string, string>();
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
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, login) => ({
      accountId: login,
      claims: async () => ({
        ...{ sub: login, name: names.get(login) ?? login },
        ...{ email: `${login}@${domain}`, email_verified: true },
      }),
    }),
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
    const url = new URL(request.url ?? '/', issuer);
    if (!INTERACTION.test(url.pathname)) return void handle(request, response);
    const login = url.searchParams.get('login');
    if (login === null) return void response.setHeader('content-type', 'text/html').end(LOGIN_PAGE);
    void provider.interactionFinished(request, response, { login: { accountId: login, remember: true } });
  });
  return {
    ...{ issuer, domain, ...CLIENT },
    know(login, name) {
      names.set(login, name);
      return `${login}@${domain}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const LOGIN_PAGE = `<!doctype html><html lang="en"><title>Company login</title><link rel="icon" href="data:,">
<h1>Company login</h1><form><label>Login <input name="login"></label> <button>Sign in</button></form>`;
