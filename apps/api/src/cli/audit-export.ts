import { auditFile } from '../audit/export-audit-events.ts';
import type { ExportFormat } from '../audit/export-audit-events.ts';
import type { Env } from '../env.ts';
import { oneAccount } from './accounts.ts';
import type { Command } from './command.ts';
import { withDatabase } from './open.ts';
import { EXIT } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** `audit export`: the whole log of one account, to standard output. */
export const auditExport: Command = {
  words: 'audit export',
  usage: ['audit export [--account slug] [--format ndjson|csv] > file'],
  help: `Writes the whole log of one account to standard output, oldest event first. As NDJSON each line is what was signed, so that
"audit verify file" can check it with nothing but the key. With one account only, --account may be left out.`,
  options: { account: { type: 'string' }, format: { type: 'string' } },
  run(env, terminal, { text, rest }) {
    const format = text('format') ?? 'ndjson';
    if (rest.length > 0 || (format !== 'ndjson' && format !== 'csv')) return null;
    return write(env, terminal, text('account'), format);
  },
};

const write = (env: Env, { out }: Terminal, account: string | undefined, format: ExportFormat) =>
  withDatabase(env, async (database) => {
    const { id } = await oneAccount(database, account);
    for await (const part of auditFile(database, id, format, {})) await out(part);
    return EXIT.good;
  });
