import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestServer } from '@keyholder/db/testing';

const MAIN = join(import.meta.dirname, '../../../../apps/api/src/main.ts');
const READY_MS = 60_000;
const STOP_MS = 15_000;

/** A Keyholder process of its own, as anybody would run it: the client reaches it over the network alone. */
export interface RunningApp {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startApp(server: TestServer): Promise<RunningApp> {
  const database = await cloneDatabase(server);
  const dataDir = mkdtempSync(join(tmpdir(), 'keyholder-client-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...{ PATH: process.env['PATH'] ?? '', PORT: port, APP_URL: url, DATA_DIR: dataDir },
      ...{ DATABASE_URL: database.url, DEMO: '0', LOG_LEVEL: 'silent' },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(late);
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const until = Date.now() + READY_MS; !(await isReady(url));) {
    if (Date.now() < until && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    else {
      await stop();
      throw new Error(`The app did not start (exit code ${child.exitCode}).`);
    }
  }
  return { url, stop };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
