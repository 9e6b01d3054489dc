import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';
import { linkIn, signIn } from './people.ts';

export const AGENCY = '/bright-lines-agency';
export const NORTHWIND = `${AGENCY}/sites/northwind-coffee`;

/** Signs in with one of the logins that the app has printed. */
export async function signInAs(page: Page, app: RunningApp, email: string): Promise<void> {
  const printed = () => new RegExp(`${email}\\s+(\\S+)`).exec(app.printed())?.[1];
  await expect.poll(printed).toBeTruthy();
  await signIn(page, app, { name: '', email, password: printed() ?? '' });
}

interface Kept {
  readonly items: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
}

/** The link of the newest mail to this address, out of the development mailbox. */
export async function mailedLink(
  page: Page,
  app: RunningApp,
  email: string,
  to: 'invitation' | 'verify-email' | 'reset-password',
): Promise<string> {
  const find = async () => {
    const { items } = await call<Kept>(page, app.url, 'GET', '/api/dev/mailbox');
    return items.find((mail) => mail.to === email && mail.text.includes(`/${to}#`));
  };
  await expect.poll(find, { timeout: 15_000 }).toBeTruthy();
  const mail = await find();
  return linkIn({ text: mail?.text ?? '' }, to);
}
