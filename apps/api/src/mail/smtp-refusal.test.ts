import { describe, expect, it } from 'vitest';
import { refusalOf } from './smtp-refusal.ts';

const refusal = (response: string, command = 'RCPT TO', code = 'EENVELOPE') =>
  refusalOf(
    Object.assign(new Error(), { response, command, code, responseCode: Number(response.slice(0, 3)) }),
  );

describe('a refusal in words for the sender', () => {
  it.each([
    ['550 5.1.1 <alex@x.test> User unknown', 'no such mailbox'],
    ['550 No such user here', 'no such mailbox'],
    ['550 5.1.2 bad destination', 'no such mailbox'],
    ['550-5.2.1 The account is disabled', 'mailbox switched off'],
    ['552 5.2.2 Mailbox full', 'mailbox full'],
    ['552 Too much', 'mailbox full'],
    ['554 5.7.1 Message rejected as spam', 'refused by the mail server as unwanted'],
    ['554 No thanks', 'refused by the mail server (554)'],
  ])('%s: %s, for good', (response, words) => {
    expect(refusal(response)).toMatchObject({ message: words, permanent: true });
  });

  it.each([
    ['421 4.3.2 shutting down', 'the mail server asks to try later (421)', 'CONN', 'EPROTOCOL'],
    ['450 4.2.1 busy', 'the mail server asks to try later (450)', 'RCPT TO', 'EENVELOPE'],
    ['452 4.2.2 over quota', 'the mail server asks to try later (452)', 'DATA', 'EMESSAGE'],
    ['554 no service here', 'the mail server asks to try later (554)', 'CONN', 'EPROTOCOL'],
    ['535 5.7.8 bad credentials', 'the mail server refuses our sign-in', 'AUTH PLAIN', 'EAUTH'],
    ['454 TLS not available', 'no secure connection to the mail server', 'STARTTLS', 'ETLS'],
  ])('%s: %s', (response, words, command, code) => {
    expect(refusal(response, command, code)).toMatchObject({ message: words, permanent: false });
  });

  it('never quotes the server, who may quote addresses', () => {
    expect(refusal('550 5.9.9 alex@yourteam.com is not wanted').message).toBe(
      'refused by the mail server (550)',
    );
  });
});
