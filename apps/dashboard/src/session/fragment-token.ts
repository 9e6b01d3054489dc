let held: { path: string; token: string } | null = null;

/**
 * The token after `#`, taken out of the address before anything else happens, so that no history, referrer or
 * screenshot keeps it. Lives in memory only.
 */
export function takeToken(): string | null {
  const fragment = decodeURIComponent(location.hash.slice(1)).replace(/^token=/, '');
  if (fragment !== '') {
    held = { path: location.pathname, token: fragment };
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return held?.path === location.pathname ? held.token : null;
}
