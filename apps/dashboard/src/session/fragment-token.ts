const PAGES: readonly string[] = ['/invitation', '/verify-email', '/reset-password'];
let held: { path: string; token: string } | null = null;
let ending: URLSearchParams | undefined;

/** How a way to an identity provider ended that did not lead in: it comes in the fragment, too. */
export const ssoEnding = (): URLSearchParams | undefined => ending;

/**
 * The token after `#`, taken out of the address before anything else happens, so that no history, referrer or
 * screenshot keeps it. Lives in memory only. The program starts with it, before its router has read the address.
 */
export function takeToken(): string | null {
  const path = location.pathname;
  if (location.hash.startsWith('#sso=')) {
    ending = new URLSearchParams(location.hash.slice(1));
    history.replaceState(history.state, '', path + location.search);
  }
  if (!PAGES.includes(path)) return null;
  const token = decoded(location.hash.slice(1)).replace(/^token=/, '');
  if (token !== '') {
    held = { path, token };
    history.replaceState(history.state, '', path + location.search);
  }
  return held?.path === path ? held.token : null;
}

export const forgetToken = (): void => {
  held = null;
};

/** A link that a mail program has cut in the middle of an escape is still only a wrong token. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
