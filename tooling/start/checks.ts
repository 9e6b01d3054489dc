import { join } from 'node:path';
import { run } from './run.mjs';
import { turbo } from './turbo.ts';

export interface Step {
  readonly name: string;
  /** Answers an exit code; what is wrong has been printed by then. */
  readonly run: () => Promise<number>;
}

/** Everything that must hold besides the tests, in the order in which it is cheapest to learn about a mistake. */
export function checks(root: string): readonly Step[] {
  const node = (...args: string[]) => run(process.execPath, args, { cwd: root });
  const tool = (path: string, ...args: string[]) => node(join(root, 'node_modules', path), ...args);
  return [
    { name: 'build', run: () => turbo(root, ['build', '--continue']) },
    { name: 'typecheck', run: () => turbo(root, ['typecheck', '--continue']) },
    { name: 'lint', run: () => turbo(root, ['lint', '--continue']) },
    { name: 'project rules', run: () => node(join(root, 'tooling/lint/check.ts')) },
    { name: 'format', run: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
    { name: 'unused code', run: () => tool('knip/bin/knip.js', '--no-progress') },
  ];
}
