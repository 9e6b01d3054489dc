import { describe, expect, it } from 'vitest';
import { hosts } from './hosts.ts';

const count = (text: string) => hosts.check([{ path: 'apps/dashboard/src/styles/app.css', text }]).length;

describe('foreign hosts', () => {
  it.each([
    "@import url('https://fonts.googleapis.com/css2?family=Inter');",
    "const script = '//cdn.jsdelivr.net/npm/x';",
    "new WebSocket('wss://live.keyholder.app');",
    "fetch('http://127.0.0.1:3000/api');",
  ])('are refused: %s', (text) => {
    expect(count(text)).toBe(1);
  });

  it.each([
    "fetch('/api/v1/me');",
    '<svg xmlns="http://www.w3.org/2000/svg" />',
    "placeholder='https://shop.example.com'",
    '// see https://react.dev/reference',
  ])('are not seen in: %s', (text) => {
    expect(count(text)).toBe(0);
  });
});
