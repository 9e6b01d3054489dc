import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem, useFakeApi, worker } from '../testing/fake-api.ts';
import { visit } from '../testing/render.tsx';
import { ADMIN, listed, worksAs } from '../testing/site-admin.ts';

useFakeApi();
afterEach(() => sessionStorage.clear());

const version = (number: number, css: string) => ({
  ...{ version: number, css, head: '<script>window.ran = true</script>', body: '', etag: `"${number}"` },
  ...{ savedAt: `2026-11-0${number}T09:00:00.000Z`, savedBy: { id: 'u-2', name: 'Amara Okafor' } },
});
const OLD = version(1, 'a { color: red }');
const NOW = version(2, 'a { color: teal }');
const row = ({ version: number, savedAt, savedBy }: typeof NOW) => ({
  ...{ version: number, savedAt, savedBy, changed: ['css'] },
  bytes: { css: 17, head: 34, body: 0 },
});
/** Two versions; what a save answers is in force from then on. */
function isThere() {
  let now: object = NOW;
  const saved: [string | null, unknown][] = [];
  const answers: (() => Response)[] = [];
  worker.use(
    http.get('/api/v1/sites/:site/code', () => HttpResponse.json(now)),
    http.get('/api/v1/sites/:site/code/history', () => listed([row(NOW), row(OLD)])),
    http.get('/api/v1/sites/:site/code/history/:version', ({ params }) => {
      const found = [OLD, NOW].find((each) => String(each.version) === params['version']);
      return found ? HttpResponse.json(found) : problem(404, 'not_found');
    }),
    http.put('/api/v1/sites/:site/code', async ({ request }) => {
      const code = (await request.json()) as object;
      saved.push([request.headers.get('if-match'), code]);
      const answer = answers.shift();
      return answer ? answer() : HttpResponse.json((now = { ...version(3, ''), ...code }));
    }),
  );
  return { saved, answers };
}
const edit = async () => {
  const screen = await visit(`${ADMIN}/code`);
  const css = screen.getByRole('textbox', { name: 'Style sheet' });
  await expect.element(css).toBeVisible();
  return { screen, css, save: screen.getByRole('button', { name: 'Save changes' }) };
};
const parts = (css: string) => ({ css, head: NOW.head, body: '' });

describe('code in Site Admin', () => {
  it('saves all three parts over what was seen, and runs none of them', async () => {
    worksAs('developer');
    const { saved } = isThere();
    const { screen, css, save } = await edit();
    await expect.element(screen.getByText('17 bytes of 200 kB')).toBeVisible();
    await css.fill('b { color: blue }');
    await save.click();
    await expect.element(screen.getByText('Saved as version 3.')).toBeVisible();
    expect(saved).toEqual([['"2"', parts('b { color: blue }')]]);
    expect('ran' in window).toBe(false);
  });

  it('refuses a part over its limit before sending it, and leaves Tab to the keyboard', async () => {
    worksAs('developer');
    const { saved } = isThere();
    const { screen, css, save } = await edit();
    const body = screen.getByRole('textbox', { name: 'Body' });
    await body.fill('ä'.repeat(26 * 1024));
    await expect.element(screen.getByText('This is 2 kB too long.')).toBeVisible();
    await save.click();
    await expect.element(body).toHaveFocus();
    expect(saved).toEqual([]);
    await css.click();
    await userEvent.tab();
    await expect.element(screen.getByRole('textbox', { name: 'Head' })).toHaveFocus();
  });

  it('shows that somebody saved meanwhile, and both ways on', async () => {
    worksAs('developer');
    const { saved, answers } = isThere();
    answers.push(() => problem(412, 'content.changed', { current: version(5, 'theirs') }));
    const { screen, css, save } = await edit();
    await css.fill('mine');
    await save.click();
    await expect.element(screen.getByText(/Version 5 is in force now/)).toBeVisible();
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await expect.element(screen.getByText('Saved as version 3.')).toBeVisible();
    expect(saved).toEqual([
      ['"2"', parts('mine')],
      ['"5"', parts('mine')],
    ]);
  });

  it('shows an old version as text and restores it by saving it again', async () => {
    worksAs('developer');
    const { saved } = isThere();
    const { screen } = await edit();
    await expect.element(screen.getByRole('row', { name: /Version 2 In force/ })).toBeVisible();
    await screen.getByRole('link', { name: 'Version 1' }).click();
    const drawer = screen.getByRole('dialog', { name: 'Version 1' });
    await expect.element(drawer.getByText('a { color: red }')).toBeVisible();
    await expect.element(drawer.getByText('<script>window.ran = true</script>')).toBeVisible();
    await drawer.getByRole('button', { name: 'Restore this version' }).click();
    await expect.element(screen.getByText('Version 1 is in force again, as version 3.')).toBeVisible();
    expect(saved).toEqual([['"2"', parts(OLD.css)]]);
    expect(screen.router.state.location.pathname).toBe(`${ADMIN}/code`);
    await expect.element(screen.getByRole('textbox', { name: 'Style sheet' })).toHaveValue(OLD.css);
  });

  it('keeps what was written over a reload, does not restore over it, and hands it over when the role ends', async () => {
    worksAs('developer');
    const { saved } = isThere();
    const first = await edit();
    await first.css.fill('half a rule {');
    await first.screen.unmount();
    const { screen, css } = await edit();
    await expect.element(css).toHaveValue('half a rule {');
    await expect.element(screen.getByText('These are unsaved changes from before.')).toBeVisible();
    await screen.getByRole('link', { name: 'Version 1' }).click();
    await screen.getByRole('button', { name: 'Restore this version' }).click({ force: true });
    await expect.element(screen.getByText('Save or discard your changes first.').first()).toBeVisible();
    expect(saved).toEqual([]);
    await screen.getByRole('button', { name: 'Close' }).click();
    worksAs('seo_specialist');
    await screen.router.options.context.queryClient.invalidateQueries();
    await expect
      .element(screen.getByRole('textbox', { name: 'Style sheet code' }))
      .toHaveValue('half a rule {');
  });

  it('is text to read for whoever may not write; a version that is not kept says so', async () => {
    worksAs('developer', { without: 'code.write' });
    isThere();
    const screen = await visit(`${ADMIN}/code/77`);
    await expect.element(screen.getByText('This version is not kept, or never was.')).toBeVisible();
    await screen.getByRole('button', { name: 'Back to the code' }).click();
    await expect.element(screen.getByText(/You can see code here/)).toBeVisible();
    await expect.element(screen.getByText(NOW.css)).toBeVisible();
    expect(screen.getByRole('textbox').elements()).toEqual([]);
    await screen.getByRole('link', { name: 'Version 1' }).click();
    await expect.element(screen.getByText(OLD.css)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restore this version' }).elements()).toEqual([]);
  });
});
