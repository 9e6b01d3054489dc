import { runCli } from '../run.ts';

/** Runs the command line in these settings, with somebody who types `typed` when asked, and keeps what it says. */
export async function runIn(
  settings: Record<string, string>,
  args: readonly string[],
  typed: string | null = null,
): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const exit = await runCli(args, settings, {
    out: async (text) => void (out += text),
    err: (line) => void (err += line),
    secret: () => Promise.resolve(typed),
  });
  return { exit, out, err };
}
