import type { InvitationId } from '@keyholder/domain';
import type { Settings } from '../deps.ts';
import { createSsoCookies } from './sso-browser.ts';
import type { SsoCookies } from './sso-browser.ts';
import { createOutbound } from './sso-outbound.ts';
import { createProvider } from './sso-provider.ts';
import type { Provider } from './sso-provider.ts';
import { createSecretSeal } from './sso-secret.ts';
import type { SecretSeal } from './sso-secret.ts';

/** What single sign-on needs beside the library, made once per process (docs/decisions/0011). */
export interface Sso {
  readonly provider: Provider;
  readonly secrets: SecretSeal;
  readonly cookies: SsoCookies;
  /** Where providers send the browser back to: what a company registers at its own. */
  readonly redirectUri: string;
}

/** Proves the token of an invitation in progress, like its page does. */
export type InvitationProof = (token: string, address: string) => Promise<InvitationId>;

export function createSso(
  settings: Pick<Settings, 'appUrl' | 'secure' | 'ssoAllowLoopback'>,
  secret: string,
): Sso {
  const redirectUri = `${settings.appUrl}/api/auth/sso/callback`;
  return {
    provider: createProvider(createOutbound(settings.ssoAllowLoopback ?? false), redirectUri),
    secrets: createSecretSeal(secret),
    cookies: createSsoCookies(settings.secure),
    redirectUri,
  };
}
