import { describe, expect, it } from 'vitest';
import { clock } from './clock.ts';

const count = (path: string, text: string) => clock.check([{ path, text }]).length;

describe('the clock', () => {
  it.each(['const now = new Date();', 'const now = Date.now();', 'const now = performance.now();'])(
    'is out of reach of the domain and of use cases: %s',
    (text) => {
      expect(count('packages/domain/src/invitation.ts', text)).toBe(1);
      expect(count('apps/api/src/invitations/accept-invitation.ts', text)).toBe(1);
    },
  );

  it('may be computed with, and read where it is wired', () => {
    expect(count('packages/domain/src/invitation.ts', 'new Date(now.getTime() + HOUR);')).toBe(0);
    expect(count('apps/api/src/main.ts', 'const clock = () => new Date();')).toBe(0);
    expect(count('apps/api/src/invitations/accept.test.ts', 'new Date();')).toBe(0);
  });
});
