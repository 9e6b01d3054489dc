import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { scaleTop } from '../analytics/visits-chart.tsx';
import { useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, worksAs } from '../testing/site-admin.ts';

useFakeApi();

const days = [
  { day: '2026-11-19', visits: 0 },
  { day: '2026-11-20', visits: 40 },
  { day: '2026-11-21', visits: 20 },
];
const counted = (different: object = {}) => ({
  ...{ from: '2026-11-19', to: '2026-11-21', visits: 60, days, referrers: [] },
  previous: { from: '2026-11-16', to: '2026-11-18', visits: 40 },
  pages: [{ path: '/prices', visits: 45 }],
  ...different,
});

describe('analytics in Site Admin', () => {
  it('shows every day as a bar from zero with the same numbers in a table', async () => {
    worksAs('seo_specialist');
    const asked: URLSearchParams[] = [];
    worker.use(
      http.get('/api/v1/sites/:site/analytics', ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return HttpResponse.json(counted());
      }),
    );
    const screen = await visit(`${ADMIN}/analytics?span=7`);
    await expect.element(screen.getByText('60 visits')).toBeVisible();
    await expect.element(screen.getByText('+50% against 40 visits in the 7 days before.')).toBeVisible();
    const chart = screen.getByRole('img', {
      name: /^Visits by day from 19 Nov 2026 to 21 Nov 2026, at most 40/,
    });
    const bars = [...chart.element().querySelectorAll('rect')].map((bar) =>
      Number(bar.getAttribute('height')),
    );
    expect(bars[0]).toBe(0);
    expect(bars[1]! / bars[2]!).toBeCloseTo(2);
    const table = screen.getByRole('table', { name: 'Visits by day, newest first' });
    expect(
      table
        .getByRole('row')
        .elements()
        .map((row) => row.textContent),
    ).toEqual(['DayVisits', '21 Nov 202620', '20 Nov 202640', '19 Nov 20260']);
    const first = asked[0]!;
    expect(Date.parse(first.get('to')!) - Date.parse(first.get('from')!)).toBe(6 * 86_400_000);
  });

  it('says how visits are reported when there are none', async () => {
    worksAs('seo_specialist');
    const none = days.map(({ day }) => ({ day, visits: 0 }));
    worker.use(
      http.get('/api/v1/sites/:site/analytics', () =>
        HttpResponse.json(
          counted({ visits: 0, days: none, pages: [], previous: { ...counted().previous, visits: 0 } }),
        ),
      ),
    );
    const screen = await visit(`${ADMIN}/analytics`);
    await expect.element(screen.getByText('0 visits', { exact: true })).toBeVisible();
    await expect.element(screen.getByText(/sites\/site-1\/analytics\/visits/)).toBeVisible();
  });
});

describe('the scale', () => {
  it('ends at a round number that no bar is above, and is never more than two and a half times the highest', () => {
    for (let most = 1; most < 1e9; most = Math.ceil(most * 1.07)) {
      const top = scaleTop(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(top).toBeLessThanOrEqual(most * 2.5);
      expect(String(top)).toMatch(/^([125]|25)0*$/);
    }
  });
});
