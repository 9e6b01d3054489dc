import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../testing/people.ts';
import type { World } from '../../testing/world.ts';

const canary = () => `canary ${randomBytes(9).toString('base64url')}`;

/** Secrets that are handed in and out, and all that was answered meanwhile. */
export interface Canaries {
  readonly passwords: Readonly<Record<'first' | 'second' | 'invitee' | 'wrong', string>>;
  /** Every token that was in a mail, whole and its part that proves. */
  readonly tokens: string[];
  /** Values of the cookies that were set. */
  readonly cookies: string[];
  /** What was answered, but Set-Cookie: that one goes to the person themselves. */
  readonly answered: string[];
  browser(): Browser;
  /** The token of the newest mail to an address; `not`: waits for one after this. */
  tokenTo(email: string, about?: string, not?: string): Promise<string>;
}

/** Somebody who calls with the cookie they were given last. */
export interface Browser {
  send(
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: unknown,
    more?: Record<string, string>,
  ): Promise<Answer>;
}

export function createCanaries(world: World): Canaries {
  const [tokens, cookies, answered]: string[][] = [[], [], []];
  const keep = (answer: Answer): void => {
    const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
    answered!.push(JSON.stringify([answer.status, answer.body, headers]));
    for (const cookie of answer.headers.getSetCookie())
      cookies!.push(decodeURIComponent(cookie.split(';')[0]!.split('=').slice(1).join('=')));
  };
  return {
    passwords: { first: canary(), second: canary(), invitee: canary(), wrong: canary() },
    ...{ tokens: tokens!, cookies: cookies!, answered: answered! },
    browser() {
      let cookie: string | null = null;
      return {
        async send(method, path, body, more) {
          const headers = { ...(cookie === null ? {} : { cookie }), ...more };
          const answer =
            method === 'get'
              ? await getWith(world, path, headers)
              : await world.nobody[method](path, body, headers);
          keep(answer);
          const set = answer.headers.getSetCookie()[0]?.split(';')[0];
          if (set !== undefined) cookie = set.endsWith('=') ? null : set;
          return answer;
        },
      };
    },
    async tokenTo(email, about, not) {
      for (;;) {
        const { text } = await world.inbox.newest(email, about);
        const token = /#([A-Za-z0-9_.-]+)/.exec(text)![1]!;
        if (token !== not) {
          tokens!.push(token, token.split('.').at(-1)!);
          return token;
        }
        await sleep(20);
      }
    },
  };
}

/** A GET with headers of one's own. */
export async function getWith(world: World, path: string, headers: Record<string, string>): Promise<Answer> {
  const response = await world.app.request(path, { headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}
