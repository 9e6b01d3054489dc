import { canonicalEmail } from '@keyholder/domain';
import type { EmailAddress } from '@keyholder/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fromLibrary, toLibrary } from './library-address.ts';

const local = fc.stringMatching(/^[a-z0-9!#$&'*+/=?^_`{|}~-]{1,20}(\.[a-z0-9!#$&'*+/=?^_`{|}~-]{1,20})?$/);
const domain = fc.constantFrom(
  'example.test',
  'xn--80a1acny.xn--p1ai',
  'a-b.co',
  'x1.example',
  'keyholder.invalid',
);

describe('an address for the library', () => {
  it('is always one that the library takes, and always leads back', () => {
    fc.assert(
      fc.property(local, domain, (before, after) => {
        const email = canonicalEmail(`${before}@${after}`);
        fc.pre(email !== null);
        expect(z.email().safeParse(toLibrary(email!)).success).toBe(true);
        expect(fromLibrary(toLibrary(email!).toLowerCase())).toBe(email);
      }),
    );
  });

  it('is the address itself where the library takes it', () => {
    expect(toLibrary('ann+tag@example.test' as EmailAddress)).toBe('ann+tag@example.test');
  });

  it('does not let anybody write somebody else’s stand-in', () => {
    const standIn = toLibrary('ann!@example.test' as EmailAddress) as EmailAddress;
    expect(fromLibrary(toLibrary(standIn))).toBe(standIn);
  });
});
