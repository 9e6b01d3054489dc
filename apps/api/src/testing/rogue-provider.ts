import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;
export interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A provider that says whatever a test wants it to: every lie that Keyholder must not believe. */
export interface RogueProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** The keys that it publishes; the first signs. */
  keys: Key[];
  /** The ID token of the next answers, made from what the sign-in asked for. */
  idToken: (honest: Claims) => string;
  /** Instead of the answer of one of its addresses: a status, or silence. */
  fault: Partial<Record<'discovery' | 'jwks' | 'token', number | 'silence'>>;
  /** How often each address was asked. */
  readonly asked: Record<'discovery' | 'jwks' | 'token', number>;
  /** What an honest provider would say to a sign-in of Keyholder that asked with this nonce. */
  honest(nonce: string): Claims;
  /** Tells it which nonce the code belongs to. */
  expect(nonce: string): void;
  stop(): Promise<void>;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function newKey(kid: string): Key {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

export function signed(key: Key, claims: Claims, header: Claims = {}): string {
  const text = `${part({ alg: 'RS256', kid: key.kid, ...header })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key.privateKey).toString('base64url')}`;
}
export const unsigned = (claims: Claims): string => `${part({ alg: 'none' })}.${part(claims)}.`;
/** HS256 with the public key as the secret: what a library believes that lets the token choose the algorithm. */
export function confused(key: Key, claims: Claims): string {
  const secret = createPublicKey(key.privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
    type: 'spki',
    format: 'pem',
  });
  const text = `${part({ alg: 'HS256', kid: key.kid })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

export async function startRogueProvider(person: Claims, metadata: Claims = {}): Promise<RogueProvider> {
  let nonce = '';
  const key = newKey('one');
  const server = createServer((request, response) => {
    const where = ADDRESSES[request.url ?? ''];
    if (!where) return void response.writeHead(404).end();
    rogue.asked[where] += 1;
    const fault = rogue.fault[where];
    if (fault === 'silence') return;
    const body = {
      discovery: {
        ...{ issuer: rogue.issuer, authorization_endpoint: `${rogue.issuer}/authorize` },
        ...{ token_endpoint: `${rogue.issuer}/token`, jwks_uri: `${rogue.issuer}/keys` },
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        ...metadata,
      },
      jwks: {
        keys: rogue.keys.map((one) => ({
          ...one.publicKey.export({ format: 'jwk' }),
          ...{ kid: one.kid, use: 'sig', alg: 'RS256' },
        })),
      },
      token: { access_token: 'opaque', token_type: 'Bearer', id_token: rogue.idToken(rogue.honest(nonce)) },
    }[where];
    response
      .writeHead(fault ?? 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(fault === undefined ? body : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Not every test has an end of its own for it.
  server.unref();
  const rogue: RogueProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    client: { clientId: 'keyholder', clientSecret: 'a secret' },
    keys: [key],
    idToken: (honest) => signed(rogue.keys[0]!, honest),
    fault: {},
    asked: { discovery: 0, jwks: 0, token: 0 },
    honest: (asked) => {
      const now = Math.floor(Date.now() / 1000);
      return {
        ...{ iss: rogue.issuer, aud: 'keyholder', nonce: asked, iat: now, exp: now + 300 },
        ...{ email_verified: true, ...person },
      };
    },
    expect: (asked) => void (nonce = asked),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return rogue;
}

const ADDRESSES: Readonly<Record<string, 'discovery' | 'jwks' | 'token'>> = {
  '/.well-known/openid-configuration': 'discovery',
  '/keys': 'jwks',
  '/token': 'token',
};
