import type { BrowserContext } from '@playwright/test';

export interface Watch {
  /** Listens to every page of a context from now on. */
  add(context: BrowserContext): Promise<void>;
  /** A complaint that fits is not held against the test (a refused request, say); one that never comes is. */
  expect(complaint: RegExp): void;
  /** Throws when there was an unexpected complaint, or an expected one was missing. */
  verify(): void;
}

/** Collects console errors and warnings, uncaught errors, and requests to any origin but that of `url`. */
export function createWatch(url: string): Watch {
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  const own = new URL(url);

  return {
    add: async (context) => {
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
      context.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && host !== own.host)
          complaints.push(`foreign host: ${request.url()}`);
      });
      // The console tells of most violations, this of every one.
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`policy violation: ${violatedDirective} ${blockedURI}`),
        );
      });
    },
    expect: (complaint) => void expected.push(complaint),
    verify: () => {
      const unexpected = complaints.filter(
        (complaint) => !expected.some((pattern) => pattern.test(complaint)),
      );
      const missing = expected.filter((pattern) => !complaints.some((complaint) => pattern.test(complaint)));
      const lines = [...unexpected, ...missing.map((pattern) => `expected, but it never came: ${pattern}`)];
      if (lines.length > 0) throw new Error(`The pages were not quiet:\n${lines.join('\n')}`);
    },
  };
}
