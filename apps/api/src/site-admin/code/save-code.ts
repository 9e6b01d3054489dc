import type { CommandContext } from '@keyholder/db';
import { CODE_VERSIONS_KEPT, NO_CODE, changedParts } from '@keyholder/domain';
import type { CodePart, SiteCode } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { textFacts } from '../text-facts.ts';
import { deleteVersions, readNewest, saveVersion } from './code-repository.ts';
import { viewCode } from './code-view.ts';
import type { CodeView } from './code-view.ts';

/** Saves the next version of a site's code; an old version comes back by saving it again. */
export function saveCode(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  code: SiteCode,
  ifMatch: string | null,
): Promise<CodeView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'code.write', now);
    const before = await readNewest(tx, place);
    requireMatch(ifMatch, viewCode(before));
    const changed = changedParts(before ?? NO_CODE, code);
    if (changed.length === 0) return { unchanged: true, result: viewCode(before) };

    const version = (before?.version ?? 0) + 1;
    await saveVersion(tx, place, version, code, caller.userId, now);
    await deleteVersions(tx, place, version - CODE_VERSIONS_KEPT);

    return {
      result: viewCode(await readNewest(tx, place)),
      events: [
        {
          action: 'code.updated',
          target: { kind: 'site', id: place.siteId },
          siteId: place.siteId,
          before: recorded(version - 1, before ?? NO_CODE, changed),
          after: recorded(version, code, changed),
        },
      ],
      signals: [contentSignal(place)],
    };
  });
}

/** The parts that changed, by size and hash: the texts themselves are in the history. */
function recorded(
  version: number,
  code: SiteCode,
  parts: readonly CodePart[],
): Readonly<Record<string, string | number>> {
  const facts = parts.flatMap((part) => Object.entries(textFacts(part, code[part])));
  return { version, ...Object.fromEntries(facts) };
}
