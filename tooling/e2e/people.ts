import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { RunningApp } from './app.ts';
import { call } from './call.ts';
import type { Mail } from './inbox.ts';

/** Somebody with a name, an address that no other test uses, and a password. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export function newPerson(name: string): Person {
  const local =
    name
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.slice(0, 2)
      .join('.') ?? 'person';
  return {
    name,
    email: `${local}.${randomBytes(4).toString('hex')}@people.example`,
    password: `correct-${randomBytes(6).toString('hex')}`,
  };
}

/** The only link of a mail to one of our pages. */
export function linkIn(
  mail: Pick<Mail, 'text'>,
  page: 'invitation' | 'verify-email' | 'reset-password',
): string {
  const links = new Set(mail.text.match(/https?:\/\/\S+/g)?.filter((link) => link.includes(`/${page}#`)));
  const [link] = links;
  if (links.size !== 1 || link === undefined)
    throw new Error(`One link to /${page} was expected in:\n${mail.text}`);
  return link;
}

export const tokenOf = (link: string): string => decodeURIComponent(new URL(link).hash.slice(1));

/** Signs up and confirms the mailed link without the pages: the person is signed in at `page` then. */
export async function signUp(page: Page, { url, inbox }: RunningApp, person: Person): Promise<void> {
  await call(page, url, 'POST', '/api/auth/sign-up/email', { ...person });
  const link = linkIn(await inbox.next(person.email, /confirm|address/i), 'verify-email');
  await call(page, url, 'POST', '/api/auth/verify-email', { token: tokenOf(link) });
}

export async function signIn(page: Page, { url }: RunningApp, { email, password }: Person): Promise<void> {
  await call(page, url, 'POST', '/api/auth/sign-in/email', { email, password });
}

/** Accepts a mailed invitation without the pages: a new person is signed in at `page` then. */
export async function accept(page: Page, { url }: RunningApp, link: string, person: Person): Promise<void> {
  const { name, password } = person;
  await call(page, url, 'POST', '/api/v1/invitations/accept', { token: tokenOf(link), name, password });
}
