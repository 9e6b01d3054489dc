import type { OrderStatus } from '@keyholder/domain';
import { dayOf } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { createForm } from '../site-admin/forms/create-form.ts';
import { changeOrderStatus } from '../site-admin/orders/change-order-status.ts';
import { createOrder } from '../site-admin/orders/create-order.ts';
import { receiveSubmission } from '../site-admin/submissions/receive-submission.ts';
import { FOUNDER, SITES } from './cast.ts';
import { insertVisits } from './demo-repository.ts';
import { offset } from './scene.ts';
import type { Scene } from './scene.ts';
import { DEMO_FORM, DEMO_MESSAGES, DEMO_ORDERS, DEMO_PAGES, DEMO_REFERRERS } from './site-data.ts';
import type { Troupe } from './troupe.ts';

const DAY_MS = 86_400_000;
const VISITED_DAYS = 75;
const FORM_MADE = 55;
/** The sites that sell something; each has the orders of one shop. */
const SHOPS = ['Northwind Coffee', 'Kestrel Outdoor', 'Juno Skincare'];

/** What the visitors and customers of the sites have left behind. */
export const siteDataScenes = (agency: Troupe, now: Date): readonly Scene[] =>
  SITES.flatMap(({ name }, index) => [
    ...formScenes(agency, name, index),
    ...(SHOPS.includes(name) ? orderScenes(agency, name, index) : []),
    {
      daysAgo: 0.02 - index / 10_000,
      play: () =>
        agency.inArea(FOUNDER.name, name, (deps, _command, _caller, { id, account }) =>
          deps.database.transaction((tx) =>
            insertVisits(tx, { accountId: account.id, siteId: id }, visitsOf(now, index)),
          ),
        ),
    },
  ]);

/** A form on every site, and what came in by it; the first sites are the busiest. */
function formScenes(agency: Troupe, site: string, index: number): readonly Scene[] {
  let form: { readonly id: string; readonly siteId: string } | undefined;
  const made = FORM_MADE - offset(index);
  const count = Math.max(2, DEMO_MESSAGES.length - index * 2);
  return [
    {
      daysAgo: made,
      play: () =>
        agency.inArea(FOUNDER.name, site, async (deps, command, caller, on) => {
          const { id } = await createForm(deps, command, caller, on, DEMO_FORM);
          form = { id, siteId: on.id };
        }),
    },
    ...DEMO_MESSAGES.slice(0, count).map((values, number) => ({
      daysAgo: made - 3 - (number * (made - 4)) / count,
      play: () =>
        agency.inArea(FOUNDER.name, site, (deps) =>
          receiveSubmission(unlimited(deps), {
            ...{ siteId: form!.siteId, formId: form!.id, values: new Map(Object.entries(values)) },
            ...{ clientAddress: '127.0.0.1', idempotencyOf: () => undefined },
          }),
        ),
    })),
  ];
}

/** Limits count by the clock of today; months of a story pass in a second. */
const unlimited = ({ read, intake }: Deps) => ({ read, intake, limits: { take: () => Promise.resolve() } });

function orderScenes(agency: Troupe, site: string, index: number): readonly Scene[] {
  return DEMO_ORDERS.flatMap(({ daysAgo, steps, ...order }, number): Scene[] => {
    let id = '';
    const placed = daysAgo - offset(index);
    return [
      {
        daysAgo: placed,
        play: () =>
          agency.inArea(FOUNDER.name, site, async (...by) => {
            ({ id } = await createOrder(...by, { ...order, number: `${1040 + number}` }));
          }),
      },
      ...steps.map((status: OrderStatus, step) => ({
        daysAgo: placed - 0.4 - step * 0.5,
        play: () => agency.inArea(FOUNDER.name, site, (...by) => changeOrderStatus(...by, id, null, status)),
      })),
    ];
  });
}

/** Fewer on week-ends, slowly growing, different for each site. */
function visitsOf(now: Date, site: number) {
  return Array.from({ length: VISITED_DAYS }, (_, daysAgo) => {
    const at = new Date(now.getTime() - daysAgo * DAY_MS);
    const quiet = at.getUTCDay() % 6 === 0 ? 0.6 : 1;
    const busy = ((140 - site * 7) * (1 - daysAgo / 200) + ((daysAgo * 37 + site * 11) % 23)) * quiet;
    const share = (dimension: 'page' | 'referrer') => (value: string, rank: number) => ({
      ...{ day: dayOf(at), dimension, value },
      visits: Math.round((busy * (dimension === 'page' ? 1 : 0.5)) / (rank + 2)),
    });
    return [...DEMO_PAGES.map(share('page')), ...DEMO_REFERRERS.map(share('referrer'))];
  }).flat();
}
