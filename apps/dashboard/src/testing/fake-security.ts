import { http, HttpResponse } from 'msw';

export const SESSIONS = [
  {
    id: 's-1',
    current: true,
    startedAt: '2026-11-20T09:14:00.000Z',
    expiresAt: '2026-12-04T09:14:00.000Z',
    ip: '192.0.2.10',
    userAgent: 'Mozilla/5.0 (Macintosh) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
  },
  {
    id: 's-2',
    current: false,
    startedAt: '2026-11-18T09:14:00.000Z',
    expiresAt: '2026-12-02T09:14:00.000Z',
    ip: null,
    userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1',
  },
];
export const CODES = Array.from({ length: 10 }, (_, index) => `k7m2${index}-9xq4d`);

/** Somebody with a password and, unless `factor` says otherwise, without a second factor. */
export const securityHandlers = (
  factor: { enabledAt: string; recoveryCodesLeft: number } | null = null,
  sessions: readonly object[] = SESSIONS,
) => [
  http.get('/api/v1/me/security', () => HttpResponse.json({ hasPassword: true, secondFactor: factor })),
  http.get('/api/v1/me/sessions', () =>
    HttpResponse.json({ items: sessions, nextCursor: null, total: sessions.length }),
  ),
];
