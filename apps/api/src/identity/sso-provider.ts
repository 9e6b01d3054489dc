import { canonicalEmail } from '@keyholder/domain';
import type { EmailAddress } from '@keyholder/domain';
import * as oauth from 'oauth4webapi';
import { ProviderUnreachable } from './sso-outbound.ts';
import type { OutboundFetch } from './sso-outbound.ts';

/** Thrown where an answer of the provider is not what its protocol, or this sign-in, asks for. */
export class ResponseInvalid extends Error {}

/** An identity provider as one account has registered at it. */
export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What only this browser's way to the provider can know. */
export interface Proof {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Assertion {
  readonly issuer: string;
  readonly subject: string;
  readonly email: EmailAddress | null;
  readonly emailVerified: unknown;
  readonly name: string | null;
  /** When they signed in at the provider, in seconds since 1970; null when it does not say. */
  readonly authTime: number | null;
}

export interface Provider {
  /** Reads the issuer's metadata anew; throws when it has none that can be used. */
  check(issuer: string): Promise<void>;
  /** Where to send the browser. `asksAnew`: the provider is to ask for a sign-in, whoever is signed in there. */
  authorizationUrl(client: Client, proof: Proof, asksAnew: boolean): Promise<string>;
  /** Redeems the code of a callback, once; `now` is the database's clock. */
  redeem(client: Client, proof: Proof, callback: URLSearchParams, now: Date): Promise<Assertion>;
}

/** Signed with a key that only the provider has: `none` and shared secrets prove nothing here. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
];
const LEEWAY_S = 60;
const METADATA_MS = 10 * 60_000;
const MOST_ISSUERS = 500;

/** OpenID Connect, authorization code with PKCE, by a certified client library (docs/decisions/0011). */
export function createProvider(outbound: OutboundFetch, redirectUri: string): Provider {
  const options = {
    [oauth.customFetch]: (url: string, asked: oauth.CustomFetchOptions<string, unknown>) =>
      outbound(url, asked),
    // Which addresses are allowed is decided by `outbound`, loopback included.
    [oauth.allowInsecureRequests]: true,
  };
  const known = new Map<string, { readonly metadata: oauth.AuthorizationServer; readonly until: number }>();

  async function read(issuer: string): Promise<oauth.AuthorizationServer> {
    const url = new URL(issuer);
    const metadata = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
    for (const needed of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const)
      if (!isAddress(metadata[needed], url.protocol)) throw new ResponseInvalid(`${needed} is missing`);
    if (known.size >= MOST_ISSUERS) known.delete(known.keys().next().value!);
    known.delete(issuer);
    known.set(issuer, { metadata, until: Date.now() + METADATA_MS });
    return metadata;
  }
  /** With its metadata the library keeps the provider's keys, and asks for them anew once a minute at most. */
  async function metadataOf(issuer: string): Promise<oauth.AuthorizationServer> {
    const kept = known.get(issuer);
    return kept && kept.until > Date.now() ? kept.metadata : read(issuer);
  }

  return {
    check: (issuer) => judged(() => read(issuer).then(() => undefined)),
    authorizationUrl: (client, proof, asksAnew) =>
      judged(async () => {
        const url = new URL((await metadataOf(client.issuer)).authorization_endpoint!);
        const asked = {
          client_id: client.clientId,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid email profile',
          state: proof.state,
          nonce: proof.nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(proof.verifier),
          code_challenge_method: 'S256',
          ...(asksAnew ? { prompt: 'login', max_age: '0' } : {}),
        };
        for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
        return url.href;
      }),
    redeem: ({ issuer, clientId, clientSecret }, proof, callback, now) =>
      judged(async () => {
        const server = await metadataOf(issuer);
        const client: oauth.Client = {
          client_id: clientId,
          [oauth.clockSkew]: Math.round((now.getTime() - Date.now()) / 1000),
          [oauth.clockTolerance]: LEEWAY_S,
        };
        const parameters = oauth.validateAuthResponse(server, client, callback, proof.state);
        const posted =
          server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false;
        const secret = posted ? oauth.ClientSecretPost(clientSecret) : oauth.ClientSecretBasic(clientSecret);
        const answer = await oauth.authorizationCodeGrantRequest(
          ...([server, client, secret, parameters, redirectUri, proof.verifier, options] as const),
        );
        const signing = { ...server, id_token_signing_alg_values_supported: algorithmsOf(server) };
        const tokens = await oauth.processAuthorizationCodeResponse(signing, client, answer, {
          expectedNonce: proof.nonce,
          requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(server, answer, options);
        const claims = oauth.getValidatedIdTokenClaims(tokens)!;
        if (claims.iat > now.getTime() / 1000 + LEEWAY_S) throw new ResponseInvalid('issued in the future');
        const profile =
          claims['email'] === undefined && server.userinfo_endpoint !== undefined
            ? await oauth.processUserInfoResponse(
                ...([server, client, claims.sub] as const),
                await oauth.userInfoRequest(server, client, tokens.access_token, options),
              )
            : claims;
        return {
          issuer: claims.iss,
          subject: claims.sub,
          email: typeof profile['email'] === 'string' ? canonicalEmail(profile['email']) : null,
          emailVerified: profile['email_verified'],
          name: typeof profile['name'] === 'string' ? profile['name'] : null,
          authTime: claims.auth_time ?? null,
        };
      }),
  };
}

const algorithmsOf = (server: oauth.AuthorizationServer): string[] =>
  (server.id_token_signing_alg_values_supported ?? ['RS256']).filter((name) => ALGORITHMS.includes(name));

const isAddress = (value: string | undefined, protocol: string): boolean =>
  value !== undefined && URL.parse(value)?.protocol === protocol;

/** Two ways to fail: the provider is not there, or what it says does not hold. */
async function judged<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderUnreachable || error instanceof ResponseInvalid) throw error;
    throw new ResponseInvalid(error instanceof Error ? error.message : 'unknown', { cause: error });
  }
}
