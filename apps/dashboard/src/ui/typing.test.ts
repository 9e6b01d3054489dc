import { describe, expect, it } from 'vitest';
import { followTyping, nextChoice } from './typing.ts';

const ENTRIES = [
  ['Owner', 'OW'],
  ['Developer', 'DV'],
  ['SEO Specialist', 'SE'],
  ['Support Agent', 'SA'],
  null,
];

describe('letters typed on a list', () => {
  it('make a word without a pause, and begin anew after one', () => {
    expect(followTyping({ text: 's', at: 100 }, 'U', 300)).toEqual({ text: 'su', at: 300 });
    expect(followTyping({ text: 's', at: 100 }, 'u', 900)).toEqual({ text: 'u', at: 900 });
    expect(followTyping({ text: 's', at: 100 }, 's', 300)).toEqual({ text: 's', at: 300 });
  });
  it('lead to the next entry with a letter, and to the one that a word begins', () => {
    expect(nextChoice(ENTRIES, 's', -1)).toBe(2);
    expect(nextChoice(ENTRIES, 's', 2)).toBe(3);
    expect(nextChoice(ENTRIES, 's', 3)).toBe(2);
    expect(nextChoice(ENTRIES, 'sa', 2)).toBe(3);
    expect(nextChoice(ENTRIES, 'x', 2)).toBe(-1);
  });
});
