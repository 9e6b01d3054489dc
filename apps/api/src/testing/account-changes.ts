import type { Change } from './changes.ts';
import type { Person } from './people.ts';
import type { Setting } from './setting.ts';

/** The commands that change the account itself. */
export function accountChangesIn(setting: () => Setting): readonly Change[] {
  const account = () => `/api/v1/accounts/${setting().agency.id}`;
  let number = 0;
  const anAdmin = async () =>
    setting().world.enroll(await setting().world.person(`Admin ${(number += 1)}`), setting().agency, 'admin');
  // Whoever accepted the ownership has it for what comes after.
  let heir: Person | undefined;
  const owner = () => heir ?? setting().sarah;

  return [
    {
      name: 'changing the access of several people',
      actions: ['site_member.role_changed', 'site_member.assigned'],
      prepare: async () => {
        const { world, agency, site } = setting();
        const [there, here] = [await anAdmin(), await anAdmin()];
        await world.place(there, agency, site, 'developer');
        const changes = [there, here].map(({ id }) => ({
          userId: id,
          siteId: site.id,
          role: 'seo_specialist',
        }));
        return () => owner().post(`${account()}/access-changes`, { changes });
      },
    },
    {
      name: 'renaming the account',
      actions: ['account.renamed'],
      prepare: async () => () => setting().sarah.patch(account(), { name: `Agency ${(number += 1)}` }),
    },
    {
      name: 'giving the account another slug',
      actions: ['account.slug_changed'],
      prepare: async () => () => setting().sarah.patch(account(), { slug: `agency-${(number += 1)}` }),
    },
    {
      name: 'changing the policies',
      actions: ['account.policies_changed'],
      prepare: async () => () =>
        setting().sarah.patch(`${account()}/policies`, { powerfulSites: 10 + (number += 1) }),
    },
    {
      name: 'changing the plan',
      actions: ['account.plan_changed'],
      prepare: async () => {
        await owner().patch(account(), { plan: 'agency' });
        return () => owner().patch(account(), { plan: 'enterprise' });
      },
    },
    {
      name: 'offering the ownership',
      actions: ['ownership.offered'],
      prepare: async () => {
        const { id } = await anAdmin();
        await owner().delete(`${account()}/ownership-offer`);
        return () => owner().post(`${account()}/ownership-offer`, { userId: id });
      },
    },
    {
      name: 'withdrawing the offer of ownership',
      actions: ['ownership.withdrawn'],
      prepare: async () => {
        const { id } = await anAdmin();
        await owner().post(`${account()}/ownership-offer`, { userId: id });
        return () => owner().delete(`${account()}/ownership-offer`);
      },
    },
    {
      name: 'accepting the ownership',
      actions: ['ownership.transferred', 'account_member.role_changed', 'account_member.role_changed'],
      prepare: async () => {
        const next = await anAdmin();
        await owner().post(`${account()}/ownership-offer`, { userId: next.id });
        return async () => {
          const answer = await next.post(`${account()}/ownership-offer/accept`);
          if (answer.status === 200) heir = next;
          return answer;
        };
      },
    },
  ];
}
