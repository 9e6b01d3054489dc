const KEY = 'keyholder.account';

/** The account used last in this browser: where `/` goes. */
export function lastAccount(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
export function rememberAccount(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Without storage `/` opens the first account.
  }
}
