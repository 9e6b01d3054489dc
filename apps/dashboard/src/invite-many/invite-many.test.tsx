import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { SITES, useFakeApi, worker } from '../testing/fake-api.ts';
import { show } from '../testing/render.tsx';
import { InviteManyDialog } from './invite-many-dialog.tsx';

useFakeApi();
interface Row {
  email: string;
  siteId: string;
  role: string;
}
let sent: Row[][] = [];
let tried: Row[][] = [];
/** Addresses that a real send refuses although the dry run did not. */
let fullAtSend = new Set<string>();
beforeEach(() => {
  [sent, tried, fullAtSend] = [[], [], new Set()];
  worker.use(
    http.post('/api/v1/accounts/acc-1/invitations/batch', async ({ request }) => {
      const { rows, dryRun } = (await request.json()) as { rows: Row[]; dryRun: boolean };
      (dryRun ? tried : sent).push(rows);
      const codeOf = ({ email }: Row) =>
        email.startsWith('active')
          ? 'member.already_active'
          : !dryRun && fullAtSend.has(email)
            ? 'seat.limit_reached'
            : undefined;
      return HttpResponse.json({
        results: rows.map((row, at) => {
          const code = codeOf(row);
          return code ? { row: at, status: 'refused', code } : { row: at, status: 'ok' };
        }),
      });
    }),
  );
});

async function check(text: string) {
  const screen = await show(
    <InviteManyDialog
      account={{ id: 'acc-1', name: 'Bright Lines Agency' }}
      sites={SITES}
      site="site-2"
      onClose={() => undefined}
    />,
  );
  await screen.getByRole('textbox', { name: 'People' }).fill(text);
  await screen.getByRole('button', { name: /^Check \d+ lines?$/ }).click();
  return screen;
}

describe('Invite many', () => {
  it('understands sites by name, slug, domain and id and roles by label and key, and sends nothing while checking', async () => {
    const screen = await check(
      [
        'a@x.example, NORTHWIND COFFEE, content editor',
        'b@x.example, northwind-coffee, seo_specialist',
        'c@x.example, harbourdental.com, Developer',
        'd@x.example, site-1, Support Agent',
        'e@x.example, , owner',
      ].join('\n'),
    );
    await expect.element(screen.getByText('5 lines ready.')).toBeVisible();
    expect(tried.at(-1)?.map(({ siteId, role }) => [siteId, role])).toEqual([
      ['site-1', 'content_editor'],
      ['site-1', 'seo_specialist'],
      ['site-2', 'developer'],
      ['site-1', 'support_agent'],
      ['site-2', 'owner'],
    ]);
    expect(sent).toEqual([]);
  });

  it('says what is wrong with each line, asks only about the sound ones, and a fixed line is judged anew', async () => {
    const screen = await check(
      'nobody, Northwind Coffee, Developer\nb@x.example, Kestrel, Developer\nc@x.example, Northwind Coffee, Boss\nd@x.example, Northwind Coffee, Developer\nd@x.example, northwind-coffee, Owner\nactive@x.example, Northwind Coffee, Developer',
    );
    await expect.element(screen.getByText('1 ready, 5 not.')).toBeVisible();
    const row = (text: string) => screen.getByRole('row').filter({ hasText: text });
    await expect.element(row('nobody').getByText(/This is not a complete email address\./)).toBeVisible();
    await expect.element(row('Kestrel').getByText(/No site has this name\./)).toBeVisible();
    await expect.element(row('Boss').getByText(/There is no such role\./)).toBeVisible();
    await expect
      .element(row('active@').getByText(/active@x\.example is already a member on Northwind Coffee\./))
      .toBeVisible();
    await expect.element(screen.getByText('This address is in the list twice for this site.')).toBeVisible();
    expect(tried.at(-1)?.map(({ email }) => email)).toEqual(['d@x.example', 'active@x.example']);

    await screen.getByRole('button', { name: 'Fix b@x.example' }).click();
    await screen.getByRole('combobox', { name: 'Site of line 2' }).click();
    await screen.getByRole('option', { name: 'Harbour Dental' }).click();
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.element(row('b@x.example').getByText(/Ready/)).toBeVisible();
    await screen.getByRole('button', { name: 'Drop nobody' }).click();
    await expect.element(screen.getByText('2 ready, 3 not.')).toBeVisible();
  });

  it('sends the good ones, tells the others apart with their reasons, and tries those again', async () => {
    fullAtSend = new Set(['full@x.example']);
    const screen = await check(
      'a@x.example,,Developer\nfull@x.example,,Developer\nactive@x.example,,Developer\nnobody,,Developer',
    );
    await screen.getByRole('button', { name: 'Send 2 invitations' }).click();
    await expect.element(screen.getByText(/^1 sent, 3 not\./)).toBeVisible();
    expect(sent.map((rows) => rows.map(({ email }) => email))).toEqual([['a@x.example', 'full@x.example']]);
    await expect
      .element(
        screen
          .getByRole('row')
          .filter({ hasText: 'full@' })
          .getByText(/no free seat/),
      )
      .toBeVisible();
    fullAtSend.clear();
    await screen.getByRole('button', { name: 'Retry 2 lines' }).click();
    await expect.element(screen.getByText(/^2 sent, 2 not\./)).toBeVisible();
    await screen.getByRole('button', { name: 'Fix these lines' }).click();
    await expect.element(screen.getByRole('button', { name: 'Fix nobody' })).toBeVisible();
  });

  it('sends in parts of 100, and after a lost part nothing more is tried', async () => {
    const lines = Array.from({ length: 501 }, (_, at) => `p${at}@x.example,,Developer`);
    const screen = await check(lines.join('\n'));
    await expect
      .element(
        screen.getByText('Only the first 500 lines are here. 1 line is left out; send them afterwards.'),
      )
      .toBeVisible();
    let parts = 0;
    worker.use(
      http.post('/api/v1/accounts/acc-1/invitations/batch', async ({ request }) => {
        const { rows } = (await request.json()) as { rows: Row[] };
        parts += 1;
        if (parts === 2) return HttpResponse.json({ code: 'permission.denied' }, { status: 403 });
        return HttpResponse.json({ results: rows.map((_, row) => ({ row, status: 'ok' })) });
      }),
    );
    await screen.getByRole('button', { name: 'Send 500 invitations' }).click();
    await expect.element(screen.getByText(/^100 sent, 400 not\./)).toBeVisible();
    expect(parts).toBe(2);
  });
});
