import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { NoDatabase, joinEmbedded } from './join-embedded.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyholder-join-'));
  // Where root runs this, the database's own user must get in, or it would put its files elsewhere.
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const joinIt = () => joinEmbedded({ dataDir, durable: false, log: () => {} });
async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  const answer = await sql`select 1 as one`.then(
    (rows) => rows.length === 1,
    () => false,
  );
  await sql.end({ timeout: 1 });
  return answer;
}

describe('a tool beside the app', () => {
  it('makes no database where there is none', async () => {
    await expect(joinIt()).rejects.toThrow(NoDatabase);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('uses the server of a running Keyholder and leaves it running', async () => {
    const app = await startEmbedded({ dataDir, durable: false, log: () => {} });
    const tool = await joinIt();
    expect(tool.port).toBe(app.port);
    expect(await answers(tool.url)).toBe(true);
    await tool.stop();
    expect(await answers(app.url)).toBe(true);
    await app.stop();
  });

  it('starts the server where nobody runs it, and ends it again', async () => {
    const tool = await joinIt();
    expect(await answers(tool.url)).toBe(true);
    await tool.stop();
    expect(await answers(tool.url)).toBe(false);
  });
});
