import { parseArgs } from 'node:util';
import { NoDatabase } from '@keyholder/db';
import { EnvError, readEnv } from '../env.ts';
import { auditExport } from './audit-export.ts';
import { auditHead } from './audit-head.ts';
import { auditVerify } from './audit-verify.ts';
import type { Command } from './command.ts';
import { createOwner } from './create-owner.ts';
import { membersList } from './members-list.ts';
import { resendExpired } from './resend-expired.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  auditVerify,
  auditHead,
  auditExport,
  membersList,
  resendExpired,
  createOwner,
];
const HELP = { help: { type: 'boolean', short: 'h' } } as const;

const USAGE = `${COMMANDS.flatMap(({ usage }) => usage.map((line) => `pnpm keyholder ${line}`)).join('\n')}

Each explains itself with --help. They read the same settings as Keyholder itself. Ends with 0 when all is well, 1 when the log
is not what was written or something was refused, 2 when the command was not understood or cannot run.`;

/** The `keyholder` command line; answers the exit code. */
export async function runCli(
  args: readonly string[],
  source: Record<string, string | undefined> | undefined,
  terminal: Terminal,
): Promise<number> {
  try {
    return await choose(args, source, terminal);
  } catch (error) {
    if (!isPlain(error)) throw error;
    terminal.err(error.message);
    return EXIT.usage;
  }
}

/** What the person at the terminal can put right is one line; the rest keeps its stack. */
const isPlain = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof EnvError ||
  error instanceof NoDatabase ||
  (error instanceof Error && 'code' in error && /^(ERR_PARSE_ARGS|ENOENT|EISDIR)/.test(String(error.code)));

async function choose(
  args: readonly string[],
  source: Record<string, string | undefined> | undefined,
  terminal: Terminal,
): Promise<number> {
  const command = COMMANDS.find(({ words }) => words === args.slice(0, 2).join(' '));
  if (!command) return explain(args, terminal);
  const parsed = parseArgs({
    args: args.slice(2),
    allowPositionals: true,
    options: { ...command.options, ...HELP },
  });
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const forms = command.usage.map((line) => `pnpm keyholder ${line}`).join('\n');
  if (values['help']) {
    await terminal.out(`${forms}\n\n${command.help}\n`);
    return EXIT.good;
  }
  const ended = command.run(readEnv(source), terminal, {
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
    rest: parsed.positionals,
  });
  if (ended !== null) return ended;
  terminal.err(forms);
  return EXIT.usage;
}

async function explain(args: readonly string[], terminal: Terminal): Promise<number> {
  if (!args.some((arg) => arg === '--help' || arg === '-h')) {
    terminal.err(USAGE);
    return EXIT.usage;
  }
  await terminal.out(`${USAGE}\n`);
  return EXIT.good;
}
