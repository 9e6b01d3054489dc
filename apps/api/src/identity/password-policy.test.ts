import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-policy.ts';

describe('a new password', () => {
  it.each([
    'correct horse battery',
    'twelve chars',
    'ünïcödé-wörd',
    '🔑🔑🗝️🗝️🚪🚪🏠🏠🧱🧱🪟🪟',
    'x9'.repeat(127) + '!?',
  ])('may be %s', (password) => {
    expect(passwordFault(password)).toBeNull();
  });

  it.each([
    ['', 'at least 12'],
    ['11 letters.', 'at least 12'],
    ['🔑🔑🔑🔑🔑🔑', 'at least 12'],
    [`${'ab3'.repeat(85)}xy`, 'at most 256'],
    ['1qaz2wsx3edc', 'Many people'],
    ['QWERTY123456', 'Many people'],
    ['aaaaaaaaaaaaaaaa', 'Many people'],
    ['abababababababab', 'Many people'],
    ['a lone half \ud83d', 'can be typed'],
  ])('is refused when it is %j: %s', (password, words) => {
    expect(passwordFault(password)).toContain(words);
  });
});
