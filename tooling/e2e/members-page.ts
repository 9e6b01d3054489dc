import type { Page } from '@playwright/test';
import { found, type Agency } from './agency.ts';
import type { RunningApp } from './app.ts';
import { row } from './parts.ts';
import { expect } from './test.ts';

export const SITE = 'Northwind Coffee';

/** Sarah at the Members page of her site. */
export async function members(page: Page, app: RunningApp, rest = '') {
  const agency = await found(page, app, {
    owner: 'Sarah Chen',
    account: 'Bright Lines Agency',
    sites: [SITE],
  });
  const [site] = agency.sites as [Agency['sites'][0]];
  const open = (more = rest) => page.goto(agency.path(site, `/members${more}`));
  await open();
  await expect(row(page, agency.owner.email)).toBeVisible();
  return { ...agency, site, open };
}
