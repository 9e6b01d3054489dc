import { existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaywright, readVitest, type Counts } from './report.ts';
import { run } from './run.mjs';

export interface Suite {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

/** The tests of every package, then the end-to-end tests over all of them. */
export function suites(root: string): readonly Suite[] {
  const packages = ['packages', 'apps', 'tooling'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => join(folder, name))
      .filter((path) => hasTests(join(root, path))),
  );
  return [...packages.map((path) => unitTests(root, path)), endToEndTests(root)];
}

/** A script or a test file is enough: a package that forgot its script is run, not skipped. */
function hasTests(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, string> };
  return (
    scripts?.['test'] !== undefined || globSync('{src,rules}/**/*.test.{ts,tsx}', { cwd: folder }).length > 0
  );
}

function unitTests(root: string, path: string): Suite {
  const report = join(root, '.reports', `${path.replace('/', '-')}.json`);
  const vitest = join(root, path, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: path,
    run: async () => {
      rmSync(report, { force: true });
      return readVitest(
        report,
        await run(process.execPath, [vitest, 'run', ...reporters], { cwd: join(root, path) }),
      );
    },
  };
}

function endToEndTests(root: string): Suite {
  const folder = join(root, 'tooling/e2e');
  // The same place as in tooling/e2e/playwright.config.ts.
  const report = join(root, '.reports', 'tooling-e2e.json');
  const playwright = join(folder, 'node_modules/@playwright/test/cli.js');
  return {
    name: 'tooling/e2e',
    run: async () => {
      rmSync(report, { force: true });
      return readPlaywright(report, await run(process.execPath, [playwright, 'test'], { cwd: folder }));
    },
  };
}
