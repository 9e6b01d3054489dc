import { setupWorker } from 'msw/browser';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll } from 'vitest';

const account = { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' };
export const SITES = [
  {
    id: 'site-1',
    slug: 'northwind-coffee',
    name: 'Northwind Coffee',
    domain: 'northwindcoffee.com',
    members: 6,
    pending: 4,
    expired: 1,
    owners: [{ id: 'u-2', name: 'Amara Okafor' }],
  },
  {
    id: 'site-2',
    slug: 'harbour-dental',
    name: 'Harbour Dental',
    domain: 'harbourdental.com',
    members: 3,
    pending: 0,
    expired: 0,
    owners: [],
  },
];
export const ME = {
  user: { id: 'u-1', name: 'Sarah Chen', email: 'sarah@yourteam.com' },
  accounts: [{ ...account, role: 'owner' }],
  sites: [],
};

const PREFERENCES = {
  theme: 'system',
  density: 'comfortable',
  timeStyle: 'relative',
  clock: 'h24',
  singleKeys: true,
};

export const problem = (
  status: number,
  code: string,
  members: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) =>
  HttpResponse.json(
    { type: `urn:keyholder:problem:${code}`, title: code, status, code, requestId: 'req-1', ...members },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );

/** A signed-in account owner with two sites; a test overrides what it is about with `worker.use`. */
const handlers = [
  http.get('/api/v1/me', () => HttpResponse.json(ME)),
  http.get('/api/v1/me/preferences', () => HttpResponse.json(PREFERENCES)),
  http.get('/api/v1/accounts/:account/sites', () =>
    HttpResponse.json({ items: SITES, nextCursor: null, total: SITES.length }),
  ),
  http.get('/api/v1/accounts/:account/members', () =>
    HttpResponse.json({ items: [], nextCursor: null, total: 38 }),
  ),
  http.get(
    '/api/v1/accounts/:account/events',
    () => new HttpResponse('retry: 60000\n\n', { headers: { 'content-type': 'text/event-stream' } }),
  ),
];
export const worker = setupWorker(...handlers);

/** Call once at the top of a test file. */
export function useFakeApi(): void {
  beforeAll(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  afterEach(() => worker.resetHandlers());
  afterAll(() => worker.stop());
}
