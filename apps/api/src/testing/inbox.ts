import type { Mailer, OutgoingMail } from '../mail/mailer.ts';

/** Keeps every mail that would have left, in the order it came. */
export interface Inbox {
  readonly mailer: Mailer;
  readonly mails: readonly OutgoingMail[];
  /** The newest mail to an address, waiting for it at most 10 s; `about` must be part of its subject. */
  newest(to: string, about?: string): Promise<OutgoingMail>;
  /** The token of the newest invitation mail to an address. */
  token(to: string): Promise<string>;
}

const WAIT_MS = 10_000;

export function openInbox(): Inbox {
  const mails: OutgoingMail[] = [];
  const taken = new Set<OutgoingMail>();
  const newest = (to: string, about = '') => wait(to, (mail) => mail.subject.includes(about));
  async function wait(to: string, fits: (mail: OutgoingMail) => boolean): Promise<OutgoingMail> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const found = mails.findLast((mail) => mail.to === to && fits(mail) && !taken.has(mail));
      if (found) return found;
      if (Date.now() > until)
        throw new Error(
          `no mail to ${to} within ${WAIT_MS} ms; there are: ${mails.map((mail) => `${mail.to} "${mail.subject}"`).join(', ')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return {
    mailer: {
      send: async (mail) => void mails.push(mail),
      close: () => {},
    },
    mails,
    newest,
    async token(to) {
      const link = /\/invitation#([A-Za-z0-9_.-]+)/;
      const mail = await wait(to, (one) => link.test(one.text));
      // Read once: the next call waits for the next mail, as a resend sends it.
      taken.add(mail);
      return link.exec(mail.text)![1]!;
    },
  };
}
