import type { Change } from './changes.ts';
import { keysOf, makeKey } from './keys.ts';
import type { Setting } from './setting.ts';

/** The commands on API keys, and one that ends them along with something else. */
export function keyChangesIn(setting: () => Setting): readonly Change[] {
  let number = 0;
  const keys = () => keysOf(setting().site);
  return [
    {
      name: 'making an API key',
      actions: ['api_key.created'],
      prepare: async () => () =>
        setting().siteOwner.post(keys(), { name: 'Reports', permissions: ['site.view'] }),
    },
    {
      name: 'revoking an API key',
      actions: ['api_key.revoked'],
      prepare: async () => {
        const { id } = await makeKey(setting().siteOwner, setting().site);
        return () => setting().siteOwner.delete(`${keys()}/${id}`);
      },
    },
    {
      name: 'removing somebody with an API key',
      actions: ['site_member.removed', 'account_member.removed', 'api_key.revoked'],
      prepare: async () => {
        const { world, agency, site, siteOwner } = setting();
        const maker = await world.place(
          await world.person(`Key Maker ${(number += 1)}`),
          agency,
          site,
          'developer',
        );
        await makeKey(maker, site);
        return () => siteOwner.delete(`/api/v1/sites/${site.id}/members/${maker.id}`);
      },
    },
  ];
}
