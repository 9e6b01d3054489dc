import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import type { RedirectId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { placeOf } from '../site-place.ts';
import { judgeImport } from './judge-import.ts';
import type { ImportRow, Verdict } from './judge-import.ts';
import { redirectEvent } from './redirect-record.ts';
import { readSiteRedirects, saveNewRedirects } from './redirect-repository.ts';
import type { ImportResult } from './redirect-view.ts';

/** What would become of each row if it were imported now; changes nothing. */
export async function previewImport(
  { read }: Pick<Deps, 'read'>,
  site: SiteAccess,
  rows: readonly ImportRow[],
): Promise<readonly ImportResult[]> {
  const { redirects, domain } = await read((db) => readSiteRedirects(db, placeOf(site)));
  return judgeImport(redirects, domain, rows).map(resultOf);
}

/** Adds every row that may be added; the others are refused each for itself. */
export function importRedirects(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  rows: readonly ImportRow[],
): Promise<readonly ImportResult[]> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'redirects.write', now);
    const { redirects, domain } = await readSiteRedirects(tx, place);
    const verdicts = judgeImport(redirects, domain, rows);
    const created = verdicts.flatMap((one) => (one.ok ? [{ id: newId<RedirectId>(), ...one.rule }] : []));
    const [first, ...more] = created.map(({ id, ...after }) =>
      redirectEvent('created', place, id, { after }),
    );
    const result = verdicts.map(resultOf);
    if (!first) return { unchanged: true, result };

    await saveNewRedirects(tx, place, created, caller.userId, now);

    return { result, events: [first, ...more], signals: [contentSignal(place)] };
  });
}

function resultOf(verdict: Verdict): ImportResult {
  if (verdict.ok) return { row: verdict.row, status: 'ok', redirect: verdict.rule };
  const { row, code, fields, hops, redirect } = verdict;
  return {
    ...{ row, status: 'refused' },
    ...(code ? { code } : {}),
    ...(fields ? { fields } : {}),
    ...(hops ? { hops } : {}),
    ...(redirect ? { redirect } : {}),
  };
}
