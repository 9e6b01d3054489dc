import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@keyholder/db/testing'],
    // Shared machines stall now and then; no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
