import { parseHead, verifyChain } from '@keyholder/db';
import type { ChainHead, ChainVerdict } from '@keyholder/db';
import type { Env } from '../env.ts';
import { accountsOf } from './accounts.ts';
import type { Command, Given } from './command.ts';
import { existingKeys, withDatabase } from './open.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { verifyFile, verifySelection } from './verify-file.ts';

/** `audit verify`: of every account, of one, or of an exported file. */
export const auditVerify: Command = {
  words: 'audit verify',
  usage: [
    'audit verify [--account slug [--head number:code]]',
    'audit verify [--selection | --head number:code] file.ndjson',
  ],
  help: `Computes the chain of events anew with the key that is outside the database, and names the first event that is not what was
written or is missing, also when events were cut off the end. A file is checked with the key alone.
  --head       what "audit head" or the log of Keyholder said at another time: the chain must reach that far and be the same
  --selection  the export was made with a filter, so events between may be left out`,
  options: { account: { type: 'string' }, head: { type: 'string' }, selection: { type: 'boolean' } },
  run(env, terminal, given) {
    const [file, ...more] = given.rest;
    const [account, head, selection] = [given.text('account'), given.text('head'), given.flag('selection')];
    const fits =
      file === undefined
        ? !selection && (head === undefined || account !== undefined)
        : account === undefined && !(selection && head !== undefined);
    return fits && more.length === 0 ? verify(env, terminal, given, file) : null;
  },
};

async function verify(
  env: Env,
  terminal: Terminal,
  { text, flag }: Given,
  file: string | undefined,
): Promise<number> {
  const { audit: key } = existingKeys(env);
  const heads = headsOf(text('head'));
  if (file !== undefined) {
    const verdict = await (flag('selection') ? verifySelection(file, key) : verifyFile(file, key, heads));
    if (verdict.events === 0) throw new UsageError(`${file} holds no event.`);
    return report(terminal, file, verdict);
  }
  return withDatabase(env, async (database) => {
    let exit: number = EXIT.good;
    for (const { id, slug } of await accountsOf(database, text('account')))
      exit = Math.max(exit, await report(terminal, slug, await verifyChain(database, key, id, heads)));
    return exit;
  });
}

function headsOf(text: string | undefined): ChainHead[] {
  if (text === undefined) return [];
  const head = parseHead(text);
  if (!head)
    throw new UsageError(
      '--head should be what "audit head" prints: a number, a colon and 64 hexadecimal digits.',
    );
  return [head];
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
  const what = {
    missing: `event ${bad.seq} is missing`,
    changed: `event ${bad.seq} is not what was written${bad.id === null ? '' : ` (id ${bad.id})`}`,
    unproven: `events from ${bad.seq} on may be missing, because the record of how far the log reaches is gone or another one`,
  };
  return `${count}, BROKEN: ${what[bad.problem]}`;
}
