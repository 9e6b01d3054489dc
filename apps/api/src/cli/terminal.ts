/** Where a command writes: the terminal, or a test. */
export interface Terminal {
  out(text: string): Promise<void>;
  err(line: string): void;
}

/** What a command ends with: good, something is wrong with what was looked at, asked for in a way it does not know. */
export const EXIT = { good: 0, bad: 1, usage: 2 } as const;

/** Thrown for what the person at the terminal can put right; the message is one line. */
export class UsageError extends Error {}

export const processTerminal: Terminal = {
  out: (text) =>
    new Promise((resolve, reject) =>
      process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
    ),
  err: (line) => void process.stderr.write(`${line}\n`),
};
