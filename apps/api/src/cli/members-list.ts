import { FOUNDER_ROLE } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Env } from '../env.ts';
import type { AccountAccess } from '../http/access.ts';
import { createCursors } from '../http/cursor.ts';
import { memberFile } from '../members/export-members.ts';
import { listAccountMembers } from '../members/list-account-members.ts';
import type { AccountMemberView } from '../members/person-view.ts';
import { oneAccount } from './accounts.ts';
import type { Command } from './command.ts';
import { existingKeys, withDatabase } from './open.ts';
import { EXIT } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** An operator is none of the people, and sees what the account's owner sees. */
const OPERATOR = { userId: '00000000-0000-0000-0000-000000000000' as UserId };
const PAGE = 100;

/** `members list`: everybody of an account with every site and role. */
export const membersList: Command = {
  words: 'members list',
  usage: ['members list --account slug [--json | --csv]'],
  help: `Lists everybody of an account by name, with their account role and their role on each site. --csv is the file that the
Dashboard exports, --json the shape of GET /api/v1/accounts/:account/members. With one account only, --account may be left out.`,
  options: { account: { type: 'string' }, json: { type: 'boolean' }, csv: { type: 'boolean' } },
  run(env, terminal, { text, flag, rest }) {
    if (rest.length > 0 || (flag('json') && flag('csv'))) return null;
    return list(env, terminal, text('account'), flag('json') ? 'json' : flag('csv') ? 'csv' : 'lines');
  },
};

const list = (env: Env, { out }: Terminal, slug: string | undefined, as: 'json' | 'csv' | 'lines') => {
  const keys = existingKeys(env);
  return withDatabase(env, async (database) => {
    const account: AccountAccess = { ...(await oneAccount(database, slug)), role: FOUNDER_ROLE };
    const deps = { read: database.read, cursors: createCursors(keys.cursors) };
    const filter = { sort: 'name' } as const;
    if (as === 'csv') {
      for await (const part of memberFile(deps, OPERATOR, account, filter)) await out(part);
      return EXIT.good;
    }
    let cursor: string | undefined;
    let first = true;
    if (as === 'json') await out('[');
    do {
      const page = await listAccountMembers(deps, OPERATOR, account, { ...filter, limit: PAGE, cursor });
      for (const member of page.items) {
        await out(as === 'json' ? `${first ? '\n' : ',\n'}${JSON.stringify(facts(member))}` : line(member));
        first = false;
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    if (as === 'json') await out('\n]\n');
    return EXIT.good;
  });
};

/** What does not depend on who looks. */
const facts = ({ user, role, joinedAt, lastActiveAt, flags, sites }: AccountMemberView) => ({
  ...{ user, role, joinedAt, lastActiveAt, flags },
  sites: sites.map((held) => ({
    ...{ site: held.site, role: held.role, joinedAt: held.joinedAt, accessUntil: held.accessUntil },
  })),
});

const line = ({ user, role, sites }: AccountMemberView): string =>
  `${[user.email, user.name, role, sites.map((held) => `${held.site.slug}:${held.role}`).join(' ')].join('\t').trimEnd()}\n`;
