import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();
afterEach(() => sessionStorage.clear());

const NAME = {
  ...{ key: 'name', label: 'Your name', kind: 'text', required: true, options: [] },
  maxLength: null,
};
const MESSAGE = { ...NAME, key: 'message', label: 'Message', kind: 'textarea' };
const CONTACT = {
  ...{ id: 'f-1', name: 'Contact', state: 'open', fields: [NAME, MESSAGE], thanksPath: '/thanks' },
  ...{ intake: '/api/v1/sites/site-1/forms/f-1/submissions', submissions: 12, etag: '"1"' },
  ...{ lastSubmissionAt: '2026-11-02T09:00:00.000Z', createdAt: '2026-11-01T09:00:00.000Z' },
  changedAt: '2026-11-01T09:00:00.000Z',
};
/** One form; what a change answers is what is read from then on. */
function isThere() {
  let form: object = CONTACT;
  const sent: [string | null, unknown][] = [];
  const answers: (() => Response)[] = [];
  worker.use(
    http.get('/api/v1/sites/:site/forms', () => listed([form])),
    http.get('/api/v1/sites/:site/forms/:id', ({ params }) =>
      params['id'] === 'f-1' ? HttpResponse.json(form) : problem(404, 'not_found'),
    ),
    http.patch('/api/v1/sites/:site/forms/:id', async ({ request }) => {
      const change = (await request.json()) as object;
      sent.push([request.headers.get('if-match'), change]);
      const answer = answers.shift();
      return answer ? answer() : HttpResponse.json((form = { ...form, ...change, etag: '"9"' }));
    }),
  );
  return { sent, answers };
}
const build = async () => {
  worksAs('marketing_manager');
  const there = isThere();
  const screen = await visit(`${ADMIN}/forms/f-1`);
  const save = screen.getByRole('button', { name: 'Save changes' });
  await expect.element(save).toBeVisible();
  return {
    ...there,
    screen,
    save,
    field: (name: string) => screen.getByRole('group', { name, exact: true }),
  };
};

describe('forms in Site Admin', () => {
  it('lists them with what came in, and leads to a form and on to its submissions', async () => {
    worksAs('marketing_manager');
    isThere();
    worker.use(http.get('/api/v1/sites/:site/submissions', () => listed([])));
    const screen = await visit(`${ADMIN}/forms`);
    await expect.element(screen.getByRole('row', { name: /Contact .*Open 2 12/ })).toBeVisible();
    await screen.getByRole('link', { name: 'Contact' }).click();
    await screen.getByRole('link', { name: '12 submissions' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/submissions`);
    expect(screen.router.state.location.search).toMatchObject({ form: 'f-1' });
  });

  it('builds a new one: faults first, then it is open and can be put on the site', async () => {
    worksAs('marketing_manager');
    const sent: unknown[] = [];
    worker.use(
      http.get('/api/v1/sites/:site/forms', () => listed([])),
      http.get('/api/v1/sites/:site/forms/:id', () => HttpResponse.json(CONTACT)),
      http.post('/api/v1/sites/:site/forms', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(CONTACT, { status: 201 });
      }),
    );
    const screen = await visit(`${ADMIN}/forms`);
    await expect.element(screen.getByText(/^No forms yet\./)).toBeVisible();
    await screen.getByRole('button', { name: 'New form' }).click();
    await screen.getByRole('button', { name: 'Create form' }).click();
    await expect.element(screen.getByText('Write a name of 1 to 80 characters.')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Name', exact: true })).toHaveFocus();
    await screen.getByRole('textbox', { name: 'Name', exact: true }).fill('Contact');
    await screen.getByRole('textbox', { name: 'Label' }).fill('Topic');
    await expect.element(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('topic');
    await screen.getByRole('combobox', { name: 'Kind' }).click();
    await screen.getByRole('option', { name: 'Choice' }).click();
    await screen.getByRole('textbox', { name: 'Options' }).fill('Order\n\nElse');
    await screen.getByRole('checkbox', { name: 'Must be answered' }).click();
    await screen.getByRole('button', { name: 'Create form' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/forms/f-1`);
    const options = ['Order', 'Else'];
    expect(sent).toEqual([
      {
        name: 'Contact',
        thanksPath: '/',
        fields: [{ key: 'topic', label: 'Topic', kind: 'select', required: true, options, maxLength: null }],
      },
    ]);
    const html = screen.getByRole('region', { name: 'HTML' });
    await expect.element(html).toBeVisible();
    expect(html.element().textContent).toContain('name="homepage"');
    await expect
      .element(screen.getByText(`${location.origin}${CONTACT.intake}`, { exact: true }))
      .toBeVisible();
  });

  it('moves, removes and adds fields by buttons, with the focus kept, and saves over what was seen', async () => {
    const { screen, sent, save, field } = await build();
    await screen.getByRole('button', { name: 'Move Message up' }).click();
    await expect.element(screen.getByRole('button', { name: 'Move Message up' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Remove Your name' }).click();
    await expect.element(field('Message').getByRole('textbox', { name: 'Label' })).toHaveFocus();
    await screen.getByRole('button', { name: 'Add a field' }).click();
    await expect.element(field('Field 2').getByRole('textbox', { name: 'Label' })).toHaveFocus();
    await field('Field 2').getByRole('textbox', { name: 'Label' }).fill('Message');
    await expect
      .element(field('Message').last().getByRole('textbox', { name: 'Key' }))
      .toHaveValue('message_2');
    await save.click();
    await expect.element(screen.getByText('Saved Contact.')).toBeVisible();
    const added = { ...NAME, key: 'message_2', label: 'Message', required: false };
    expect(sent).toEqual([['"1"', { fields: [MESSAGE, added] }]]);
  });

  it('shows that somebody saved meanwhile, and both ways on', async () => {
    const { screen, sent, answers, save } = await build();
    const theirs = { ...CONTACT, name: 'Contact them', etag: '"2"' };
    answers.push(() => problem(412, 'content.changed', { current: theirs }));
    await screen.getByRole('textbox', { name: 'Page after sending' }).fill('/mine');
    await save.click();
    await expect.element(screen.getByText(/Contact them has 2 fields now/)).toBeVisible();
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await expect.element(screen.getByText('Saved Contact.')).toBeVisible();
    expect(sent).toEqual([
      ['"1"', { thanksPath: '/mine' }],
      ['"2"', { thanksPath: '/mine' }],
    ]);
  });

  it('closes a form, and deletes it after saying what becomes of its submissions', async () => {
    const { screen, sent } = await build();
    const tags: (string | null)[] = [];
    worker.use(
      http.delete('/api/v1/sites/:site/forms/:id', ({ request }) => {
        tags.push(request.headers.get('if-match'));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await screen.getByRole('button', { name: 'Close form' }).click();
    await expect.element(screen.getByText('Contact takes no more submissions.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Open again' })).toBeVisible();
    expect(sent).toEqual([['"1"', { state: 'closed' }]]);
    await screen.getByRole('button', { name: 'Delete form' }).click();
    const question = screen.getByRole('alertdialog', { name: 'Delete Contact?' });
    await expect.element(question.getByText(/\(12 submissions\) stays and can still be read/)).toBeVisible();
    await question.getByRole('button', { name: 'Delete form' }).click();
    await expect.poll(() => screen.router.state.location.pathname).toBe(`${ADMIN}/forms`);
    expect(tags).toEqual(['"9"']);
  });

  it('keeps what was built over a reload, and only shows a form to whoever may not write', async () => {
    const { screen } = await build();
    await screen.getByRole('textbox', { name: 'Name', exact: true }).fill('Half a name');
    await screen.unmount();
    const again = await visit(`${ADMIN}/forms/f-1`);
    await expect
      .element(again.getByRole('textbox', { name: 'Name', exact: true }))
      .toHaveValue('Half a name');
    await again.getByRole('button', { name: 'Discard changes' }).click();
    await expect.element(again.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Contact');
    await again.unmount();
    worksAs('marketing_manager', { without: 'forms.write' });
    const reader = await visit(`${ADMIN}/forms/f-9`);
    await expect.element(reader.getByText('This form is no longer here.')).toBeVisible();
    await reader.getByRole('link', { name: 'All forms' }).click();
    await reader.getByRole('link', { name: 'Contact' }).click();
    await expect.element(reader.getByText(/You can see forms here/)).toBeVisible();
    expect(reader.getByRole('button', { name: 'Save changes' }).elements()).toEqual([]);
  });
});
