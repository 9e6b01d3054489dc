import { http, HttpResponse } from 'msw';

const site = (id: string, slug: string, name: string, role: string) => ({
  site: { id, slug, name },
  role,
  joinedAt: '2026-03-03T12:00:00.000Z',
  lastActiveAt: null,
  accessUntil: null,
  manageable: true,
  etag: `"${id}-1"`,
  source: 'assigned',
  invitedBy: { id: 'u-1', name: 'Sarah Chen' },
  ended: false,
});

export const PRIYA = {
  user: { id: 'u-3', name: 'Priya Nair', email: 'priya@yourteam.com' },
  role: 'admin',
  joinedAt: '2026-03-02T12:00:00.000Z',
  lastActiveAt: null,
  you: false,
  manageable: true,
  flags: ['never_active'],
  sites: [site('site-1', 'northwind-coffee', 'Northwind Coffee', 'marketing_manager')],
};
export const AMARA = {
  ...PRIYA,
  user: { id: 'u-2', name: 'Amara Okafor', email: 'amara@northwindcoffee.com' },
  role: 'member',
  flags: [],
  sites: [
    site('site-1', 'northwind-coffee', 'Northwind Coffee', 'owner'),
    site('site-2', 'harbour-dental', 'Harbour Dental', 'developer'),
  ],
};

/** The pages of people: two members, nothing pending. `asked` hears the query of every list of people. */
export const peopleHandlers = (asked: (query: URLSearchParams) => void = () => undefined) => [
  http.get('/api/v1/accounts/:account/members', ({ request }) => {
    asked(new URL(request.url).searchParams);
    return HttpResponse.json({ items: [AMARA, PRIYA], nextCursor: null, total: 2 });
  }),
  ...['invitations', 'site-invitations'].map((list) =>
    http.get(`/api/v1/accounts/:account/${list}`, () =>
      HttpResponse.json({ items: [], nextCursor: null, total: 0 }),
    ),
  ),
  ...[AMARA, PRIYA].map((person) =>
    http.get(`/api/v1/accounts/:account/members/${person.user.id}`, () =>
      HttpResponse.json({ ...person, apiKeys: [], timeline: [] }),
    ),
  ),
];
