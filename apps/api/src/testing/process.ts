import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');
const READY_MS = 60_000;

/** A Keyholder process of its own, as `npm start` runs it. */
export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly output: () => string;
  /** Waits until it has printed this. */
  printed(text: string): Promise<void>;
  /** Waits until `/readyz` answers 200. */
  ready(): Promise<void>;
  /** Waits for its end; kills it and answers 'still running' after `withinMs`. */
  exit(withinMs: number): Promise<number | string | null>;
}

export function runMain(settings: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [MAIN], {
    // Nothing of the surroundings: a DATABASE_URL there is not for this process.
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => parts.push(part.toString()));
  const output = () => parts.join('');
  const url = `http://127.0.0.1:${settings['PORT'] ?? '3000'}`;
  const until = async (what: string, holds: () => Promise<boolean> | boolean) => {
    const late = Date.now() + READY_MS;
    while (!(await holds())) {
      if (child.exitCode !== null || Date.now() > late)
        throw new Error(`not ${what} (exit code ${child.exitCode}):\n${output()}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };
  return {
    ...{ url, child, output },
    printed: (text) => until(`printed "${text}"`, () => output().includes(text)),
    ready: () =>
      until('ready', () =>
        fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    exit: (withinMs) =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve(child.exitCode);
        const late = setTimeout(() => {
          child.kill('SIGKILL');
          resolve('still running');
        }, withinMs);
        child.once('close', (code, signal) => {
          clearTimeout(late);
          resolve(code ?? signal);
        });
      }),
  };
}

export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** A bare connection that has sent these lines, and what comes back until it is closed. */
export function speak(
  port: string,
  text: string,
): { readonly socket: Socket; readonly heard: Promise<string> } {
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
  const parts: string[] = [];
  socket.on('data', (part) => parts.push(part.toString()));
  socket.on('error', () => {});
  const heard = new Promise<string>((resolve) => socket.once('close', () => resolve(parts.join(''))));
  return { socket, heard };
}
