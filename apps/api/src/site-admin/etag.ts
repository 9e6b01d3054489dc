import { fail } from '@keyholder/domain';

/** A strong etag of a row that counts its changes: the same version is the same state, byte for byte (RFC 9110). */
export const etagOf = ({ version }: { readonly version: number }): string => `"${version}"`;

/** What the caller saw, or null when they do not mind what is there now. */
export const ifMatchOf = (c: {
  readonly req: { header(name: 'if-match'): string | undefined };
}): string | null => c.req.header('if-match') ?? null;

/**
 * Stops an edit of something that is another by now, under the lock, so that nobody overwrites unseen. The refusal
 * carries `current`: the interface shows their change next to yours. Only strong tags match; `*` is whatever is there.
 */
export function requireMatch<View extends { readonly etag: string }>(
  ifMatch: string | null,
  current: View,
): void {
  if (ifMatch === null) return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(current.etag)) fail('content.changed', { current });
}
