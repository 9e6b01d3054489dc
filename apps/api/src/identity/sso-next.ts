/** Where a sign-in may lead: a path of ours, written plainly. Anything else leads home. */
const PATH = /^\/(?![/\\])[A-Za-z0-9\-._~/?=&%+,:@]{0,500}$/;

export const safePath = (next: string | undefined): string =>
  next !== undefined && PATH.test(next) && URL.parse(next, 'http://here.invalid')?.host === 'here.invalid'
    ? next
    : '/';

/** The page that tells how a way to the provider ended, when it did not end well. */
export function endingPage(
  next: string,
  ending: string,
  facts: Readonly<Record<string, string>> = {},
): string {
  // In the fragment, because an address is nobody's business but the browser's.
  const fragment = new URLSearchParams({ sso: ending, ...facts }).toString();
  return next.startsWith('/invitation') ? `/invitation#${fragment}` : `/sign-in#${fragment}`;
}
