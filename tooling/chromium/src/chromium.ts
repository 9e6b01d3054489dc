import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Options for Playwright's `launch`, in end-to-end and in browser-mode tests alike.
 * Only `--no-sandbox`: the package's own list switches off web security and would hide CORS and cookie bugs.
 */
export function launchOptions(): { executablePath: string; args: string[] } {
  return { executablePath: chromiumPath(), args: ['--no-sandbox'] };
}

/** The browser to test with: `CHROMIUM_PATH`, or the one in the npm package, unpacked once for each version and user. */
export function chromiumPath(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform !== 'linux') {
    throw new Error(
      'The browser from npm runs on Linux. Set CHROMIUM_PATH to an installed Chrome or Chromium.',
    );
  }
  return unpackedIn(join(tmpdir(), `keyholder-chromium-${version()}-${userInfo().uid}`));
}

/** Unpacks beside `home` and renames: whoever looks meanwhile sees a whole browser or none. */
export function unpackedIn(home: string): string {
  const browser = join(home, 'chromium');
  if (existsSync(browser)) return browser;

  const staging = mkdtempSync(`${home}.`);
  try {
    unpack(staging);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    // The browser comes last: its name is the sign that everything else is there.
    const parts = readdirSync(staging).sort((a, b) => Number(a === 'chromium') - Number(b === 'chromium'));
    for (const part of parts) moveUnlessThere(join(staging, part), join(home, part));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return browser;
}

function unpack(folder: string): void {
  // A process of its own, because the package unpacks into whatever TMPDIR says and waits for nobody.
  const script = `await (await import(${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))})).default.executablePath()`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function version(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
