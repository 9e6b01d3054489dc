// Brings the redirects of a site in line with a file of `path,target[,status]` lines:
//   KEYHOLDER_URL=https://keys.agency.example KEYHOLDER_KEY=kh_… node copy-redirects.ts <site id> redirects.csv
// The key needs `redirects.read` and `redirects.write`. Running it again changes nothing.
import { readFile } from 'node:fs/promises';
import { KeyholderProblem, createKeyholder } from '@keyholder/client';
import type { Redirect } from '@keyholder/client';

const { KEYHOLDER_URL: url, KEYHOLDER_KEY: apiKey } = process.env;
const [site, file] = process.argv.slice(2);
if (!url || !apiKey || !site || !file) {
  console.error('KEYHOLDER_URL=… KEYHOLDER_KEY=… node copy-redirects.ts <site id> <file.csv>');
  process.exit(2);
}

const keyholder = createKeyholder({ url, apiKey });
const redirects = '/api/v1/sites/{site}/redirects';
const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };

const present = new Map<string, Redirect>();
for await (const redirect of keyholder.paginate(redirects, { path: { site }, query: { limit: 100 } }))
  present.set(redirect.path, redirect);

const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
for (const [index, line] of lines.entries()) {
  const [path, target, code = '301'] = line.split(',').map((cell) => cell.trim());
  if (!path || !target) continue;
  const status = code === '302' ? 302 : 301;
  const before = present.get(path);
  try {
    if (!before) {
      await keyholder.post(redirects, { path: { site }, body: { path, target, status } });
      counts.added += 1;
    } else if (before.target !== target || before.status !== status) {
      const at = { site, id: before.id };
      // Refused when somebody changed it since it was listed: their change is not lost.
      await keyholder.patch(`${redirects}/{id}`, { path: at, body: { target, status }, ifMatch: before });
      counts.changed += 1;
    } else counts.unchanged += 1;
  } catch (error) {
    if (!(error instanceof KeyholderProblem) || ![409, 412, 422].includes(error.status)) throw error;
    counts.refused += 1;
    const faults = Object.entries(error.fields).map(([field, fault]) => `${field}: ${fault}`);
    console.error(`line ${index + 1}: ${faults.join(' ') || error.detail} (${error.code})`);
  }
}
console.log(
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', '),
);
process.exitCode = counts.refused > 0 ? 1 : 0;
