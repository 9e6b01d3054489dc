import { hc, type ClientResponse } from 'hono/client';
import type { App } from '@keyholder/api/client';
import { readProblem } from './problem.ts';
import { request } from './request.ts';

/** The typed client: `api.v1.me.$get()`. */
export const { api } = hc<App>(location.origin, { fetch: request });

/** The value of an answer, or a thrown ApiProblem: `data(api.v1.me.$get())`. */
export async function data<T>(answer: Promise<ClientResponse<T>>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw await readProblem(response);
  // 204 always, and 202 where there is nothing to tell yet.
  const body = await response.text();
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

/** The authentication library's surface under /api/auth, which the typed client does not cover. */
export async function auth<T = unknown>(path: string, body?: Readonly<Record<string, unknown>>): Promise<T> {
  const response = await request(
    `/api/auth/${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  if (!response.ok) throw await readProblem(response);
  return (await response.json().catch(() => undefined)) as T;
}
