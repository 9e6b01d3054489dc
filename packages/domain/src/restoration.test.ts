import { describe, expect, it } from 'vitest';
import { RESTORABLE_MS, decideRestoration } from './index.ts';
import { verdict } from './testing/people.ts';

describe('a restoration', () => {
  const removedAt = new Date('2026-05-27T14:05:00.000Z');
  const after = (ms: number): Date => new Date(removedAt.getTime() + ms);

  it('is possible until the last millisecond of the 90 days after the removal [R33]', () => {
    expect(RESTORABLE_MS).toBe(7_776_000_000);
    expect(verdict(decideRestoration(removedAt, after(0)))).toBe('allowed');
    expect(verdict(decideRestoration(removedAt, after(90 * 86_400_000 - 1)))).toBe('allowed');
    expect(verdict(decideRestoration(removedAt, after(90 * 86_400_000)))).toBe('member.not_restorable');
    expect(verdict(decideRestoration(removedAt, after(400 * 86_400_000)))).toBe('member.not_restorable');
  });

  it('of somebody who was never removed finds nobody', () => {
    expect(verdict(decideRestoration(null, removedAt))).toBe('member.not_found');
  });
});
