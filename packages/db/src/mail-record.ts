import type { EmailAddress } from '@keyholder/domain';

/** A mail to be sent after the commit: facts only, the link is derived by the worker [R19, R26]. */
export interface NewMail {
  readonly id: string;
  readonly kind: string;
  readonly ref: string;
  /** With `kind` and `ref` a mail exists once. */
  readonly generation: number;
  readonly recipient: EmailAddress;
  readonly data: Record<string, unknown>;
}
