import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@keyholder/db';
import { DomainError } from '@keyholder/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailboxMailer, openMailbox } from './mailbox.ts';
import { mailboxRoutes } from './routes.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyholder-mailbox-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const at = new Date('2026-11-20T01:14:00.000Z');
const outgoing = (to: string, id = newId()) => ({
  ...{ id, to, from: { name: 'Keyholder', address: 'post@keyholder.example' }, replyTo: null },
  ...{ subject: `For ${to}`, text: 'Hello', html: '<p>Hello</p>', date: at },
});
const send = (to: string, id?: string) =>
  createMailboxMailer(openMailbox(dataDir), () => at).send(outgoing(to, id), new AbortController().signal);

describe('the dev mailbox', () => {
  it('is empty before the first mail', async () => {
    expect(await openMailbox(dataDir).list()).toEqual([]);
  });

  it('shows the newest mail first, to every process and after a restart', async () => {
    await send('first@yourteam.com');
    await send('second@yourteam.com');
    const [newest, oldest] = await openMailbox(dataDir).list();
    expect(oldest).toMatchObject({ to: 'first@yourteam.com' });
    expect(newest).toEqual({
      ...{ id: newest!.id, to: 'second@yourteam.com', subject: 'For second@yourteam.com' },
      ...{ text: 'Hello', html: '<p>Hello</p>', sentAt: '2026-11-20T01:14:00.000Z' },
    });
    expect(await openMailbox(dataDir).read(newest!.id)).toEqual(newest);
  });

  it('keeps a mail that was sent twice once', async () => {
    const id = newId();
    await Promise.all([send('alex@yourteam.com', id), send('alex@yourteam.com', id)]);
    expect(await openMailbox(dataDir).list()).toHaveLength(1);
  });

  it('is for nobody else on the machine: it holds live links', async () => {
    await send('alex@yourteam.com');
    const folder = join(dataDir, 'mailbox');
    const [file] = await readdir(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, file!))).mode & 0o777).toBe(0o600);
  });

  it('keeps the newest 500', async () => {
    for (let index = 0; index < 503; index += 1) await send(`person${index}@yourteam.com`);
    const kept = await openMailbox(dataDir).list();
    expect(kept).toHaveLength(500);
    expect(kept.at(-1)).toMatchObject({ to: 'person3@yourteam.com' });
    expect(await readdir(join(dataDir, 'mailbox'))).toHaveLength(500);
  });

  it('reads nothing but mails', async () => {
    expect(await openMailbox(dataDir).read('../../etc/passwd')).toBe(null);
    expect(await openMailbox(dataDir).read(newId())).toBe(null);
  });
});

describe('GET /api/dev/mailbox', () => {
  it('answers items, of one address when asked', async () => {
    await send('alex@yourteam.com');
    await send('sam@yourteam.com');
    const routes = mailboxRoutes(openMailbox(dataDir));
    const all = (await (await routes.request('/')).json()) as { items: { to: string; id: string }[] };
    expect(all.items.map(({ to }) => to)).toEqual(['sam@yourteam.com', 'alex@yourteam.com']);
    const alex = await routes.request('/?to=alex@yourteam.com');
    expect(alex.headers.get('cache-control')).toBe('no-store');
    expect(await alex.json()).toEqual({ items: [all.items[1]] });
    expect(await (await routes.request(`/${all.items[0]!.id}`)).json()).toEqual(all.items[0]);
  });

  it('does not find what is not there', async () => {
    const routes = mailboxRoutes(openMailbox(dataDir)).onError((error, c) =>
      c.text(error instanceof DomainError ? error.code : String(error), 404),
    );
    expect(await (await routes.request(`/${newId()}`)).text()).toBe('not_found');
  });
});
