/** Where and how to hand mails over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps:). */
  readonly secure: boolean;
  /** STARTTLS or nothing: without it neither mail nor password is sent. */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls: { readonly rejectUnauthorized: boolean };
}

/**
 * Reads SMTP_URL. TLS with a valid certificate is required, except on loopback. Parameters in the URL are ignored:
 * the library would take them as options, and `?requireTLS=false` must not be possible.
 */
export function smtpServerOf(smtpUrl: string, isLoopback: (host: string) => boolean): SmtpServer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const local = isLoopback(url.hostname);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !local,
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    tls: { rejectUnauthorized: !local },
  };
}
