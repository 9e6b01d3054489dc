import { expect, it } from 'vitest';
import css from './tokens.css?raw';

it('has the same dark tokens for the chosen and for the system theme', () => {
  const chosen = /\[data-theme="dark"\]\s*\{([^}]*)\}/.exec(css)?.[1]?.trim();
  const system = /:root:not\(\[data-theme\]\)\s*\{([^}]*)\}/.exec(css)?.[1]?.trim();
  expect(chosen).toContain('--canvas:#131311');
  expect(system).toBe(chosen);
});
