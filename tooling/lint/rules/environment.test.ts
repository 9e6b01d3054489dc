import { describe, expect, it } from 'vitest';
import { environment } from './environment.ts';

const count = (path: string, text: string) => environment.check([{ path, text }]).length;

describe('process.env', () => {
  it.each([
    'process.env.PORT;',
    "process['env'].PORT;",
    "import { env } from 'node:process';",
    'const { PORT } = process.env;',
  ])('is refused outside env.ts: %s', (text) => {
    expect(count('apps/api/src/app.ts', text)).toBe(1);
    expect(count('packages/db/src/connect.ts', text)).toBe(1);
  });

  it('is allowed in env.ts, in tooling and in tests', () => {
    for (const path of ['apps/api/src/env.ts', 'tooling/start/start.ts', 'apps/api/src/app.test.ts']) {
      expect(count(path, 'process.env.PORT;')).toBe(0);
    }
  });
});
