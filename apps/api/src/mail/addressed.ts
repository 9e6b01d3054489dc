import { canonicalEmail } from '@keyholder/domain';
import type { Letter } from './letter.ts';
import type { OutgoingMail } from './mailer.ts';
import type { ClaimedMail } from './mail-repository.ts';
import { headerName, oneLine } from './safe-text.ts';

/** Puts a letter into its envelope: who speaks, who answers are for, and exactly one recipient [R27]. */
export async function addressed(
  letter: Letter,
  mail: Pick<ClaimedMail, 'id' | 'recipient' | 'createdAt'>,
  mailFrom: string,
): Promise<OutgoingMail> {
  const answerTo = letter.replyTo && canonicalEmail(letter.replyTo.email);
  return {
    id: mail.id,
    to: mail.recipient,
    from: {
      name: letter.onBehalfOf === null ? 'Keyholder' : `${personName(letter.onBehalfOf)} via Keyholder`,
      address: mailFrom,
    },
    replyTo: letter.replyTo && answerTo ? { name: personName(letter.replyTo.name), address: answerTo } : null,
    subject: oneLine(letter.subject),
    text: letter.text,
    html: String(await letter.html),
    date: new Date(mail.createdAt),
  };
}

/** A display name that cannot be taken for an address. */
const personName = (name: string): string => headerName(name.replace(/[<>@"\\]/g, ' '));
