import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs exactly what the lockfile says; does nothing when the last install was of the same files.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export async function install(root, env) {
  const note = join(root, 'node_modules', '.keyholder', 'installed');
  const wanted = fingerprint(root);
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;

  console.log('Installing dependencies …');
  const code = await run('pnpm', ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], {
    cwd: root,
    env,
  });
  if (code !== 0) throw new Error(`pnpm install ended with ${code}.`);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, wanted);
}

/** One hash over everything an install depends on. @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests(root)]) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** @param {string} root */
function manifests(root) {
  return ['apps', 'packages', 'tooling']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')))
    .filter((file) => existsSync(join(root, file)))
    .sort();
}
