import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.mjs';

const node = (script: string) => run(process.execPath, ['-e', script], { stdio: 'ignore' });

/** A child that takes its time to end, as the app does, below a process that runs it. */
const SLOW_CHILD = `process.on('SIGTERM', () => setTimeout(() => process.exit(7), 200));
  setInterval(() => {}, 1000); console.log('up');`;
const PARENT = `import(${JSON.stringify(join(import.meta.dirname, 'run.mjs'))}).then(async ({ run }) => {
  process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(SLOW_CHILD)}]); });`;

describe('a program that is run', () => {
  it('hands its exit code on', async () => {
    expect(await node('process.exit(0)')).toBe(0);
    expect(await node('process.exit(3)')).toBe(3);
  });

  it('counts as failed when a signal ended it', async () => {
    expect(await node("process.kill(process.pid, 'SIGKILL')")).toBe(128 + 9);
  });

  it('is waited for after a signal, and ends in its own way', async () => {
    const parent = spawn(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    expect(await once(parent, 'exit')).toEqual([7, null]);
  });

  it('says when it cannot be started', async () => {
    await expect(run('/nowhere/at/all', [])).rejects.toThrow('ENOENT');
  });
});
