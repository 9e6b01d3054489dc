import { parseArgs } from 'node:util';
import { NoDatabase } from '@keyholder/db';
import { EnvError, readEnv } from '../env.ts';
import { auditExport } from './audit-export.ts';
import { auditVerify } from './audit-verify.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `pnpm keyholder audit verify [--account slug]
pnpm keyholder audit verify [--selection] file.ndjson    --selection: the export was made with a filter
pnpm keyholder audit export [--account slug] [--format ndjson|csv] > file

Reads the same settings as Keyholder itself. Ends with 0 when all is well, 1 when the log is not what was written, 2 when
the command was not understood or cannot run.`;

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
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      account: { type: 'string' },
      format: { type: 'string' },
      selection: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    await terminal.out(`${USAGE}\n`);
    return EXIT.good;
  }
  const [area, verb, file, ...rest] = positionals;
  const { account, format = 'ndjson', selection = false } = values;
  if (area === 'audit' && rest.length === 0) {
    const fileAlone = file === undefined || account === undefined;
    if (verb === 'verify' && values.format === undefined && fileAlone && (file !== undefined || !selection))
      return auditVerify(readEnv(source), terminal, { account, file, selection });
    if (verb === 'export' && file === undefined && !selection && (format === 'ndjson' || format === 'csv'))
      return auditExport(readEnv(source), terminal, { account, format });
  }
  terminal.err(USAGE);
  return EXIT.usage;
}
