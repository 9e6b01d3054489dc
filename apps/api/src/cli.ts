import { runCli } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';

// `pnpm keyholder …`: what an operator does beside the running app.
process.exitCode = await runCli(process.argv.slice(2), undefined, processTerminal);
