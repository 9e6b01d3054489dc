import { forgetToken, takeToken } from '../session/fragment-token.ts';

const KEY = 'keyholder.invitation';

/**
 * The token of the invitation in progress: out of the address, else as this tab has kept it, so that reload, sign-in and
 * a forgotten password come back to it.
 */
export function keptToken(): string | null {
  const taken = takeToken();
  try {
    if (taken === null) return sessionStorage.getItem(KEY);
    sessionStorage.setItem(KEY, taken);
  } catch {
    // Without storage it lives as long as the page.
  }
  return taken;
}

/** Whether an invitation waits in this tab. */
export function isInvitationKept(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Accepted or declined: nothing of it stays. */
export function dropToken(): void {
  forgetToken();
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There was nothing to remove.
  }
}
