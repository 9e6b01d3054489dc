import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, auth, data } from '../api.ts';
import { keys } from '../keys.ts';

export const mySecurityQuery = queryOptions({
  queryKey: [...keys.me, 'security'],
  queryFn: () => data(api.v1.me.security.$get()),
});
const readSessions = () => data(api.v1.me.sessions.$get());
export const mySessionsQuery = queryOptions({
  queryKey: [...keys.me, 'sessions'],
  queryFn: () => readSessions(),
});
export type MySession = Awaited<ReturnType<typeof readSessions>>['items'][number];

export const endSession = (id: string) =>
  data(api.v1.me.sessions[':id'].$delete({ param: { id }, json: {} }));
export const endOtherSessions = () => data(api.v1.me.sessions.$delete({ json: {} }));

/** How you sign in, where, and what your accounts still ask of you. */
export const refreshSecurity = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: keys.me });

export interface FactorOffer {
  readonly uri: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}
/** Undefined: whoever signs in through their company has none, and has just signed in. */
type Password = string | undefined;
const withPassword = (password: Password) => (password === undefined ? {} : { password });

export const offerFactor = (password: Password) =>
  auth<FactorOffer>('two-factor/enable', withPassword(password));
export const confirmFactor = (code: string) => auth('two-factor/confirm', { code: code.trim() });
export const disableFactor = (password: Password, proof: Readonly<Record<string, string>>) =>
  auth('two-factor/disable', { ...withPassword(password), ...proof });
export const renewCodes = (password: Password, code: string) =>
  auth<{ recoveryCodes: readonly string[] }>('two-factor/recovery-codes', {
    ...withPassword(password),
    code: code.trim(),
  });
export const changePassword = (currentPassword: string, newPassword: string) =>
  auth('change-password', { currentPassword, newPassword });
