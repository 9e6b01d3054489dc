/** A path of our own origin to continue with, or undefined: never another host, never `//host` or `/\host`. */
export function safeNext(next: unknown): string | undefined {
  if (typeof next !== 'string' || !next.startsWith('/')) return undefined;
  try {
    const url = new URL(next, location.origin);
    return url.origin === location.origin && !next.startsWith('//') && !next.includes('\\')
      ? url.pathname + url.search + url.hash
      : undefined;
  } catch {
    return undefined;
  }
}
