import { headText, readHead } from '@keyholder/db';
import { accountsOf } from './accounts.ts';
import type { Command } from './command.ts';
import { withDatabase } from './open.ts';
import { EXIT } from './terminal.ts';

/** `audit head`: how far each log reaches, to be kept where nobody with the database can change it. */
export const auditHead: Command = {
  words: 'audit head',
  usage: ['audit head [--account slug]'],
  help: `Prints how far the log of each account reaches, one line "slug number:code" for each. Write it down outside the database:
"audit verify --head number:code" then finds an account that was set back as a whole. The running Keyholder writes the heads
that moved to its own log every hour (LOG_LEVEL info).`,
  options: { account: { type: 'string' } },
  run: (env, { out }, { text, rest }) =>
    rest.length > 0
      ? null
      : withDatabase(env, async (database) => {
          let exit: number = EXIT.good;
          for (const { id, slug } of await accountsOf(database, text('account'))) {
            const head = await readHead(database, id);
            if (!head) exit = EXIT.bad;
            await out(`${slug} ${head ? headText(head) : 'has no head: run audit verify'}\n`);
          }
          return exit;
        }),
};
