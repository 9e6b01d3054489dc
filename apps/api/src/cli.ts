import { runCli } from './cli/run.ts';
import { processTerminal } from './cli/terminal.ts';

// A write that fails is told to whoever wrote; unheard, it would end the process half-way.
process.stdout.on('error', () => {});

// `pnpm keyholder …`: what an operator does beside the running app.
process.exitCode = await runCli(process.argv.slice(2), undefined, processTerminal);
