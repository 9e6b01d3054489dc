// The rules of this project that no general linter knows. Every rule is a file in rules/, with a test that breaks it.
import { join } from 'node:path';
import { readSources, type Rule } from './project.ts';
import { boundaries } from './rules/boundaries.ts';
import { BUDGETS } from './rules/budgets.ts';
import { checkBundle } from './rules/bundle.ts';
import { clock } from './rules/clock.ts';
import { environment } from './rules/environment.ts';
import { fileSize } from './rules/file-size.ts';
import { hosts } from './rules/hosts.ts';
import { look } from './rules/look.ts';
import { roleNames } from './rules/role-names.ts';
import { rooms } from './rules/rooms.ts';

const root = join(import.meta.dirname, '..', '..');
const RULES: readonly Rule[] = [rooms, boundaries, roleNames, fileSize, look, hosts, environment, clock];

const files = readSources(root);
if (files.length === 0) throw new Error('Found no source file to check.');
console.log(`${files.length} files, ${RULES.length} rules`);

for (const rule of RULES) {
  const problems = rule.check(files);
  const left = rule.exempt ? `  (left out: ${rule.exempt.join('; ')})` : '';
  console.log(`${problems.length === 0 ? 'ok    ' : 'BROKEN'}  ${rule.name}${left}`);
  for (const { path, line, message } of problems) console.log(`        ${path}:${line}  ${message}`);
  if (problems.length > 0) process.exitCode = 1;
}

const { measures, problems } = checkBundle(join(root, 'apps/dashboard/dist'), BUDGETS);
for (const { name, size, limit } of measures) {
  console.log(
    `${size <= limit ? 'ok    ' : 'BROKEN'}  ${name.padEnd(40)} ${size.toFixed(1).padStart(6)} of ${limit} KB`,
  );
}
for (const problem of problems) console.log(`        ${problem}`);
if (problems.length > 0) process.exitCode = 1;
