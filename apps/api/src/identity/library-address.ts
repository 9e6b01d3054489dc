import type { EmailAddress } from '@keyholder/domain';

/** What the library takes for an address; it refuses international top-level domains and some rarer signs. */
const PLAIN = /^[a-z0-9_+-]+([.'][a-z0-9_+-]+)*@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;
const STAND_IN = /^([0-9a-f]+)@keyholder\.invalid$/;

/** An address in the form the library sees: itself, or a stand-in for one that it would refuse. */
export const toLibrary = (email: EmailAddress): string =>
  PLAIN.test(email) && !STAND_IN.test(email)
    ? email
    : `${Buffer.from(email).toString('hex')}@keyholder.invalid`;

/** The address that is meant; the database only ever holds this one. */
export function fromLibrary(text: string): EmailAddress {
  const hex = STAND_IN.exec(text)?.[1];
  return (hex === undefined ? text : Buffer.from(hex, 'hex').toString()) as EmailAddress;
}
