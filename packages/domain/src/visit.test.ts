import { describe, expect, it } from 'vitest';
import {
  canonicalDay,
  dayAfter,
  daysBetween,
  referrerHost,
  spanDays,
  visitDay,
  visitedPath,
} from './index.ts';
import type { Day } from './index.ts';

const NOW = new Date('2026-03-01T00:02:00Z');
const at = (text: string) => visitDay(new Date(text), NOW);

describe('the day of a visit', () => {
  it('is the one in UTC, up to two days ago', () => {
    expect(at('2026-03-01T00:00:00+01:00')).toBe('2026-02-28');
    expect(at('2026-02-27T00:02:00.000Z')).toBe('2026-02-27');
    expect(at('2026-02-27T00:01:59.999Z')).toBeNull();
  });

  it('is today when a clock is a little ahead, and none when it is far ahead', () => {
    expect(at('2026-03-01T00:07:00Z')).toBe('2026-03-01');
    expect(at('2026-03-01T00:07:00.001Z')).toBeNull();
    expect(visitDay(new Date('2026-03-01T00:01:00Z'), new Date('2026-02-28T23:58:00Z'))).toBe('2026-02-28');
  });
});

describe('a span of days', () => {
  it('counts both ends, also over months and leap years', () => {
    expect(daysBetween('2028-02-28' as Day, '2028-03-01' as Day)).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
    expect(spanDays('2026-03-01' as Day, '2026-03-01' as Day)).toBe(1);
    expect(spanDays('2026-03-02' as Day, '2026-03-01' as Day)).toBe(0);
    expect(daysBetween('2026-03-02' as Day, '2026-03-01' as Day)).toEqual([]);
    expect(dayAfter('2026-03-01' as Day, -1)).toBe('2026-02-28');
  });

  it('is made of days of the calendar', () => {
    expect(canonicalDay('2028-02-29')).toBe('2028-02-29');
    for (const odd of [
      '2026-02-29',
      '2026-13-01',
      '26-01-01',
      '2026-1-1',
      '1969-12-31',
      '2026-01-01T00:00',
      '',
    ])
      expect(canonicalDay(odd)).toBeNull();
  });
});

describe('what is kept of a visit', () => {
  it.each([
    ['/prices', '/prices'],
    ['/prices?mail=a@b.test', '/prices'],
    ['/prices#team', '/prices'],
    ['/caf\u0065\u0301', '/caf\u00e9'],
    ['?a=b', null],
    ['prices', null],
    ['/a b', null],
    ['/a\\b', null],
    ['/a\u202eb', null],
    ['/a\nb', null],
    [`/${'x'.repeat(511)}`, `/${'x'.repeat(511)}`],
    [`/${'x'.repeat(512)}`, null],
  ])('of the page %j is %j', (text, path) => {
    expect(visitedPath(text)).toBe(path);
  });

  it.each([
    ['https://Search.example/find?q=private', 'search.example'],
    ['https://user:secret@search.example:8443/', 'search.example'],
    ['http://192.0.2.1/', null],
    ['javascript:alert(1)', null],
    ['search.example', null],
    ['', null],
  ])('of the referrer %j is %j', (text, host) => {
    expect(referrerHost(text)).toBe(host);
  });
});
