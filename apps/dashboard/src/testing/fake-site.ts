import { http, HttpResponse } from 'msw';
import { SITES } from './fake-api.ts';

const HOUR = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
const account = { id: 'acc-1', slug: 'bright-lines', name: 'Bright Lines Agency' };
const ALL = [
  'owner',
  'platform_admin',
  'developer',
  'content_editor',
  'marketing_manager',
  'seo_specialist',
  'support_agent',
];

export const member = (id: string, name: string, role: string, more: Record<string, unknown> = {}) => ({
  user: { id, name, email: `${name.split(' ')[0]?.toLowerCase()}@yourteam.com` },
  role,
  joinedAt: ago(24 * 200),
  lastActiveAt: ago(3),
  accessUntil: null,
  you: false,
  manageable: true,
  etag: `"1-${id}"`,
  source: 'invited',
  invitedBy: { id: 'u-1', name: 'Sarah Chen' },
  ended: false,
  ...more,
});
export const invitation = (id: string, email: string, more: Record<string, unknown> = {}) => ({
  id,
  scope: 'site',
  site: { id: 'site-1', name: 'Northwind Coffee' },
  account: { id: account.id, name: account.name },
  email,
  role: 'developer',
  note: null,
  status: 'pending',
  expired: false,
  sentAt: ago(2),
  expiresAt: new Date(Date.now() + 46 * HOUR).toISOString(),
  answeredAt: null,
  declineReason: null,
  sends: [{ sentAt: ago(2), delivery: 'sent' }],
  invitedBy: { id: 'u-1', name: 'Sarah Chen' },
  ...more,
});

/** Northwind Coffee with people and invitations that a test can change while the page is open. */
export function fakeSite(more: Record<string, unknown> = {}) {
  const state = {
    members: [
      member('u-2', 'Amara Okafor', 'owner'),
      member('u-1', 'Sarah Chen', 'platform_admin', { you: true, manageable: false }),
      member('u-3', 'Priya Nair', 'marketing_manager'),
      member('u-4', 'Tom Halley', 'content_editor', { lastActiveAt: ago(24 * 104) }),
    ],
    invitations: [
      invitation('i-1', 'mika@studio.example', {
        expired: true,
        expiresAt: ago(24 * 6),
        sentAt: ago(24 * 8),
      }),
      invitation('i-2', 'alex@yourteam.com'),
    ],
    /** What was asked for, in order: "DELETE /members/u-3". */
    calls: [] as string[],
  };
  const at = '/api/v1/sites/site-1';
  const list = (items: readonly unknown[]) =>
    HttpResponse.json({ items, nextCursor: null, total: items.length });
  const note = (request: Request) =>
    void state.calls.push(`${request.method} ${new URL(request.url).pathname.slice(at.length)}`);
  const handlers = [
    http.get('/api/v1/accounts/:account/sites/:site', () =>
      HttpResponse.json({
        ...SITES[0],
        account,
        role: 'platform_admin',
        permissions: ['site.view', 'members.read', 'members.manage'],
        surfaces: [],
        canManageMembers: true,
        grantableRoles: ALL,
        ...more,
      }),
    ),
    http.get('/api/v1/accounts/:account/members/:user', ({ params }) => {
      const found = state.members.find(({ user }) => user.id === params['user']);
      return HttpResponse.json({ ...found, role: 'member', flags: [], sites: [], apiKeys: [], timeline: [] });
    }),
    http.get('/api/v1/accounts/:account', () =>
      HttpResponse.json({ ...account, role: 'owner', permissions: [], plan: null, counts: {} }),
    ),
    http.get(`${at}/members`, () => list(state.members)),
    http.get(`${at}/invitations`, ({ request }) => {
      const status = new URL(request.url).searchParams.get('status') ?? 'pending';
      return list(state.invitations.filter((each) => each.status === status));
    }),
    http.get(`${at}/members/:user/removal`, () =>
      HttpResponse.json({
        sites: [],
        sitesWithoutOwner: [],
        apiKeys: [],
        invitationsSent: [],
        pendingInvitations: [],
      }),
    ),
    http.delete(`${at}/members/:user`, ({ request, params }) => {
      note(request);
      state.members = state.members.filter(({ user }) => user.id !== params['user']);
      return HttpResponse.json({ correlationId: 'c-1' });
    }),
    http.delete(`${at}/invitations/:id`, ({ request, params }) => {
      note(request);
      state.invitations = state.invitations.filter(({ id }) => id !== params['id']);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post(`${at}/invitations/:id/resend`, ({ request, params }) => {
      note(request);
      const now = new Date().toISOString();
      state.invitations = state.invitations.map((each) =>
        each.id === params['id']
          ? { ...each, sentAt: now, expiresAt: new Date(Date.now() + 48 * HOUR).toISOString() }
          : each,
      );
      return HttpResponse.json(state.invitations.find(({ id }) => id === params['id']));
    }),
  ];
  return { state, handlers };
}
