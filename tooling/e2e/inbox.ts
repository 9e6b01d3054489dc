import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message as it came over the wire, headers and all. */
  readonly raw: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Inbox {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** The first mail to this address whose subject fits, from those that came after `after` others. */
  next(to: string, subject: RegExp, after?: number): Promise<Mail>;
  close(): Promise<void>;
}

const WAIT_MS = 15_000;

/** A real SMTP server on a port of its own, which accepts every mail and keeps it. */
export async function openInbox(): Promise<Inbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const kept = buffer(stream)
        .then((raw) => parse(raw, envelope))
        .then((mail) => void mails.push(mail));
      void kept.then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The SMTP server has no port.');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    next: async (to, subject, after = 0) => {
      const until = Date.now() + WAIT_MS;
      while (Date.now() < until) {
        const found = mails.slice(after).find((mail) => mail.to.includes(to) && subject.test(mail.subject));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const got = mails.map((mail) => `${mail.to.join()}: ${mail.subject}`).join('\n');
      throw new Error(
        `No mail to ${to} with a subject like ${subject} came within ${WAIT_MS / 1000} s. There are:\n${got}`,
      );
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function parse(raw: Buffer, { mailFrom, rcptTo }: SMTPServerEnvelope): Promise<Mail> {
  const { subject = '', text = '', html = '' } = await PostalMime.parse(raw);
  const from = mailFrom ? mailFrom.address : '';
  return { from, to: rcptTo.map((one) => one.address), raw: raw.toString('utf8'), subject, text, html };
}
