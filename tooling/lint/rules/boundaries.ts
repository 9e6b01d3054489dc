import { posix } from 'node:path';
import { type Problem, type Rule, type SourceFile } from '../project.ts';
import { imports, isCode } from '../syntax.ts';

const PACKAGE = /^(apps|packages|tooling)\/[^/]+(?=\/)/;

/** Holds for tests too: a package is entered through the doors its `exports` map names, never over the wall. */
export const boundaries: Rule = {
  name: 'packages are entered through their exports only',
  check: (files) => files.filter(isCode).flatMap(checkFile),
};

function checkFile(file: SourceFile): Problem[] {
  const home = PACKAGE.exec(file.path)?.[0];
  return imports(file).flatMap(({ from, line }) => {
    const problem = (message: string) => [{ path: file.path, line, message }];
    if (from.startsWith('/')) return problem(`${from} is a path of one machine`);
    if (!from.startsWith('.'))
      return from.includes('/node_modules/') ? problem(`${from} reaches into node_modules`) : [];
    const target = posix.join(posix.dirname(file.path), from);
    return target.startsWith(`${home}/`)
      ? []
      : problem(`${from} leaves ${home}; import the package by its name`);
  });
}
