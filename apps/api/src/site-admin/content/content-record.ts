import type { NewAuditEvent, Signal } from '@keyholder/db';
import type { ContentKind } from '@keyholder/domain';
import type { SitePlace } from '../site-place.ts';
import { textFacts } from '../text-facts.ts';
import type { ContentText } from './content-repository.ts';

type Verb = 'created' | 'updated' | 'published' | 'unpublished' | 'deleted';

export const contentEvent = (
  verb: Verb,
  { siteId }: SitePlace,
  { kind, id }: { readonly kind: ContentKind; readonly id: string },
  facts: Pick<NewAuditEvent, 'before' | 'after'>,
): NewAuditEvent => ({ action: `${kind}.${verb}`, target: { kind, id }, siteId, ...facts });

/** What is recorded of a text: the body by its size and hash. */
export const recordedText = ({ title, slug, body }: ContentText) => ({
  title,
  slug,
  ...textFacts('body', body),
});

/** Open pages of the site ask again. It names the site alone: who may read one area learns nothing of another. */
export const contentSignal = ({ siteId }: SitePlace): Signal => ({
  event: 'site_content.changed',
  id: siteId,
  siteId,
});
