import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const connections = api.v1.accounts[':account']['sso-connections'];
const one = connections[':id'];

const readConnections = (account: string) => data(connections.$get({ param: { account } }));
export type SsoConnection = Awaited<ReturnType<typeof readConnections>>['items'][number];
export type SsoDomain = SsoConnection['domains'][number];

export const connectionsQuery = (account: string) =>
  queryOptions({
    queryKey: keys.account(account, 'sso'),
    queryFn: async () => (await readConnections(account)).items,
  });

export interface NewConnection {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}
export const addConnection = (account: string, json: NewConnection) =>
  data(connections.$post({ param: { account }, json }));
export const requireConnection = (account: string, id: string, enforced: boolean) =>
  data(one.$patch({ param: { account, id }, json: { enforced } }));
export const removeConnection = (account: string, id: string) =>
  data(one.$delete({ param: { account, id }, json: {} }));
export const testConnection = (account: string, id: string) =>
  data(one.test.$post({ param: { account, id }, json: {} }));
export const addDomain = (account: string, id: string, domain: string) =>
  data(one.domains.$post({ param: { account, id }, json: { domain } }));
export const verifyDomain = (account: string, id: string, domain: string) =>
  data(one.domains[':domain'].verify.$post({ param: { account, id, domain }, json: {} }));
export const removeDomain = (account: string, id: string, domain: string) =>
  data(one.domains[':domain'].$delete({ param: { account, id, domain }, json: {} }));

export const refreshConnections = (client: QueryClient, account: string): Promise<unknown> =>
  client.invalidateQueries({ queryKey: keys.account(account, 'sso') });
