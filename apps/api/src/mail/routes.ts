import { fail } from '@keyholder/domain';
import { Hono } from 'hono';
import type { Mailbox } from './mailbox.ts';

/** The dev mailbox. Mount it only when there is one: never in production, where mails hold live links. */
export const mailboxRoutes = (mailbox: Mailbox) =>
  new Hono()
    .get('/', async (c) => {
      const to = c.req.query('to');
      c.header('cache-control', 'no-store');
      return c.json({ items: await mailbox.list(to === undefined ? {} : { to }) });
    })
    .get('/:id', async (c) => {
      c.header('cache-control', 'no-store');
      return c.json((await mailbox.read(c.req.param('id'))) ?? fail('not_found'));
    });
