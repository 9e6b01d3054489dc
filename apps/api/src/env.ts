import { readFileSync } from 'node:fs';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const bareUrl = (protocols: readonly string[]) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol);
  });

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  APP_URL: bareUrl(['http:', 'https:'])
    .refine((text) => {
      const url = new URL(text);
      return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
    })
    .optional(),
  DATABASE_URL: bareUrl(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  KEYHOLDER_SECRET: z.string().min(32).optional(),
  SMTP_URL: bareUrl(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s<>"@]+@[^\s<>"@]+$/)
    .default('keyholder@localhost'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DEMO: flag.default(false),
  SSO_ALLOW_LOOPBACK: flag.default(false),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
});

/** What each variable should be: said when it is not. */
const EXPECTED: Record<string, string> = {
  PORT: 'a port number between 1 and 65535',
  APP_URL: 'the public address, like https://keyholder.example, without a path',
  DATABASE_URL: 'like postgres://user:password@host:5432/name',
  DATA_DIR: 'a folder',
  KEYHOLDER_SECRET: '32 characters or more; required in production',
  SMTP_URL: 'like smtp://user:password@host:587; required in production',
  MAIL_FROM: 'an e-mail address',
  TRUSTED_PROXIES: 'the number of proxies in front, 0 to 10',
  DEMO: '0 or 1',
  SSO_ALLOW_LOOPBACK: '0 or 1, and never 1 in production',
  LOG_LEVEL: 'debug, info, warn, error or silent',
};

export type Env = ReturnType<typeof readEnv>;

/**
 * The settings of the process (http-api.md, Settings). Throws an `EnvError` whose message is one line that names the
 * variable and what it should be.
 */
export function readEnv(source: Record<string, string | undefined> = process.env) {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) throw new EnvError(String(parsed.error.issues[0]?.path[0]));
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  const appUrl = new URL(env.APP_URL ?? `http://localhost:${env.PORT}`);
  if (production) {
    if (!env.KEYHOLDER_SECRET) throw new EnvError('KEYHOLDER_SECRET');
    if (!env.SMTP_URL) throw new EnvError('SMTP_URL');
    if (env.SSO_ALLOW_LOOPBACK) throw new EnvError('SSO_ALLOW_LOOPBACK');
    if (!env.APP_URL || (appUrl.protocol === 'http:' && !isLoopback(appUrl.hostname)))
      throw new EnvError('APP_URL', 'an https address in production (plain http only for loopback)');
  }
  return {
    production,
    port: env.PORT,
    /** Scheme, host and port, without a slash at the end. */
    appUrl: appUrl.origin,
    secure: appUrl.protocol === 'https:',
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    secret: env.KEYHOLDER_SECRET,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustedProxies: env.TRUSTED_PROXIES,
    demo: env.DEMO,
    ssoAllowLoopback: env.SSO_ALLOW_LOOPBACK,
    // In development the console is for people: what the app says, and what goes wrong.
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
  };
}

export class EnvError extends Error {
  constructor(variable: string, expected = EXPECTED[variable] ?? 'valid') {
    super(`${variable} should be ${expected}.`);
    this.name = 'EnvError';
  }
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** The version that the API reference and the logs show. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
