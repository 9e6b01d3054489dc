import { describe, expect, it } from 'vitest';
import { agoText, dayClockText, momentText, spanText, untilText } from './time-text.ts';

const now = new Date(2026, 10, 20, 12, 0, 0).getTime();
const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

describe('time in words', () => {
  it.each([
    [5_000, 'just now'],
    [MIN, '1 minute ago'],
    [12 * MIN, '12 minutes ago'],
    [3 * HOUR, '3 hours ago'],
    [20 * HOUR, 'yesterday'],
    [3 * DAY, '3 days ago'],
    [104 * DAY, '104 days ago'],
  ])('says how long ago %i ms was', (gone, text) => expect(agoText(now - gone, now)).toBe(text));

  it.each([
    [48 * HOUR - 1_000, 'in 48 hours'],
    [46 * HOUR, 'in 46 hours'],
    [3 * HOUR, 'in 3 hours'],
    [25 * MIN, 'in 25 minutes'],
    [4 * MIN + 12_000, 'in 4 min 12 s'],
    [500, 'in 1 s'],
    [7 * DAY, 'in 7 days'],
  ])('says how long %i ms is', (left, text) => expect(untilText(now + left, now)).toBe(text));

  it('names a moment', () => {
    const at = new Date(2026, 10, 22, 9, 14).getTime();
    expect(momentText(at)).toBe('Sunday 22 Nov, 09:14');
    expect(dayClockText(at)).toBe('22 Nov, 09:14');
  });

  it('counts what is left in seconds and minutes', () => {
    expect([spanText(0), spanText(18_000), spanText(60_000), spanText(90_000)]).toEqual([
      '0 s',
      '18 s',
      '1 min',
      '1 min 30 s',
    ]);
  });
});
