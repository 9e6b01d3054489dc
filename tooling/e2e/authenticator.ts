import { expect, type Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';
import type { Person } from './people.ts';

/** The app on somebody's phone. A code works once, so that each one that it is asked for is of a step of its own. */
export interface Authenticator {
  /** The next code that was not used yet; waits where its step is not near enough. */
  next(): Promise<string>;
}

const STEP_MS = 30_000;

export function scan(secret: string): Authenticator {
  let last = 0;
  return {
    next: async () => {
      // The server takes the step before and after its own.
      const step = Math.max(Math.floor(Date.now() / STEP_MS) - 1, last + 1);
      const early = (step - 1) * STEP_MS - Date.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      last = step;
      return new TOTP({ secret }).generate({ timestamp: step * STEP_MS });
    },
  };
}

/** Sets a second factor up without the pages, for whoever is signed in at `page`. */
export async function enrol(page: Page, { url }: RunningApp, { password }: Person) {
  const offer = await call<{ secret: string; recoveryCodes: string[] }>(
    ...([page, url, 'POST', '/api/auth/two-factor/enable', { password }] as const),
  );
  const phone = scan(offer.secret);
  await call(page, url, 'POST', '/api/auth/two-factor/confirm', { code: await phone.next() });
  return { ...phone, recoveryCodes: offer.recoveryCodes };
}

/** Sets a second factor up in the open dialog; answers the phone and the recovery codes. */
export async function enrolInDialog(page: Page, { password }: Person) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const phone = scan((await dialog.locator('code').innerText()).replaceAll(' ', ''));
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const recoveryCodes = await dialog
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  await dialog.getByLabel('I saved them').check();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await dialog.getByLabel('Code from your app').fill(await phone.next());
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog).toHaveCount(0);
  return { ...phone, recoveryCodes };
}
