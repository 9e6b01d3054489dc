import { createTransport } from 'nodemailer';
import type { OutgoingMail, Mailer } from './mailer.ts';
import { refusalOf } from './smtp-refusal.ts';
import type { SmtpServer } from './smtp-server.ts';

/** In ms (security.md 1.14). `total` ends before the job's 60 s, so two workers never send one mail at once. */
export const SMTP_TIMEOUTS = { connect: 10_000, command: 20_000, total: 30_000 };

interface SmtpOptions {
  readonly server: SmtpServer;
  /** The host that Message-IDs end with. */
  readonly host: string;
  readonly timeouts?: typeof SMTP_TIMEOUTS;
}

/** Sends over a pool of connections to one SMTP server. */
export function createSmtpMailer({ server, host, timeouts = SMTP_TIMEOUTS }: SmtpOptions): Mailer {
  const transport = createTransport({
    ...server,
    pool: true,
    maxConnections: 10,
    maxMessages: Infinity,
    // Another attempt is the queue's to make: the library's own would forget whether the first one got through.
    maxRequeues: 0,
    idleTimeout: 5_000,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.command,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The pool reports lost idle connections here; a send that needed one rejects by itself.
  transport.on('error', () => {});
  return {
    async send(mail, signal) {
      try {
        await transport.sendMail({
          ...message(mail, host),
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeouts.total)]),
        });
      } catch (error) {
        throw refusalOf(error);
      }
    },
    close: () => transport.close({ force: true }),
  };
}

/** Nothing in it is made at random or from the clock, so every attempt of one send has the same bytes. */
const message = (mail: OutgoingMail, host: string) => ({
  // Given explicitly, so that no header can add a recipient.
  envelope: { from: mail.from.address, to: [mail.to] },
  from: mail.from,
  to: { name: '', address: mail.to },
  ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  date: mail.date,
  messageId: `<${mail.id}@${host}>`,
  baseBoundary: mail.id,
  headers: {
    'Auto-Submitted': 'auto-generated',
    // Unique, so that mail programs do not fold a resend under the mail before it.
    'X-Entity-Ref-ID': mail.id,
    'Content-Language': 'en',
  },
});
