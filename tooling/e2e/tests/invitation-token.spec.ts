import { call } from '../call.ts';
import { JOIN, SITE, acceptAsNew, heading, invited } from '../invited.ts';
import { expect, test } from '../test.ts';

test('[A-031] The token is in no request, referrer, address or storage of another tab', async ({
  page,
  app,
  newVisitor,
}) => {
  const { alex, link } = await invited(page, app);
  const secret = link.split('.').at(-1) as string;
  const guest = await newVisitor();
  const lines: string[] = [];
  guest.on('request', (request) => {
    lines.push(request.url(), JSON.stringify(request.headers()));
  });
  await guest.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (...call) => {
      const seen = JSON.parse(sessionStorage.getItem('addresses') ?? '[]') as string[];
      sessionStorage.setItem('addresses', JSON.stringify([...seen, location.href]));
      return send(...call);
    };
  });
  await guest.goto(link);
  await expect(heading(guest)).toHaveText(JOIN);
  expect(new URL(guest.url()).hash).toBe('');

  // It survives a reload, in this tab only.
  await guest.reload();
  await expect(heading(guest)).toHaveText(JOIN);
  const other = await guest.context().newPage();
  await other.goto('/sign-in');
  const stored = await other.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(secret);
  const cookies = async () => JSON.stringify(await guest.context().cookies());
  expect(await cookies()).not.toContain(secret);

  await acceptAsNew(guest, alex);
  await expect(heading(guest)).toHaveText(SITE);
  const kept = await guest.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(secret);
  expect(await cookies()).not.toContain(secret);
  const addresses = await guest.evaluate(() => sessionStorage.getItem('addresses') ?? '');
  expect(addresses).toContain('/invitation');
  expect(addresses).not.toContain(secret);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});

test('[A-033] [R20] Opening the link twenty times changes nothing', async ({ page, app, newVisitor }) => {
  const { site, link } = await invited(page, app);
  const list = () => call(page, app.url, 'GET', `/api/v1/sites/${site.id}/invitations`);
  // The first mail must have its mark before it is compared.
  await expect.poll(async () => JSON.stringify(await list())).toContain('"delivery":"sent"');
  const before = await list();
  const guest = await newVisitor();
  for (let time = 0; time < 20; time += 1) {
    await guest.goto('about:blank');
    await Promise.all([
      guest.waitForResponse((answer) => answer.url().endsWith('/invitations/lookup')),
      guest.goto(link),
    ]);
  }
  await expect(heading(guest)).toHaveText(JOIN);
  for (const method of ['GET', 'HEAD']) await guest.request.fetch(link, { method });
  expect(await list()).toEqual(before);
  expect(await guest.context().cookies()).toEqual([]);
});
