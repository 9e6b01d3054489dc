import type { Html } from './layout.ts';
import type { Person } from './new-mail.ts';

/** A mail as written, before it has an envelope. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: Html;
  /** On whose behalf Keyholder writes: "Bright Lines Agency via Keyholder". Null: Keyholder itself. */
  readonly onBehalfOf: string | null;
  readonly replyTo: Person | null;
}

/** What a message is written for, beside its facts. */
export interface Occasion {
  readonly recipient: string;
  /** Where the button leads: derived when the mail is sent and stored nowhere [R19]; empty for mails without one. */
  readonly link: string;
}
