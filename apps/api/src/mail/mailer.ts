/** A mail in its envelope: one recipient, always the stored canonical address [R27]. */
export interface OutgoingMail {
  /** Makes the Message-ID, so that every attempt of one send is the same message to the receiver. */
  readonly id: string;
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When the mail was asked for; the same on every attempt. */
  readonly date: Date;
}

/** Hands mails over to be delivered. */
export interface Mailer {
  /** Settles when the mail was taken over. Throws `MailRefused`; never takes longer than its time-out. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** A mail was not taken over. `message` is the reason in words for the sender of the invitation, without addresses. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  /** Trying again cannot help. */
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean, cause?: unknown) {
    super(reason, { cause });
    this.permanent = permanent;
  }
}
