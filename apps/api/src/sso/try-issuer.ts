import type { AccountId } from '@keyholder/domain';
import type { SsoSettingsDeps } from './read-connections.ts';

/** Reads what the provider says about itself; answers in words why it cannot be used, or null. */
export async function tryIssuer(
  { identity, limits }: Pick<SsoSettingsDeps, 'identity' | 'limits'>,
  accountId: AccountId,
  issuer: string,
): Promise<string | null> {
  await limits.take('sso.settings', accountId);
  return identity.sso.provider.check(issuer).then(
    () => null,
    () =>
      'Keyholder could not read this provider. Check the address: https, reachable from the internet, without /.well-known at its end.',
  );
}
