import { canonicalDomain } from './domain-name.ts';
import type { EmailAddress } from './ids.ts';

/** Tested before lower-casing: U+212A, the Kelvin sign, would become an ordinary k, and its owner somebody else. */
const LOCAL = /^[a-zA-Z0-9!#$&'*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$&'*+/=?^_`{|}~-]+)*$/;
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/u;

/** Characters accepted before any work is done: longer input is refused unread. */
const LONGEST_INPUT = 320;

/**
 * The one form under which an address is stored, compared and mailed, or null when it is not an address
 * that Keyholder takes. ASCII spaces around it are dropped; the local part is ASCII in lower case; the domain is
 * brought to ASCII by UTS-46. No provider rules: dots and plus signs count. At most 64 + 1 + 253, 254 in all.
 * Source: security.md 1.11.1.
 */
export function canonicalEmail(input: string): EmailAddress | null {
  if (input.length > LONGEST_INPUT) return null;
  const text = input.replace(/^ +| +$/g, '');
  if (INVISIBLE.test(text)) return null;
  const at = text.indexOf('@');
  if (at < 1 || at !== text.lastIndexOf('@')) return null;
  const local = text.slice(0, at);
  const domain = canonicalDomain(text.slice(at + 1));
  if (domain === null || local.length > 64 || !LOCAL.test(local)) return null;
  const address = `${local.toLowerCase()}@${domain}`;
  return address.length > 254 ? null : (address as EmailAddress);
}
