import { fail } from '@keyholder/domain';
import type { ContentId, ContentKind } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import { placeOf } from '../site-place.ts';
import { readContent } from './content-repository.ts';
import { viewContent } from './content-view.ts';
import type { ContentView } from './content-view.ts';

/** One page or post with its body. */
export async function readOneContent(
  { read }: Pick<Deps, 'read'>,
  site: SiteAccess,
  { kind, id }: { readonly kind: ContentKind; readonly id: ContentId | null },
): Promise<ContentView> {
  const found = id && (await read((db) => readContent(db, placeOf(site), kind, id)));
  return viewContent(found ?? fail('not_found'));
}
