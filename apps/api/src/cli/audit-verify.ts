import { verifyChain } from '@keyholder/db';
import type { ChainVerdict } from '@keyholder/db';
import type { Env } from '../env.ts';
import { accountsOf } from './accounts.ts';
import { existingKeys, withDatabase } from './open.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { verifyFile, verifySelection } from './verify-file.ts';

export interface VerifyRequest {
  readonly account: string | undefined;
  readonly file: string | undefined;
  /** The file was made with a filter. */
  readonly selection: boolean;
}

/** `audit verify`: of every account, of one, or of an exported file. */
export async function auditVerify(
  env: Env,
  terminal: Terminal,
  { account, file, selection }: VerifyRequest,
): Promise<number> {
  const { audit: key } = existingKeys(env);
  if (file !== undefined) {
    const verdict = await (selection ? verifySelection : verifyFile)(file, key);
    if (verdict.events === 0) throw new UsageError(`${file} holds no event.`);
    return report(terminal, file, verdict);
  }
  return withDatabase(env, async (database) => {
    let exit: number = EXIT.good;
    for (const { id, slug } of await accountsOf(database, account))
      exit = Math.max(exit, await report(terminal, slug, await verifyChain(database, key, id)));
    return exit;
  });
}

async function report(
  { out }: Terminal,
  what: string,
  { events, intact, firstBad }: ChainVerdict,
): Promise<number> {
  await out(`${what}: ${verdictText(events, firstBad)}\n`);
  return intact ? EXIT.good : EXIT.bad;
}

function verdictText(events: number, bad: ChainVerdict['firstBad']): string {
  const count = `${events} ${events === 1 ? 'event' : 'events'}`;
  if (!bad) return `${count}, chain intact`;
  return bad.problem === 'missing'
    ? `${count}, BROKEN: event ${bad.seq} is missing`
    : `${count}, BROKEN: event ${bad.seq} is not what was written${bad.id === null ? '' : ` (id ${bad.id})`}`;
}
