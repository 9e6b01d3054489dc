import { HONEYPOT_KEY } from '@keyholder/domain';
import { describe, expect, it } from 'vitest';
import { keyFrom } from './field-key.ts';

const none = new Set<string>();

describe('The key of a field', () => {
  it.each([
    ['Your e-mail?', 'your_e_mail'],
    ['  Prénom  ', 'prenom'],
    ['2nd guest', 'field_2nd_guest'],
    ['電話', 'field'],
    ['', ''],
  ])('out of %j is %j', (label, key) => expect(keyFrom(label, none)).toBe(key));

  it('is no other field’s, and not the one that catches programs', () => {
    expect(keyFrom('Name', new Set(['name', 'name_2']))).toBe('name_3');
    expect(keyFrom('Homepage', none)).toBe(`${HONEYPOT_KEY}_2`);
  });

  it('is short enough, also when it is numbered', () => {
    const long = keyFrom('a'.repeat(80), none);
    expect(long).toHaveLength(40);
    expect(keyFrom('a'.repeat(80), new Set([long]))).toMatch(/^a{38}_2$/);
  });
});
