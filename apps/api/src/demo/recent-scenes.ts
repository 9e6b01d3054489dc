import type { SiteRole } from '@keyholder/domain';
import { FORMER_FREELANCER, FORMER_LEAD, FOUNDER } from './cast.ts';
import type { SiteName } from './cast.ts';
import { HOURS, MINUTES } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Sent, Troupe } from './troupe.ts';

const SARAH = FOUNDER.name;
const PRIYA = 'Priya Nair';
const DAY_MS = 86_400_000;

/** The address whose mails come back. */
export const DEAD_MAILBOX = 'mika@studio.example';

/** What has changed since people joined, and every kind of invitation. `now`: when the demo is seeded. */
export function recentScenes(agency: Troupe, now: Date): readonly Scene[] {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);
  /** An invitation to a site, and what became of it. */
  const invited = (
    daysAgo: number,
    by: string,
    [site, email, role, note]: readonly [site: SiteName, email: string, role: SiteRole, note?: string],
    then?: { readonly daysAgo: number; readonly play: (sent: Sent) => Promise<unknown> },
  ): readonly Scene[] => {
    let sent: Sent;
    return [
      {
        daysAgo,
        play: async () => void (sent = await agency.inviteToSite(by, site, email, role, note ?? null)),
      },
      ...(then ? [{ daysAgo: then.daysAgo, play: () => then.play(sent) }] : []),
    ];
  };
  let declinedOffer: Sent;
  return [
    { daysAgo: 75, play: () => agency.removeFromAccount(SARAH, FORMER_LEAD.name, 'Left the agency') },
    {
      daysAgo: 40,
      play: () => agency.change(SARAH, 'Hana Sato', 'Pixel Parade', { accessUntil: inDays(-3) }),
    },
    { daysAgo: 30, play: () => agency.change(PRIYA, 'Wei Zhang', 'Fern & Co', { role: 'developer' }) },
    {
      daysAgo: 25,
      play: () => agency.change(PRIYA, 'Chloe Martin', 'Orchard Homes', { accessUntil: inDays(80) }),
    },
    {
      daysAgo: 21,
      play: () => agency.removeFromSite(PRIYA, FORMER_FREELANCER.name, 'Juno Skincare', 'Project finished'),
    },
    {
      daysAgo: 20,
      play: () => agency.change(SARAH, 'Theo Grant', 'Juno Skincare', { accessUntil: inDays(9) }),
    },
    {
      daysAgo: 1,
      play: () => agency.change(PRIYA, 'Lena Park', 'Northwind Coffee', { accessUntil: inDays(41) }),
    },
    {
      daysAgo: 12 * MINUTES,
      play: () => agency.change(SARAH, PRIYA, 'Northwind Coffee', { role: 'marketing_manager' }),
    },
    {
      daysAgo: 6 * MINUTES,
      play: () => agency.removeFromSite(SARAH, 'Wei Zhang', 'Northwind Coffee', 'Works on other sites now'),
    },

    ...invited(8, PRIYA, ['Northwind Coffee', DEAD_MAILBOX, 'seo_specialist']),
    ...invited(45 * HOURS, SARAH, ['Northwind Coffee', 'dev@agency.example', 'developer']),
    ...invited(2 * HOURS, SARAH, [
      ...(['Northwind Coffee', 'alex@yourteam.com', 'content_editor'] as const),
      'Welcome, Alex. The autumn menu is the first thing to write.',
    ]),
    ...invited(MINUTES, SARAH, ['Northwind Coffee', 'jo@acme.example', 'support_agent']),
    ...invited(3, PRIYA, ['Kestrel Outdoor', 'ben@studio.example', 'content_editor']),
    ...invited(12, PRIYA, ['Kestrel Outdoor', 'ola@outdoor.example', 'marketing_manager'], {
      daysAgo: 9,
      play: (sent) => agency.resend(PRIYA, sent),
    }),
    ...invited(20 * HOURS, SARAH, ['Old Mill Bakery', 'grace@yourteam.com', 'content_editor']),
    ...invited(30 * HOURS, SARAH, ['Harbour Dental', 'grace@yourteam.com', 'content_editor'], {
      daysAgo: 33 * MINUTES,
      play: (sent) => agency.accept('Grace Kim', sent),
    }),
    ...invited(5, SARAH, ['Harbour Dental', 'reception@harbourdental.example', 'support_agent'], {
      daysAgo: 6 * HOURS,
      play: (sent) => agency.resend(SARAH, sent),
    }),
    ...invited(14, PRIYA, ['Lumen Yoga', 'teacher@lumenyoga.example', 'content_editor'], {
      daysAgo: 13.5,
      play: (sent) => agency.decline(sent, 'Anika writes our pages.'),
    }),
    ...invited(15, SARAH, ['Atlas Movers', 'old.dev@agency.example', 'developer'], {
      daysAgo: 14.5,
      play: (sent) => agency.revoke(SARAH, sent),
    }),
    ...invited(1 * HOURS, SARAH, [
      'Verve Studio',
      'lucie@vervestudio.example',
      'owner',
      'The site needs an Owner again.',
    ]),

    { daysAgo: 3, play: () => agency.inviteToAccount(SARAH, 'sam@yourteam.com', 'member') },
    {
      daysAgo: 10,
      play: async () =>
        void (declinedOffer = await agency.inviteToAccount(PRIYA, 'books@taxhouse.example', 'viewer')),
    },
    { daysAgo: 9, play: () => agency.decline(declinedOffer, 'Please send the invoices by mail.') },
  ];
}
