import { describe, expect, it } from 'vitest';
import { blockOf, isIn, moved, type At } from './moves.ts';
import { scrolledTo, windowOf } from './window.ts';

const size = { rows: 20, columns: 6, page: 8, isHeading: (row: number) => row === 1 || row === 5 };
const after = (key: string, [row, column]: [number, number], mod = false): [number, number] | null => {
  const to: At | null = moved({ row, column }, { key, ctrlKey: mod, metaKey: false }, size);
  return to && [to.row, to.column];
};

describe('a key in the grid', () => {
  it('moves by one cell, and not over the edge', () => {
    expect(after('ArrowDown', [2, 1])).toEqual([3, 1]);
    expect(after('ArrowRight', [2, 1])).toEqual([2, 2]);
    expect(after('ArrowLeft', [2, 1])).toEqual([2, 0]);
    expect(after('ArrowRight', [2, 6])).toBeNull();
    expect(after('ArrowDown', [20, 1])).toBeNull();
    expect(after('a', [2, 1])).toBeNull();
  });
  it('passes over headings, and reaches the head above the first of them', () => {
    expect(after('ArrowDown', [4, 1])).toEqual([6, 1]);
    expect(after('ArrowUp', [6, 1])).toEqual([4, 1]);
    expect(after('ArrowUp', [2, 1])).toEqual([0, 1]);
    expect(after('ArrowDown', [0, 1])).toEqual([2, 1]);
  });
  it('never comes to the corner', () => {
    expect(after('ArrowUp', [2, 0])).toBeNull();
    expect(after('ArrowLeft', [0, 1])).toBeNull();
  });
  it('goes to the ends with Home and End, and of the whole grid with Ctrl', () => {
    expect(after('Home', [9, 4])).toEqual([9, 0]);
    expect(after('End', [9, 4])).toEqual([9, 6]);
    expect(after('Home', [9, 4], true)).toEqual([2, 0]);
    expect(after('End', [9, 4], true)).toEqual([20, 6]);
  });
  it('goes a page at a time', () => {
    expect(after('PageDown', [9, 4])).toEqual([17, 4]);
    expect(after('PageDown', [17, 4])).toEqual([20, 4]);
    expect(after('PageUp', [9, 4])).toEqual([2, 4]);
  });
});

describe('a block', () => {
  it('is what lies between two corners, whichever way, without the heads', () => {
    const block = blockOf({ row: 4, column: 5 }, { row: 2, column: 0 });
    expect(block).toEqual({ top: 2, bottom: 4, left: 1, right: 5 });
    expect(isIn(block, { row: 3, column: 5 })).toBe(true);
    expect(isIn(block, { row: 3, column: 6 })).toBe(false);
  });
});

describe('the part of a strip that is in the document', () => {
  const strip = { count: 2000, item: 34, scroll: 340, view: 340, ahead: 2, keep: 12 };
  it('is what is seen and a little more', () => {
    expect(windowOf(strip)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
    expect(windowOf({ ...strip, count: 3, scroll: 0, keep: 0 })).toEqual([0, 1, 2]);
  });
  it('and always what has the focus, in its order', () => {
    expect(windowOf({ ...strip, keep: 1 }).slice(0, 2)).toEqual([1, 8]);
    expect(windowOf({ ...strip, keep: 1999 }).at(-1)).toBe(1999);
    expect(windowOf({ ...strip, keep: -1 })).toHaveLength(14);
  });
  it('scrolls only as far as needed', () => {
    expect(scrolledTo(12, strip)).toBe(340);
    expect(scrolledTo(5, strip)).toBe(170);
    expect(scrolledTo(20, strip)).toBe(374);
  });
});
