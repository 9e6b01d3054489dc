import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves absent values out', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, { z: null, y: 'é' }] } })).toBe(
      '{"a":{"c":[2,{"y":"é","z":null}]},"b":1}',
    );
  });

  it('is the same for what comes back from JSON', () => {
    const value = { at: new Date(0), list: ['x', null], nested: { '10': true, '9': false, a: '' } };
    expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
  });

  it('tells apart what differs', () => {
    const texts = [{}, { a: null }, { a: '' }, { a: [] }, { a: {} }, { a: '1' }, { a: 1 }, { ab: 1 }].map(
      canonicalJson,
    );
    expect(new Set(texts).size).toBe(texts.length);
  });
});
