import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { listed } from '../testing/site-admin.ts';

useFakeApi();

const PATH = '/bright-lines/settings/webhooks';
const AT = '/api/v1/accounts/:account/webhooks';
const NOW = new Date().toISOString();
const HOOK = {
  ...{ id: 'hook-1', url: 'https://hooks.example.com/keyholder', state: 'active', createdAt: NOW },
  events: ['membership.removed', 'invitation.accepted'],
  ...{ disabledAt: null, disabledBy: null, failingSince: null, rotatedUntil: null, lastDelivery: null },
};
const DELIVERY = {
  ...{ id: 'del-1', messageId: 'msg-1', type: 'membership.removed', state: 'failed', attempts: 3 },
  ...{ createdAt: NOW, lastAttemptAt: NOW, status: 500, problem: null, response: 'Out of paper' },
  ...{ durationMs: 120, payload: '{"type":"membership.removed","data":{"userId":"u-3"}}' },
};

/** One endpoint that a change really changes, with one delivery. `asked` hears every write and read of the secret. */
function fakeWebhooks(start: object = HOOK, first: object = DELIVERY) {
  let hook = start;
  let delivery = first;
  const asked: unknown[] = [];
  const note = async (request: Request) => {
    const path = new URL(request.url).pathname.replace(/^.*\/webhooks/, '');
    const body = request.method === 'GET' ? undefined : await request.json();
    asked.push([`${request.method} ${path}`, ...(body === undefined ? [] : [body])]);
    return body as object;
  };
  worker.use(
    http.get(AT, () => listed([hook])),
    http.post(AT, async ({ request }) => {
      hook = { ...HOOK, ...(await note(request)) };
      return HttpResponse.json({ ...hook, secret: 'whsec_first' }, { status: 201 });
    }),
    http.get(`${AT}/:id`, () => HttpResponse.json(hook)),
    http.patch(`${AT}/:id`, async ({ request }) => {
      const change = await note(request);
      const off = 'state' in change && change.state === 'disabled';
      hook = { ...hook, ...change, disabledBy: off ? 'person' : null };
      return HttpResponse.json(hook);
    }),
    http.get(`${AT}/:id/secret`, async ({ request }) => {
      await note(request);
      return HttpResponse.json({ secret: 'whsec_first' });
    }),
    http.post(`${AT}/:id/rotate`, async ({ request }) => {
      await note(request);
      hook = { ...hook, rotatedUntil: new Date(Date.now() + 24 * 3_600_000).toISOString() };
      return HttpResponse.json({ ...hook, secret: 'whsec_second' });
    }),
    http.get(`${AT}/:id/deliveries`, ({ request }) => {
      const state = new URL(request.url).searchParams.get('state');
      return listed(state === null || state === (delivery as typeof DELIVERY).state ? [delivery] : []);
    }),
    http.post(`${AT}/:id/deliveries/:delivery/replay`, async ({ request }) => {
      await note(request);
      const queued = { ...delivery, state: 'queued' };
      // It is delivered by the time the page looks again.
      delivery = { ...delivery, state: 'delivered', status: 200, attempts: 4 };
      return HttpResponse.json(queued, { status: 202 });
    }),
    http.delete(`${AT}/:id`, async ({ request }) => {
      await note(request);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return asked;
}

describe('Webhooks of an account', () => {
  it('are added with the events chosen, and show the secret that the receiver needs', async () => {
    const asked = fakeWebhooks();
    const screen = await visit(PATH);
    await expect.element(screen.getByRole('link', { name: HOOK.url })).toBeVisible();
    await screen.getByRole('button', { name: 'Add endpoint' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Add endpoint' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill('ftp://hooks.example.com');
    await dialog.getByRole('button', { name: 'Add endpoint' }).click();
    await expect.element(dialog.getByText(/^Write an https address/)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Address' }).fill('https://new.example.com/hook');
    for (const box of dialog.getByRole('group', { name: 'Members' }).getByRole('checkbox').all())
      await box.click();
    await dialog.getByRole('checkbox', { name: 'Sent again' }).click();
    await dialog.getByRole('button', { name: 'Add endpoint' }).click();
    await expect.element(screen.getByLabelText('Signing secret')).toHaveTextContent('whsec_first');
    expect(asked).toEqual([
      [
        'POST ',
        {
          url: 'https://new.example.com/hook',
          events: ['created', 'accepted', 'declined', 'revoked'].map((what) => `invitation.${what}`),
        },
      ],
    ]);
    await screen.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${PATH}/hook-1`);
  });

  it('show the secret on demand, and rotate it with the overlap said', async () => {
    const asked = fakeWebhooks();
    const screen = await visit(`${PATH}/hook-1`);
    await screen.getByRole('button', { name: 'Show secret' }).click();
    await expect.element(screen.getByText('whsec_first')).toBeVisible();
    await screen.getByRole('button', { name: 'Rotate' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Rotate the signing secret?' });
    await expect.element(question.getByText(/For 24 hours every message is signed with both/)).toBeVisible();
    await question.getByRole('button', { name: 'Rotate secret' }).click();
    await expect.element(screen.getByText('whsec_second')).toBeVisible();
    await expect.element(screen.getByText(/signed with the former secret too/)).toBeVisible();
    await screen.getByRole('button', { name: 'Hide' }).click();
    expect(document.body.textContent).not.toContain('whsec_');
    expect(asked).toEqual([['GET /hook-1/secret'], ['POST /hook-1/rotate', {}]]);
  });

  it('show what was sent and what came back, and send it again', async () => {
    const asked = fakeWebhooks();
    const screen = await visit(`${PATH}/hook-1`);
    await screen.getByRole('button', { name: 'membership.removed', exact: true }).click();
    const drawer = screen.getByRole('dialog', { name: 'membership.removed' });
    await expect.element(drawer.getByText('Out of paper')).toBeVisible();
    await expect
      .element(drawer.getByRole('group', { name: 'Payload' }))
      .toHaveTextContent('{ "type": "membership.removed", "data": { "userId": "u-3" } }');
    await drawer.getByRole('button', { name: 'Replay' }).click();
    await expect.element(drawer.getByText('Delivered')).toBeVisible();
    expect(asked).toEqual([['POST /hook-1/deliveries/del-1/replay', {}]]);
  });

  it('are switched off and on; what needs an endpoint that is on says so', async () => {
    const asked = fakeWebhooks();
    const screen = await visit(`${PATH}/hook-1`);
    await screen.getByRole('button', { name: 'Switch off' }).click();
    await expect.element(screen.getByText('This endpoint is off and is told nothing.')).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Send test event' }))
      .toHaveAccessibleDescription('Switch the endpoint on first.');
    await screen.getByRole('button', { name: 'Switch on' }).click();
    await expect.element(screen.getByRole('button', { name: 'Switch off' })).toBeVisible();
    expect(asked).toEqual([
      ['PATCH /hook-1', { state: 'disabled' }],
      ['PATCH /hook-1', { state: 'active' }],
    ]);
  });

  it('follow what is on its way until it has arrived', async () => {
    fakeWebhooks();
    let reads = 0;
    worker.use(
      http.get(`${AT}/:id/deliveries`, () =>
        listed([{ ...DELIVERY, state: (reads += 1) > 1 ? 'delivered' : 'queued', status: null }]),
      ),
    );
    const screen = await visit(`${PATH}/hook-1`);
    await expect.element(screen.getByText('Waiting')).toBeVisible();
    await expect.element(screen.getByText('Delivered'), { timeout: 6_000 }).toBeVisible();
  });

  it('are deleted after a question; one that is gone says so', async () => {
    const asked = fakeWebhooks();
    const screen = await visit(`${PATH}/hook-1`);
    await screen.getByRole('button', { name: 'Delete endpoint' }).click();
    const question = screen.getByRole('alertdialog', { name: /hooks\.example\.com/ });
    await question.getByRole('button', { name: 'Delete endpoint' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(PATH);
    expect(asked).toEqual([['DELETE /hook-1', {}]]);
    worker.use(http.get(`${AT}/:id`, () => problem(404, 'not_found')));
    const gone = await visit(`${PATH}/hook-9`);
    await expect.element(gone.getByText('This endpoint is no longer here.')).toBeVisible();
  });

  it('have addresses of their own, other sections have none below them', async () => {
    fakeWebhooks();
    const screen = await visit('/bright-lines/settings/general/hook-1');
    await expect.element(screen.getByText('There is nothing here that you can see')).toBeVisible();
  });
});
