import { describe, expect, it } from 'vitest';
import { look } from './look.ts';

const count = (text: string, path = 'apps/dashboard/src/ui/button.tsx') =>
  look.check([{ path, text }]).length;

describe('the look of the dashboard', () => {
  it.each([
    "<b style={{ color: '#fff' }} />",
    "const line = '#1A2b3C';",
    'a { color: #11223344; }',
    '<b className="bg-red-500" />',
    '<b className="hover:text-white" />',
    '<b dangerouslySetInnerHTML={{ __html: name }} />',
    'element.innerHTML = name;',
  ])('refuses %s', (text) => {
    expect(count(text)).toBe(1);
  });

  it.each([
    '<b className="bg-surface text-muted" />',
    '<a href="#main" />',
    "navigate('/invitation#token');",
    '// see issue #2',
  ])('allows %s', (text) => {
    expect(count(text)).toBe(0);
  });

  it('allows colours in the tokens only', () => {
    expect(count(':root { --ink: #112233; }', 'apps/dashboard/src/styles/tokens.css')).toBe(0);
    expect(count(':root { --ink: #112233; }', 'apps/dashboard/src/styles/app.css')).toBe(1);
  });
});
