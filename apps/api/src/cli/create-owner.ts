import { newId } from '@keyholder/db';
import { DomainError, canonicalEmail, canonicalName } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { createOwner as createOwnerOf } from '../accounts/create-owner.ts';
import type { Env } from '../env.ts';
import { passwordFault } from '../identity/password-policy.ts';
import { createPasswords } from '../identity/passwords.ts';
import type { Command } from './command.ts';
import { OPERATOR_COMMAND, withWriting } from './open.ts';
import { EXIT, UsageError } from './terminal.ts';
import type { Terminal } from './terminal.ts';

/** `admin create-owner`: the first person of a new installation, with the account they own. */
export const createOwner: Command = {
  words: 'admin create-owner',
  usage: ['admin create-owner --email address --name name --account name [--mail-link]'],
  help: `Makes a person with a verified address and an account that they own. The password is asked for, or read from the first line of
standard input; it is never an argument, because those are seen by everybody on the machine. With --mail-link nobody types one:
the running Keyholder mails a link, good for an hour, by which the person chooses it.
Nothing is made when somebody has the address already: then they sign in and make the account themselves.`,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    account: { type: 'string' },
    'mail-link': { type: 'boolean' },
  },
  run(env, terminal, { text, flag, rest }) {
    const [email, name, account] = [text('email'), text('name'), text('account')];
    if (rest.length > 0 || email === undefined || name === undefined || account === undefined) return null;
    return create(env, terminal, { email, name, account, mailLink: flag('mail-link') });
  },
};

interface Wanted {
  readonly email: string;
  readonly name: string;
  readonly account: string;
  readonly mailLink: boolean;
}

async function create(env: Env, terminal: Terminal, wanted: Wanted): Promise<number> {
  const email = canonicalEmail(wanted.email);
  const [name, accountName] = [canonicalName(wanted.name), canonicalName(wanted.account)];
  if (email === null) throw new UsageError('--email should be a mail address.');
  if (name === null) throw new UsageError('--name should be a name of at most 80 characters.');
  if (accountName === null) throw new UsageError('--account should be a name of at most 80 characters.');
  const passwordHash = wanted.mailLink ? null : await createPasswords().hash(await passwordFrom(terminal));
  const owner = { userId: newId<UserId>(), name, email, passwordHash };
  return withWriting(env, async ({ write }) => {
    const { slug } = await createOwnerOf({ write }, OPERATOR_COMMAND, owner, accountName).catch(
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'member.already_active')
          throw new UsageError(`${email} belongs to somebody already; nothing was made.`);
        throw error;
      },
    );
    await terminal.out(
      `${name} owns ${accountName}: ${env.appUrl}/${slug}\n${passwordHash === null ? `A link to choose a password goes to ${email}.\n` : ''}`,
    );
    return EXIT.good;
  });
}

async function passwordFrom(terminal: Terminal): Promise<string> {
  const password = await terminal.secret('Password: ');
  const fault =
    password === null ? 'Give a password on standard input, or use --mail-link.' : passwordFault(password);
  if (password === null || fault !== null) throw new UsageError(fault ?? 'No password.');
  return password;
}
