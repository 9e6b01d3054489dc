import { describe, expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

const count = (lines: number) => fileSize.check([{ path: 'a.css', text: 'x\n'.repeat(lines) }]).length;

describe('file size', () => {
  it('is at most 250 lines', () => {
    expect(count(250)).toBe(0);
    expect(count(251)).toBe(1);
  });
});
