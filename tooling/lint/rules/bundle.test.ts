import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBundle, closure, type Manifest } from './bundle.ts';

const BUDGETS = [{ name: 'first load', limit: 50, sources: ['src/pages/home.tsx'] }];
const MANIFEST: Manifest = {
  'index.html': { file: 'entry.js', isEntry: true, imports: ['_shared.js'] },
  '_shared.js': { file: 'shared.js' },
  'src/pages/home.tsx': { file: 'home.js', isDynamicEntry: true, imports: ['_shared.js', 'index.html'] },
  'src/pages/big.tsx': { file: 'big.js', isDynamicEntry: true, imports: ['_shared.js'] },
};

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'keyholder-bundle-'));
  mkdirSync(join(dist, '.vite'));
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(MANIFEST));
  for (const name of ['entry.js', 'shared.js', 'home.js', 'big.js', 'app.css', 'sans.woff2']) write(name, 10);
});
afterEach(() => rmSync(dist, { recursive: true, force: true }));

/** Random bytes as they are: nothing a compressor could make smaller. */
const write = (name: string, kilobytes: number) =>
  writeFileSync(join(dist, name), randomBytes(kilobytes * 1000));
const problems = () => checkBundle(dist, BUDGETS).problems;

describe('the size of the bundle', () => {
  it('counts every chunk a page needs, and each once', () => {
    expect([...closure(MANIFEST, ['index.html', 'src/pages/home.tsx'])].sort()).toEqual([
      'entry.js',
      'home.js',
      'shared.js',
    ]);
    const [first] = checkBundle(dist, BUDGETS).measures;
    expect(first?.size).toBeCloseTo(30, 0);
    expect(problems()).toEqual([]);
  });

  it('fails when the first load outgrows its limit by a chunk it only shares', () => {
    write('shared.js', 40);
    expect(problems()).toEqual([expect.stringMatching(/^first load is over 50 KB\n *shared\.js 40/)]);
  });

  it.each([
    ['big.js', 230, 'src/pages/big.tsx is over 240 KB'],
    ['app.css', 21, 'styles is over 20 KB'],
    ['sans.woff2', 46, 'fonts is over 45 KB'],
  ])('fails when %s has %d KB', (name, size, problem) => {
    write(name, size);
    expect(problems()).toEqual([expect.stringContaining(problem)]);
  });

  it('fails when a page of the budget is no longer a chunk of its own', () => {
    writeFileSync(
      join(dist, '.vite/manifest.json'),
      JSON.stringify({ 'index.html': MANIFEST['index.html'] }),
    );
    expect(problems()).toContain('src/pages/home.tsx is no lazy chunk of the build');
  });

  it('fails when the network mock reached the build', () => {
    writeFileSync(join(dist, 'home.js'), "navigator.serviceWorker.register('/mockServiceWorker.js')");
    expect(problems()).toHaveLength(1);
  });

  it('fails without a build', () => {
    expect(checkBundle(join(dist, 'nowhere'), BUDGETS).problems).toHaveLength(1);
  });
});
