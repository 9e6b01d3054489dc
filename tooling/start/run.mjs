// Plain JavaScript, because bootstrap.mjs needs it under whatever Node the machine has.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How long a child may take to end after it was told to; the app itself drains for 10 s. */
const PATIENCE_MS = 15_000;

/**
 * Runs a program with this terminal and answers its exit code (128 + n when signal n ended it).
 * SIGINT, SIGTERM and SIGHUP reach the child, so that it can end in its own way.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      // Ctrl-C in a terminal is delivered to the whole process group: the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    const release = () => signals.forEach((signal) => process.off(signal, forward));

    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      release();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 1));
    });
  });
}
