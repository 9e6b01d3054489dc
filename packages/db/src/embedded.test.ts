import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryInUse, startEmbedded } from './embedded.ts';
import type { Embedded } from './embedded.ts';

let dataDir: string;
let running: Embedded | undefined;
const children: ChildProcess[] = [];
let lines: string[] = [];

const start = async (port?: number): Promise<Embedded> => {
  running = await startEmbedded({
    dataDir,
    durable: false,
    log: (line) => lines.push(line),
    ...(port ? { port } : {}),
  });
  return running;
};
const stop = async (): Promise<void> => {
  await running?.stop();
  running = undefined;
};

/** A process of its own that starts the database and then does nothing, until it is killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const module = fileURLToPath(new URL('embedded.ts', import.meta.url));
  const program = `const { startEmbedded } = await import(${JSON.stringify(module)});
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false, log: () => {} });
    process.stdout.write(url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(String(data)));
    child.once('exit', () => reject(new Error('it ended')));
  });
  return { child, url };
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<Row[]>(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const data = (): string => join(dataDir, 'cluster', 'data');
const serverPid = async (): Promise<number> =>
  Number((await readFile(join(data(), 'postmaster.pid'), 'utf8')).split('\n')[0]);
const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyholder-embedded-'));
  lines = [];
});
afterEach(async () => {
  await stop();
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await ended(child);
  }
  // A killed process leaves its server behind; the next start adopts it, so that it can be stopped.
  if (await serverPid().catch(() => undefined)) {
    await start();
    await stop();
  }
  await rm(dataDir, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('keeps its data and its port from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id int); insert into kept values (42)');
    await stop();
    const second = await start();
    expect(second.port).toBe(first.port);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select id from kept')).toEqual([{ id: 42 }]);
  });

  it('is closed to others: file modes, password, address, and no superuser for the application', async () => {
    const { url, port } = await start();
    const modes = await Promise.all(
      ['.', 'cluster', 'cluster/data', 'cluster/secrets.json', 'cluster/server.log'].map(async (name) => [
        name,
        ((await stat(join(dataDir, name))).mode & 0o777).toString(8),
      ]),
    );
    expect(Object.fromEntries(modes)).toEqual({
      '.': '700',
      cluster: '700',
      'cluster/data': '700',
      'cluster/secrets.json': '600',
      'cluster/server.log': '600',
    });
    const [settings] = await query(
      url,
      `select current_setting('listen_addresses') as address, current_setting('password_encryption') as passwords, current_setting('data_checksums') as checksums,
        (select rolsuper from pg_roles where rolname = current_user) as mighty`,
    );
    expect(settings).toEqual({
      address: '127.0.0.1',
      passwords: 'scram-sha-256',
      checksums: 'on',
      mighty: false,
    });
    // The fifth line names the directory of the unix socket: there is none.
    expect((await readFile(join(data(), 'postmaster.pid'), 'utf8')).split('\n')[4]).toBe('');
    expect(new URL(url).password.length).toBeGreaterThanOrEqual(32);
    await expect(
      query(`postgres://keyholder:wrong@127.0.0.1:${port}/keyholder`, 'select 1'),
    ).rejects.toMatchObject({ code: '28P01' });
    await expect(query(`postgres://postgres@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect((await readdir(dataDir)).sort()).toEqual(['cluster']);
  });

  it('flushes to disk unless a test says otherwise', async () => {
    running = await startEmbedded({ dataDir, log: () => {} });
    const [settings] = await query(
      running.url,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit`,
    );
    expect(settings).toEqual({ fsync: 'on', pages: 'on', commit: 'on' });
  });

  it.runIf(process.getuid?.() === 0)(
    'finds a place for itself when root keeps its own directories closed',
    async () => {
      const closed = join(dataDir, 'root-only');
      await mkdir(closed, { mode: 0o700 });
      await chmod(dataDir, 0o755);
      const options = {
        dataDir: join(closed, 'database'),
        place: join(dataDir, 'place'),
        durable: false,
        log: () => {},
      };
      running = await startEmbedded(options);
      await query(running.url, 'create table kept (id int)');
      await stop();
      running = await startEmbedded(options);
      expect(await query(running.url, 'select * from kept')).toEqual([]);
      await stop();
      await rm(options.dataDir, { recursive: true });
      running = await startEmbedded(options);
      await expect(query(running.url, 'select * from kept')).rejects.toMatchObject({ code: '42P01' });
    },
  );

  it('takes another port when somebody has the remembered one', async () => {
    const { port } = await start();
    await stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    try {
      expect((await start()).port).not.toBe(port);
    } finally {
      squatter.close();
    }
  });

  it('comes back by itself, on the same address, when the server is killed [F-008]', async () => {
    const { url } = await start();
    process.kill(await serverPid(), 'SIGKILL');
    const alive = () => query(url, 'select 1 as one').catch(() => 'down');
    await expect.poll(alive, { timeout: 10_000 }).toBe('down');
    await expect.poll(alive, { timeout: 10_000 }).toEqual([{ one: 1 }]);
  });
});

describe('two processes and one data directory [F-032]', () => {
  it('refuses to the second what the first has, in one sentence, and leaves the first alone', async () => {
    const { url } = await startElsewhere();
    await expect(start()).rejects.toThrow(DirectoryInUse);
    await expect(start()).rejects.toThrow(/^Another Keyholder is running on .+$/);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives an empty directory to one of two that start at once', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    const [winner] = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const [loser] = outcomes.filter((outcome) => outcome.status === 'rejected');
    running = winner?.value;
    expect(loser?.reason).toBeInstanceOf(DirectoryInUse);
    expect(await query(running?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('adopts the server of a process that was killed, and stops it when asked', async () => {
    const { child, url } = await startElsewhere();
    await query(url, 'create table kept (id int)');
    const pid = await serverPid();
    child.kill('SIGKILL');
    await ended(child);
    const adopted = await start();
    expect(adopted.url).toBe(url);
    expect(await serverPid()).toBe(pid);
    expect(lines.join()).toContain('Adopted');
    expect(await query(url, 'select * from kept')).toEqual([]);
    await stop();
    await expect(readFile(join(data(), 'postmaster.pid'))).rejects.toThrow('ENOENT');
  });

  it('neither signals nor believes a foreign process whose number stands in a stale pid file', async () => {
    const { url } = await start();
    const pidFile = join(data(), 'postmaster.pid');
    const before = await readFile(pidFile, 'utf8');
    await stop();
    // A process of our own system user, which PostgreSQL itself would take for a living server.
    const foreign = spawn('sleep', ['60'], { ...(await serverIdentity()), stdio: 'ignore' });
    children.push(foreign);
    await writeFile(pidFile, before.replace(/^\d+/, String(foreign.pid)));
    await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop();
    expect([foreign.exitCode, foreign.signalCode]).toEqual([null, null]);
  });
});

/** Who the server runs as; the same person may signal it and be taken for it. */
async function serverIdentity(): Promise<{ uid: number; gid: number } | object> {
  const { uid, gid } = await stat(data());
  return process.getuid?.() === 0 ? { uid, gid } : {};
}
