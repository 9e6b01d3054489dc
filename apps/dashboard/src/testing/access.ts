import { http, HttpResponse } from 'msw';
import { SITES } from './fake-api.ts';

const ROLES = [
  ...['owner', 'platform_admin', 'developer', 'content_editor'],
  ...['marketing_manager', 'seo_specialist', 'support_agent'],
];

/** Three people on two sites: Sarah is the viewer, Amara the only Owner of Northwind Coffee, Lena invited to it. */
export const ACCESS = {
  people: [
    { id: 'u-2', name: 'Amara Okafor', email: 'amara@northwindcoffee.com' },
    { id: 'u-4', name: 'Lena Park', email: 'lena@freelance.example' },
    { id: 'u-1', name: 'Sarah Chen', email: 'sarah@yourteam.com' },
  ],
  accountRoles: ['member', 'collaborator', 'owner'],
  sites: SITES.map(({ id, name }) => ({ id, name })),
  roles: ROLES,
  grants: [
    [0, 0, 0, null],
    [0, 1, 2, null],
    [1, 1, 5, '2031-01-02T00:00:00.000Z'],
    [2, 1, 1, null],
  ],
  pending: [
    ['dev@agency.example', 1, 6, true],
    ['lena@freelance.example', 0, 3, false],
  ],
  invitations: ['i-1', 'i-2'],
};

interface Wish {
  userId: string;
  siteId: string;
  role: string | null;
}
/** The matrix; `asked` hears its filters, `saved` the changes, whose answer it may give. */
export const accessHandlers = ({
  asked = () => undefined,
  saved = () => undefined,
}: {
  asked?: (query: Record<string, string>) => void;
  saved?: (changes: readonly Wish[]) => HttpResponse<null> | Response | undefined;
} = {}) => [
  http.get('/api/v1/accounts/:account/access', ({ request }) => {
    asked(Object.fromEntries(new URL(request.url).searchParams));
    return HttpResponse.json(ACCESS);
  }),
  http.post<never, { changes: readonly Wish[] }>(
    '/api/v1/accounts/:account/access-changes',
    async ({ request }) => {
      const { changes } = await request.json();
      return (
        saved(changes) ??
        HttpResponse.json({ results: changes.map((change) => ({ ...change, status: 'applied' })) })
      );
    },
  ),
];
