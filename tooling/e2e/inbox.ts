import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message as it came over the wire, headers and all. */
  readonly raw: string;
  /** The text part, decoded. */
  readonly text: string;
  readonly subject: string;
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
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.once('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push(parse(Buffer.concat(parts).toString('utf8'), mailFrom ? mailFrom.address : '', rcptTo));
        done();
      });
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

function parse(raw: string, from: string, to: readonly { address: string }[]): Mail {
  const subject = decodeWords(unfold(raw).match(/^subject: (.*)$/im)?.[1] ?? '');
  return { from, to: to.map((one) => one.address), raw, subject, text: textPart(raw) };
}

const unfold = (raw: string): string => raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');

function textPart(raw: string): string {
  const part = /content-type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?:\r?\n--|$)/i.exec(raw);
  if (!part) return '';
  const header = part[0].slice(0, part[0].search(/\r?\n\r?\n/));
  // The encoding may stand before the content type as well as after it.
  const before =
    raw
      .slice(Math.max(0, part.index - 200), part.index)
      .split(/\r?\n--/)
      .at(-1) ?? '';
  const encoding = /transfer-encoding: ([\w-]+)/i.exec(before + header)?.[1]?.toLowerCase();
  const body = part[1] ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body;
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047 words, as they stand in a subject that is not plain ASCII. */
const decodeWords = (value: string): string =>
  value
    .replace(/(?<==\?=)\s+(?==\?)/g, '')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
