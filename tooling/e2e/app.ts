import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase, type TestDatabase } from './database.ts';
import { openInbox, type Inbox } from './inbox.ts';

const root = join(import.meta.dirname, '..', '..');
const START_MS = 60_000;
/** The app drains for 10 s at most. */
const STOP_MS = 15_000;

export interface RunningApp {
  readonly url: string;
  readonly inbox: Inbox;
  readonly database: TestDatabase;
  /** What it has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** A whole Keyholder of its own: the real process with a new database, and a mail server that keeps what arrives. */
export async function startApp(extra: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const [dataDir, inbox, database, port] = await Promise.all([
    mkdtemp(join(tmpdir(), 'keyholder-e2e-')),
    openInbox(),
    startDatabase(),
    freePort(),
  ]);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['apps/api/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      APP_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SMTP_URL: inbox.url,
      DEMO: '0',
      SSO_ALLOW_LOOPBACK: '1',
      ...extra,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = collect(child);

  const stop = async (): Promise<void> => {
    await ended(child);
    await Promise.all([inbox.close(), database.stop()]);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw new Error(`The app did not start: ${String(error)}\n${printed()}`, { cause: error });
  }
  return { url, inbox, database, printed, stop };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`/readyz was not ready within ${START_MS / 1000} s`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => parts.push(part.toString()));
  return () => parts.join('').slice(-10_000);
}

/** A port that nobody holds now; the app takes it a moment later. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
