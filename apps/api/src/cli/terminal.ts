import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Where a command writes and asks: the terminal, or a test. */
export interface Terminal {
  out(text: string): Promise<void>;
  err(line: string): void;
  /** One line that is shown nowhere: typed when somebody sits there, else the first of standard input. Null at its end. */
  secret(prompt: string): Promise<string | null>;
}

/** What a command ends with: good, something is wrong with what was looked at, asked for in a way it does not know. */
export const EXIT = { good: 0, bad: 1, usage: 2 } as const;

/** Thrown for what the person at the terminal can put right; the message is one line. */
export class UsageError extends Error {}

export const processTerminal: Terminal = {
  out: (text) =>
    new Promise((resolve, reject) =>
      // Who has read enough (`| head`) closes the pipe: no fault, and the command still ends in order.
      process.stdout.write(text, (error) =>
        error && !('code' in error && error.code === 'EPIPE') ? reject(error) : resolve(),
      ),
    ),
  err: (line) => void process.stderr.write(`${line}\n`),
  async secret(prompt) {
    const typed = process.stdin.isTTY;
    // As a terminal the line editor switches the echo off; what it would draw itself goes nowhere.
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: process.stdin, output: nowhere, terminal: typed });
    if (typed) process.stderr.write(prompt);
    try {
      for await (const line of lines) return line;
      return null;
    } finally {
      lines.close();
      if (typed) process.stderr.write('\n');
    }
  },
};
