import { NO_CODE, changedParts, fail } from '@keyholder/domain';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { pageFields } from '../../lists/query.ts';
import { placeOf } from '../site-place.ts';
import { countVersions, readNewest, readVersions } from './code-repository.ts';
import { viewCode, viewCodeVersion } from './code-view.ts';
import type { CodeView } from './code-view.ts';

export const codeHistoryQuery = z.strictObject({ limit: pageFields.limit, cursor: pageFields.cursor });

/** The code that is in force. */
export const readCode = async ({ read }: Pick<Deps, 'read'>, site: SiteAccess): Promise<CodeView> =>
  viewCode(await read((db) => readNewest(db, placeOf(site))));

/** One version that is still kept. `version` is what stands in the path. */
export async function readCodeVersion(
  { read }: Pick<Deps, 'read'>,
  site: SiteAccess,
  version: string,
): Promise<CodeView> {
  const number = /^[1-9]\d{0,8}$/.test(version) ? Number(version) : fail('not_found');
  const [found] = await read((db) => readVersions(db, placeOf(site), 1, number + 1));
  return found?.version === number ? viewCode(found) : fail('not_found');
}

/** The versions of a site's code, newest first, each with the parts that it changed. */
export async function listCodeVersions(
  { read, cursors }: Pick<Deps, 'read' | 'cursors'>,
  site: SiteAccess,
  { limit, cursor }: z.infer<typeof codeHistoryQuery>,
) {
  const place = placeOf(site);
  const list = JSON.stringify(['code', site.id]);
  const before = cursor === undefined ? undefined : Number(cursors.decode(list, cursor)[0]);
  const [found, total] = await Promise.all([
    read((db) => readVersions(db, place, limit + 1, before)),
    read((db) => countVersions(db, place)),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((code, index) => viewCodeVersion(code, changedParts(found[index + 1] ?? NO_CODE, code))),
    nextCursor: last && found.length > limit ? cursors.encode(list, [last.version]) : null,
    total,
  };
}
