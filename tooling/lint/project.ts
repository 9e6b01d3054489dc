import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  /** Paths the rule leaves out on purpose; printed with every run, so that they stay few. */
  readonly exempt?: readonly string[];
  readonly check: (files: readonly SourceFile[]) => readonly Problem[];
}

const SOURCES = ['{apps,packages,tooling}/*/*', '{apps,packages,tooling}/*/{src,build,rules,tests}/**/*'];
const ENDINGS = '.{ts,tsx,mts,mjs,js,css}';

/** Every file that people write: no dependency, no build result, no generated migration. */
export function readSources(root: string): readonly SourceFile[] {
  const patterns = SOURCES.map((pattern) => pattern + ENDINGS);
  return globSync(patterns, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path) })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Tests and what only tests use. */
export const isTest = (path: string): boolean =>
  /\.(test|spec)\.tsx?$/.test(path) || /\/testing(\/|\.ts$)/.test(path) || path.startsWith('tooling/e2e/');

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** One problem for every match of `pattern`, which must be global. */
export function matches(file: SourceFile, pattern: RegExp, message: (found: string) => string): Problem[] {
  return [...file.text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: lineAt(file.text, match.index),
    message: message(match[0]),
  }));
}
