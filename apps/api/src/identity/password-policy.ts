import { readFileSync } from 'node:fs';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

// Shorter ones never get as far as the list (docs/decisions/0005-common-passwords.md).
const COMMON: ReadonlySet<string> = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n'),
);

/**
 * Why a new password is refused, in words for its field, or null: 12 to 256 characters, not one that everybody tries
 * first. No rules of composition (security.md D7).
 */
export function passwordFault(password: string): string | null {
  if ([...password].length < SHORTEST_PASSWORD) return `Use at least ${SHORTEST_PASSWORD} characters.`;
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  if (!password.isWellFormed()) return 'Use characters that can be typed.';
  if (COMMON.has(password.toLowerCase()) || new Set(password).size < 3)
    return 'Many people use this password. Choose one of your own.';
  return null;
}
