import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { newId } from '@keyholder/db';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailRefused, OutgoingMail } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';
import { smtpServerOf } from './smtp-server.ts';
import type { SmtpServer } from './smtp-server.ts';
import { openPostOffice } from './testing/post-office.ts';

const timeouts = { connect: 300, command: 300, total: 600 };
const opened: { close(): unknown }[] = [];
const keep = <T extends { close(): unknown }>(one: T): T => (opened.push(one), one);
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

const mail = (own: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...{ id: newId(), to: 'alex@yourteam.com', from: { name: 'Keyholder', address: 'post@keyholder.example' } },
  ...{ replyTo: null, subject: 'Hello', text: 'Hello', html: '<p>Hello</p>', date: new Date(0) },
  ...own,
});
const mailerOf = (server: SmtpServer) =>
  keep(createSmtpMailer({ server, host: 'keyholder.example', timeouts }));
const local = (url: string) => mailerOf(smtpServerOf(url, () => true));
const failure = (sending: Promise<void>) =>
  sending.then(
    () => expect.fail('the mail was taken'),
    (error: unknown) => ({
      message: (error as MailRefused).message,
      permanent: (error as MailRefused).permanent,
    }),
  );
const never = new AbortController().signal;

/** A server on loopback that does what `talk` says; everything said to it is kept. */
async function openSocket(talk: (socket: Socket) => void) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (data) => heard.push(data.toString()));
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  keep({ close: () => (sockets.forEach((socket) => socket.destroy()), server.close()) });
  return { heard, port: (server.address() as AddressInfo).port };
}

describe('a server that cannot be used is tried again later', () => {
  it('when nobody listens, and the mail goes out when it is back', async () => {
    const gone = await openPostOffice();
    await gone.close();
    const mailer = local(gone.url);
    expect(await failure(mailer.send(mail(), never))).toEqual({
      message: 'the mail server cannot be reached',
      permanent: false,
    });
    const back = keep(await openPostOffice({ port: gone.port }));
    await mailer.send(mail(), never);
    expect(back.received).toHaveLength(1);
  });

  it.each([
    ['never greets', () => {}],
    ['greets and then says nothing', (socket: Socket) => socket.write('220 hello\r\n')],
    [
      'answers a byte at a time',
      (socket: Socket) => {
        socket.write('220 hello\r\n250');
        const timer = setInterval(() => socket.write('-'), 100);
        socket.on('close', () => clearInterval(timer));
      },
    ],
  ])('when it %s: the mailer gives up in time', async (_what, talk) => {
    const { port } = await openSocket(talk);
    const started = performance.now();
    expect(await failure(local(`smtp://127.0.0.1:${port}`).send(mail(), never))).toMatchObject({
      permanent: false,
    });
    expect(performance.now() - started).toBeLessThan(timeouts.total + 400);
  });

  it('when one recipient hangs, while others on the same server go on', async () => {
    const office = keep(await openPostOffice());
    office.answer = (address) => (address.startsWith('slow') ? new Promise(() => {}) : null);
    const mailer = local(office.url);
    const slow = failure(mailer.send(mail({ to: 'slow@yourteam.com' }), never));
    await mailer.send(mail({ to: 'quick@yourteam.com' }), never);
    expect(office.received.map(({ to }) => to)).toEqual([['quick@yourteam.com']]);
    expect(await slow).toEqual({ message: 'the mail server does not answer in time', permanent: false });
  });

  it('when the process stops', async () => {
    const office = keep(await openPostOffice());
    office.answer = () => new Promise(() => {});
    const stopping = new AbortController();
    const sending = failure(local(office.url).send(mail(), stopping.signal));
    await sleep(50);
    stopping.abort();
    expect(await sending).toMatchObject({ permanent: false });
  });
});

describe('nothing is sent in the clear', () => {
  const abroad = (port: number, own: Partial<SmtpServer> = {}): SmtpServer => ({
    // As for a server elsewhere, and yet on loopback.
    ...smtpServerOf(`smtp://user:secret@mail.example:${port}`, () => false),
    ...{ host: '127.0.0.1', ...own },
  });

  it('when STARTTLS was stripped: no password, no mail', async () => {
    const { port, heard } = await openSocket((socket) => {
      socket.write('220 hello\r\n');
      socket.on('data', (data) =>
        socket.write(data.toString().startsWith('EHLO') ? '250-hello\r\n250 AUTH PLAIN\r\n' : '502 no\r\n'),
      );
    });
    expect(await failure(mailerOf(abroad(port)).send(mail(), never))).toEqual({
      message: 'no secure connection to the mail server',
      permanent: false,
    });
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|secret/);
  });

  it('when the certificate is not to be trusted', async () => {
    const office = keep(await openPostOffice({ hideSTARTTLS: false }));
    expect(await failure(mailerOf(abroad(office.port)).send(mail(), never))).toEqual({
      message: 'no secure connection to the mail server',
      permanent: false,
    });
    expect(office.offered).toEqual([]);
  });

  it('a refused sign-in fails no mail for good: it is for the operator to mend', async () => {
    const office = keep(
      await openPostOffice({
        ...{ authOptional: false, disabledCommands: [], allowInsecureAuth: true },
        onAuth: (_auth, _session, callback) =>
          callback(Object.assign(new Error('no'), { responseCode: 535 })),
      }),
    );
    const mailer = local(office.url.replace('//', '//user:wrong@'));
    expect(await failure(mailer.send(mail(), never))).toEqual({
      message: 'the mail server refuses our sign-in',
      permanent: false,
    });
  });
});

describe('SMTP_URL', () => {
  const foreign = (url: string) => smtpServerOf(url, (host) => host === '127.0.0.1' || host === '[::1]');

  it.each([
    [
      'smtp://mail.example',
      { port: 587, secure: false, requireTLS: true, tls: { rejectUnauthorized: true } },
    ],
    ['smtps://mail.example', { port: 465, secure: true, tls: { rejectUnauthorized: true } }],
    [
      'smtp://mail.example?requireTLS=false&tls.rejectUnauthorized=false',
      { requireTLS: true, tls: { rejectUnauthorized: true } },
    ],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTLS: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, requireTLS: false }],
    ['smtp://a%40b:p%2Fw@mail.example', { auth: { user: 'a@b', pass: 'p/w' } }],
  ])('%s', (url, expected) => {
    expect(foreign(url)).toMatchObject(expected);
  });
});
