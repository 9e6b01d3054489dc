import { randomBytes } from 'node:crypto';
import { APP_ROLE, connect, newId } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { account, accountMember, invitation, invitationSend, mail, site, user } from '@keyholder/db/schema';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestServer } from '@keyholder/db/testing';
import type { AccountId, EmailAddress, InvitationId, SiteId, UserId } from '@keyholder/domain';
import { pino } from 'pino';
import { eq, sql } from 'drizzle-orm';
import { createLinks } from '../../invitations/links.ts';
import { createQueue } from '../../jobs/queue.ts';
import type { JobQueue } from '../../jobs/queue.ts';
import { createDeliver } from '../deliver.ts';
import type { Mailer } from '../mailer.ts';
import { newMail } from '../new-mail.ts';
import type { MailFacts, MailKind } from '../new-mail.ts';

export const APP_URL = 'https://keyholder.example:8443';
export const MAIL_FROM = 'post@keyholder.example';
export const silent = pino({ level: 'silent' });

/** A database with one account and site, and processes that deliver its mails. */
export async function openMailDesk(server: TestServer) {
  const { url, drop } = await cloneDatabase(server);
  const database = connect({ url, applicationName: 'test', role: APP_ROLE });
  const owner = connect({ url, applicationName: 'test-owner', max: 1 });
  // The first pause is 10 s in earnest. Jobs copy it from the queue when they are made.
  await owner.sql`update pgboss.queue set retry_delay = 1, retry_delay_max = 1`;
  const { accountId, siteId, sarah } = await settle(database);
  const links = createLinks(Buffer.alloc(32, 7), APP_URL);
  const queues: JobQueue[] = [];

  const newQueue = async (pollSeconds = 0.5): Promise<JobQueue> => {
    const queue = createQueue({ url, log: silent, pollSeconds, superviseSeconds: 2 });
    await queue.start();
    queues.push(queue);
    return queue;
  };
  const office = await newQueue();

  const record = <Kind extends MailKind>(
    kind: Kind,
    recipient: string,
    facts: MailFacts[Kind],
    ref: string = newId(),
  ) =>
    database.transaction(async (tx) => {
      const row = newMail(kind, { ref, generation: 1, recipient: recipient as EmailAddress, facts });
      await tx.insert(mail).values({ ...row, accountId, createdAt: new Date() });
      await office.enqueueMails(tx, [row.id]);
      return row.id;
    });

  return {
    ...{ url, database, owner, accountId, siteId, sarah, links, newQueue, record },
    enqueueMails: office.enqueueMails,
    /** A process of its own that delivers with this mailer. */
    async worker(
      mailer: Mailer,
      own: { verificationLink?: string | null; database?: Database; pollSeconds?: number } = {},
    ): Promise<JobQueue> {
      const queue = await newQueue(own.pollSeconds);
      const deliver = createDeliver({
        ...{
          database: own.database ?? database,
          links,
          mailer,
          log: silent,
          settings: { appUrl: APP_URL, mailFrom: MAIL_FROM },
        },
        verificationLink: () => Promise.resolve(own.verificationLink ?? null),
        resetLink: () => Promise.resolve(null),
      });
      await queue.work(deliver, () => Promise.resolve(new Map()));
      return queue;
    },
    /** Invites these addresses to the site, each with its mail and job, in one transaction. */
    async invite(
      addresses: readonly string[],
      names: { site?: string; account?: string; sender?: string } = {},
    ) {
      return database.transaction(async (tx) => {
        const now = new Date();
        const expiresAt = new Date(now.getTime() + 48 * 3_600_000);
        const sent = addresses.map((address) => {
          const email = address as EmailAddress;
          const id = newId<InvitationId>();
          const facts = {
            ...{
              accountName: names.account ?? 'Bright Lines Agency',
              siteName: names.site ?? 'Northwind Coffee',
              note: null,
            },
            ...{ role: 'content_editor' as const, expiresAt: expiresAt.toISOString(), resent: false },
            invitedBy: { name: names.sender ?? 'Sarah Chen', email: 'sarah@yourteam.com' },
          } as const;
          return {
            id,
            email,
            mail: newMail('invitation', { ref: id, generation: 1, recipient: email, facts }),
          };
        });
        await tx.insert(invitation).values(
          sent.map(({ id, email }) => ({
            ...{ id, accountId, siteId, email, role: 'content_editor' as const, state: 'pending' as const },
            ...{ invitedBy: sarah, createdAt: now, sentAt: now, expiresAt },
          })),
        );
        await tx.insert(mail).values(sent.map((one) => ({ ...one.mail, accountId, createdAt: now })));
        await tx.insert(invitationSend).values(
          sent.map((one) => ({
            ...{
              id: newId(),
              accountId,
              invitationId: one.id,
              seq: 1,
              nonce: randomBytes(32),
              sentAt: now,
              mailId: one.mail.id,
            },
          })),
        );
        await office.enqueueMails(
          tx,
          sent.map((one) => one.mail.id),
        );
        return sent.map(({ id, email, mail: { id: mailId } }) => ({ invitationId: id, email, mailId }));
      });
    },
    mail: async (id: string) =>
      (await database.read((db) => db.select().from(mail).where(eq(mail.id, id))))[0]!,
    /** How many mails are in each state. */
    async states(): Promise<Record<string, number>> {
      const rows = await database.read((db) =>
        db.execute<{ state: string; count: number }>(
          sql`select state, count(*)::int as count from mail group by state`,
        ),
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.stop(500)));
      await Promise.all([database.close(), owner.close()]);
      await drop();
    },
  };
}
export type MailDesk = Awaited<ReturnType<typeof openMailDesk>>;

async function settle(database: Database) {
  const [accountId, siteId, sarah] = [newId<AccountId>(), newId<SiteId>(), newId<UserId>()];
  const now = new Date();
  await database.transaction(async (tx) => {
    const times = { createdAt: now, updatedAt: now };
    await tx
      .insert(user)
      .values({ id: sarah, name: 'Sarah Chen', email: 'sarah@yourteam.com' as EmailAddress, ...times });
    await tx.insert(account).values({
      id: accountId,
      name: 'Bright Lines Agency',
      slug: 'bright-lines',
      plan: 'agency',
      createdAt: now,
    });
    await tx.insert(accountMember).values({ accountId, userId: sarah, role: 'owner', joinedAt: now });
    await tx.insert(site).values({
      id: siteId,
      accountId,
      name: 'Northwind Coffee',
      slug: 'northwind',
      domain: 'northwind.test',
      createdAt: now,
    });
  });
  return { accountId, siteId, sarah };
}
