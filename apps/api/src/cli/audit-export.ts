import { auditFile } from '../audit/export-audit-events.ts';
import type { ExportFormat } from '../audit/export-audit-events.ts';
import type { Env } from '../env.ts';
import { accountsOf } from './accounts.ts';
import { withDatabase } from './open.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** `audit export`: the whole log of one account, to standard output. */
export const auditExport = (
  env: Env,
  { out }: Terminal,
  { account, format }: { readonly account: string | undefined; readonly format: ExportFormat },
): Promise<number> =>
  withDatabase(env, async (database) => {
    const [one, another] = await accountsOf(database, account);
    if (!one) throw new UsageError('There is no account yet.');
    if (another) throw new UsageError('There are several accounts: name one with --account.');
    for await (const part of auditFile(database, one.id, format, {})) await out(part);
    return EXIT.good;
  });
