import type { Change } from './changes.ts';
import { startRogueProvider } from './rogue-provider.ts';
import type { RogueProvider } from './rogue-provider.ts';
import type { Setting } from './setting.ts';

let provider: Promise<RogueProvider> | undefined;

/** The commands that set single sign-on up. Their provider lives as long as the tests of a file. */
export function ssoChangesIn(setting: () => Setting): readonly Change[] {
  let number = 0;
  const by = () => setting().admin;
  const base = () => `/api/v1/accounts/${setting().agency.id}/sso-connections`;
  async function fields() {
    provider ??= startRogueProvider({});
    const { issuer, client } = await provider;
    return { name: `Login ${(number += 1)}`, issuer, ...client };
  }
  const connection = async () => `${base()}/${(await by().post(base(), await fields())).body.id}`;
  async function claimed() {
    const path = await connection();
    const domain = `company${(number += 1)}.example`;
    const { body } = await by().post(`${path}/domains`, { domain });
    const { name, value } = body.domains[0].record as { name: string; value: string };
    setting().world.dns.set(name, [[value]]);
    return { path, domain, verify: () => by().post(`${path}/domains/${domain}/verify`) };
  }
  return [
    {
      name: 'adding an identity provider',
      actions: ['sso.connection_created'],
      prepare: async () => {
        const body = await fields();
        return () => by().post(base(), body);
      },
    },
    {
      name: 'changing an identity provider',
      actions: ['sso.connection_changed'],
      prepare: async () => {
        const path = await connection();
        return () => by().patch(path, { name: 'Staff login', clientSecret: 'a newer secret' });
      },
    },
    {
      name: 'claiming a domain',
      actions: ['sso.domain_added'],
      prepare: async () => {
        const path = await connection();
        return () => by().post(`${path}/domains`, { domain: `company${(number += 1)}.example` });
      },
    },
    {
      name: 'proving a domain',
      actions: ['sso.domain_verified'],
      prepare: async () => (await claimed()).verify,
    },
    {
      name: 'requiring single sign-on',
      actions: ['sso.enforced'],
      prepare: async () => {
        const { path, verify } = await claimed();
        await verify();
        return () => by().patch(path, { enforced: true });
      },
    },
    {
      name: 'giving a domain up',
      actions: ['sso.domain_removed'],
      prepare: async () => {
        const { path, domain, verify } = await claimed();
        await verify();
        return () => by().delete(`${path}/domains/${domain}`);
      },
    },
    {
      name: 'deleting an identity provider',
      actions: ['sso.connection_deleted'],
      prepare: async () => {
        const path = await connection();
        return () => by().delete(path);
      },
    },
  ];
}
