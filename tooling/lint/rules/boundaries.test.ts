import { describe, expect, it } from 'vitest';
import { boundaries } from './boundaries.ts';

const count = (path: string, text: string) => boundaries.check([{ path, text }]).length;

describe('package boundaries', () => {
  it('refuse a relative path into another package, in tests too', () => {
    const text = "import { write } from '../../../packages/db/src/write.ts';";
    expect(count('apps/api/src/members.ts', text)).toBe(1);
    expect(count('apps/api/src/members.test.ts', text)).toBe(1);
    expect(count('packages/db/src/write.ts', "export * from '../../domain/src/role.ts';")).toBe(1);
    expect(count('packages/db/src/write.ts', "type Role = import('../../domain/src/role.ts').Role;")).toBe(1);
  });

  it('refuse a reach into node_modules and an absolute path', () => {
    expect(count('apps/api/src/a.ts', "import x from 'hono/node_modules/y/z.js';")).toBe(1);
    expect(count('apps/api/src/a.ts', "import x from '/home/me/x.ts';")).toBe(1);
  });

  it('allow own files and package names', () => {
    expect(
      count('apps/api/src/members/a.ts', "import { b } from '../b.ts'; import { c } from '@keyholder/db';"),
    ).toBe(0);
  });
});
