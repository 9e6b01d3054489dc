import type { Locator, Page } from '@playwright/test';
import { found, type Agency } from './agency.ts';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';
import { linkIn, newPerson } from './people.ts';

export const SITE = 'Northwind Coffee';
export const JOIN = `Join ${SITE} as Content Editor`;
export const ACCEPT = `Accept and open ${SITE}`;

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Sarah with her site at `page`, and an open invitation to Alex. */
export async function invited(page: Page, app: RunningApp) {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: [SITE],
  });
  const [site] = agency.sites as [Agency['sites'][0]];
  const alex = newPerson('Alex Rivera');
  const { id, link } = await agency.invite(site, alex, 'content_editor');
  const command = (method: 'POST' | 'DELETE', path: string) =>
    call(page, app.url, method, `/api/v1/sites/${site.id}/invitations/${id}${path}`);
  /** Sends it again and answers the new link. */
  const resend = async () => {
    await app.database.age(alex.email, 1);
    const before = app.inbox.mails.length;
    await command('POST', '/resend');
    return linkIn(await app.inbox.next(alex.email, /^New link: /, before), 'invitation');
  };
  return { ...agency, site, alex, link, resend, revoke: () => command('DELETE', '') };
}

export async function acceptAsNew(page: Page, { name, password }: { name: string; password: string }) {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: ACCEPT }).click();
}
