import type { NewAuditEvent } from '@keyholder/db';
import type { SitePlace } from '../site-place.ts';
import type { RedirectRule } from './redirect-repository.ts';

export const redirectEvent = (
  verb: 'created' | 'updated' | 'deleted',
  { siteId }: SitePlace,
  id: string,
  facts: { readonly before?: RedirectRule; readonly after?: RedirectRule },
): NewAuditEvent => ({
  action: `redirect.${verb}`,
  target: { kind: 'redirect', id },
  siteId,
  ...(facts.before ? { before: recorded(facts.before) } : {}),
  ...(facts.after ? { after: recorded(facts.after) } : {}),
});

const recorded = ({ path, target, status }: RedirectRule) => ({ path, target, status });
