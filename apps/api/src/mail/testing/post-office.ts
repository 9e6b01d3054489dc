import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** A mail as the server got it: envelope, parsed content, and the bytes themselves. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly mail: Email;
  readonly raw: string;
}

/** A real SMTP server on loopback, with moods. */
export interface PostOffice {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  /** The bytes of every message handed over, taken or not. */
  readonly offered: string[];
  /** What RCPT TO is answered with for an address; null accepts. May hang by never settling. */
  answer: (address: string) => Promise<string | null> | string | null;
  /** What the end of DATA is answered with; null accepts. */
  verdict: () => Promise<string | null> | string | null;
  close(): Promise<void>;
}

export async function openPostOffice(
  options: SMTPServerOptions & { port?: number } = {},
): Promise<PostOffice> {
  const { port = 0, ...rest } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    logger: false,
    // Not even STARTTLS: its key pair takes seconds to use on a slow machine, and loopback needs none.
    hideSTARTTLS: true,
    closeTimeout: 50,
    onRcptTo({ address }, _session, callback) {
      void Promise.resolve(office.answer(address)).then((answer) =>
        callback(answer === null ? null : smtpError(answer)),
      );
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          const raw = Buffer.concat(chunks);
          office.offered.push(raw.toString('latin1'));
          const verdict = await office.verdict();
          if (verdict !== null) return callback(smtpError(verdict));
          const { mailFrom, rcptTo } = session.envelope;
          const mail = await PostalMime.parse(raw);
          office.received.push({
            ...{ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) },
            ...{ mail, raw: raw.toString('latin1') },
          });
          callback(null);
        })();
      });
    },
    ...rest,
  });
  // Clients that hang up half-way are part of the tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;
  const office: PostOffice = {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received: [],
    offered: [],
    answer: () => null,
    verdict: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return office;
}

/** `550 5.1.1 no such user` as the error that the server answers with. */
const smtpError = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
