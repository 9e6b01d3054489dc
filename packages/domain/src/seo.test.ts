import { describe, expect, it } from 'vitest';
import { lengthHint, missingSeo } from './index.ts';

describe('a length hint', () => {
  it.each([
    ['title', null, 'missing'],
    ['title', 'x'.repeat(29), 'short'],
    ['title', 'x'.repeat(30), 'good'],
    ['title', 'x'.repeat(60), 'good'],
    ['title', 'x'.repeat(61), 'long'],
    ['description', 'x'.repeat(69), 'short'],
    ['description', 'x'.repeat(160), 'good'],
    ['description', 'x'.repeat(161), 'long'],
  ] as const)('for a %s of %s is %s', (field, text, verdict) => {
    expect(lengthHint(field, text)).toMatchObject({ verdict, length: text?.length ?? 0 });
  });

  it('counts what a person sees', () => {
    expect(lengthHint('title', '👩‍👩‍👧‍👦'.repeat(30))).toMatchObject({ length: 30, verdict: 'good' });
  });
});

describe('the list of what is missing', () => {
  it('names the fields in order', () => {
    expect(missingSeo({ title: null, description: null })).toEqual(['title', 'description']);
    expect(missingSeo({ title: 'Coffee', description: null })).toEqual(['description']);
    expect(missingSeo({ title: 'Coffee', description: 'Beans' })).toEqual([]);
  });
});
