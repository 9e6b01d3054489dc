import { MailRefused } from './mailer.ts';

/** What the library says about a failed send. */
interface SmtpFault {
  readonly code?: string;
  /** Of the socket or of TLS, below `code`. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Answers to these commands are about the mail; answers to others (greeting, AUTH, STARTTLS) are about the server. */
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;

/** How Node names a certificate or handshake that it does not accept. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_SSL|ERR_TLS/;

/**
 * A failed send in words for the row. 5xx about the mail is final; everything else is tried again, also a refused
 * sign-in: it is the operator's to mend, and no mail is lost meanwhile [R26].
 */
export function refusalOf(error: unknown): MailRefused {
  const fault = error as SmtpFault;
  const status = fault.responseCode ?? 0;
  if (
    status >= 500 &&
    fault.code !== 'EAUTH' &&
    fault.code !== 'ETLS' &&
    ABOUT_THE_MAIL.test(fault.command ?? '')
  )
    return new MailRefused(finalReason(status, fault), true, error);
  return new MailRefused(passingReason(status, fault), false, error);
}

function finalReason(status: number, { response = '', command = '' }: SmtpFault): string {
  const enhanced = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
  if (/^5\.1\.[1236]$/.test(enhanced)) return 'no such mailbox';
  if (enhanced === '5.2.1') return 'mailbox switched off';
  if (enhanced === '5.2.2') return 'mailbox full';
  if (enhanced.startsWith('5.7.')) return 'refused by the mail server as unwanted';
  if (enhanced === '' && command.startsWith('RCPT') && (status === 550 || status === 551 || status === 553))
    return 'no such mailbox';
  if (enhanced === '' && status === 552) return 'mailbox full';
  return `refused by the mail server (${status})`;
}

function passingReason(status: number, { code, originalCode = '' }: SmtpFault): string {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'the mail server refuses our sign-in';
  if (code === 'ETLS' || UNTRUSTED.test(originalCode)) return 'no secure connection to the mail server';
  if (status >= 400) return `the mail server asks to try later (${status})`;
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'the mail server does not answer in time';
  return 'the mail server cannot be reached';
}
