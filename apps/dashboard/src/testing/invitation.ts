import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, expect } from 'vitest';
import { dropToken } from '../accept/kept-token.ts';
import type { InvitationLink } from '../accept/use-lookup.ts';
import { worker } from './fake-api.ts';
import type { visit } from './render.tsx';

export const TOKEN = '019ac0de-0000-7000-8000-000000000001.bWFjLW9mLXRoZS1saW5r';

/** What a link shows to a new person; a test says what is different. */
export const link = (different: Partial<InvitationLink> = {}): InvitationLink => ({
  state: 'open',
  scope: 'site',
  account: { name: 'Bright Lines Agency' },
  site: { name: 'Northwind Coffee' },
  role: 'content_editor',
  roleLabel: 'Content Editor',
  email: 'alex@yourteam.com',
  invitedBy: { name: 'Sarah Chen' },
  note: null,
  expiresAt: new Date(Date.now() + 46 * 3_600_000).toISOString(),
  person: 'new',
  signedIn: 'no',
  sso: 'none',
  ...different,
});

export const ACCEPTED = {
  status: 'accepted',
  redirectTo: '/admin/bright-lines/northwind-coffee',
  site: { id: 'site-1', slug: 'northwind-coffee', name: 'Northwind Coffee' },
  account: { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' },
} as const;

export const SITE_HERE = {
  id: 'site-1',
  slug: 'northwind-coffee',
  name: 'Northwind Coffee',
  domain: 'northwindcoffee.com',
  account: { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' },
  role: 'content_editor',
  permissions: ['site.view', 'members.read', 'pages.read', 'posts.read'],
  surfaces: ['overview', 'pages', 'posts', 'members'].map((key) => ({
    key,
    label: key.charAt(0).toUpperCase() + key.slice(1),
    href: `/admin/bright-lines/northwind-coffee/${key}`,
  })),
  canManageMembers: false,
  grantableRoles: [],
};

/** Alex, on one site of an account and nowhere else. */
export const ALEX = {
  user: { id: 'u-9', name: 'Alex Rivera', email: 'alex@yourteam.com' },
  accounts: [{ id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency', role: 'collaborator' }],
  sites: [
    {
      id: 'site-1',
      slug: 'northwind-coffee',
      name: 'Northwind Coffee',
      account: { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' },
      role: 'content_editor',
    },
  ],
};
export const MEMBERS = [
  { user: { id: 'u-2', name: 'Amara Okafor', email: 'amara@northwindcoffee.com' }, role: 'owner' },
  { user: { id: 'u-9', name: 'Alex Rivera', email: 'alex@yourteam.com' }, role: 'content_editor', you: true },
].map((member) => ({
  joinedAt: '2026-06-02T09:00:00.000Z',
  source: 'created',
  invitedBy: null,
  lastActiveAt: null,
  accessUntil: null,
  you: false,
  manageable: false,
  etag: '"1"',
  ...member,
}));

/** The page at its own address, a token behind the #; call once at the top of a test file. */
export function useInvitationAddress(): void {
  const home = location.href;
  beforeEach(() => history.replaceState(null, '', `/invitation#${TOKEN}`));
  afterEach(() => {
    dropToken();
    history.replaceState(null, '', home);
  });
}

/** What every lookup answers. */
export const shows = (different: Partial<InvitationLink> = {}): void =>
  worker.use(http.post('/api/v1/invitations/lookup', () => HttpResponse.json(link(different))));

/** One response after the other, the last one again and again; keeps what was sent. */
export function answers(
  what: 'lookup' | 'accept' | 'decline' | 'request-new-link',
  ...responses: (() => Response)[]
) {
  const bodies: unknown[] = [];
  const idempotencyKeys: (string | null)[] = [];
  worker.use(
    http.post(`/api/v1/invitations/${what}`, async ({ request }) => {
      bodies.push(await request.json());
      idempotencyKeys.push(request.headers.get('idempotency-key'));
      return (responses[bodies.length - 1] ?? responses.at(-1))!();
    }),
  );
  return { bodies, idempotencyKeys };
}

/** Alex, signed in, and the site they land on. */
export const siteIsThere = (): void =>
  worker.use(
    http.get('/api/v1/me', () => HttpResponse.json(ALEX)),
    http.get('/api/v1/accounts/:account/sites/:site', () => HttpResponse.json(SITE_HERE)),
    http.get('/api/v1/sites/:site/members', () =>
      HttpResponse.json({ items: MEMBERS, nextCursor: null, total: MEMBERS.length }),
    ),
  );

type Screen = Awaited<ReturnType<typeof visit>>;
export const heading = (screen: Screen, name: string) =>
  expect.element(screen.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
export const button = (screen: Screen, name: string) => screen.getByRole('button', { name, exact: true });
