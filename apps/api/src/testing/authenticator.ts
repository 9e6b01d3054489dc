import { TOTP } from 'otpauth';
import { PASSWORD } from './identity-world.ts';
import type { IdentityWorld, Reply } from './identity-world.ts';

/** The app on somebody's phone. Its clock is the test's. */
export interface Authenticator {
  /** The code that it shows now, or so many steps of 30 seconds from now. */
  code(steps?: number): string;
}

/** An app that has scanned this. */
export const scan = (secret: string, now: () => Date): Authenticator => ({
  code: (steps = 0) => new TOTP({ secret }).generate({ timestamp: now().getTime() + steps * 30_000 }),
});

export interface Enrolled extends Authenticator {
  readonly recoveryCodes: readonly string[];
  /** The session that turning it on has left. */
  readonly cookie: string;
}

/** Turns a second factor on for whoever has this cookie. */
export async function enrol(world: IdentityWorld, cookie: string, now: () => Date): Promise<Enrolled> {
  const offer = await world.post('two-factor/enable', { password: PASSWORD }, { cookie });
  if (offer.status !== 200) throw new Error(JSON.stringify(offer.body));
  const app = scan(String(offer.body['secret']), now);
  // The step before, so that the code of now is still to be used.
  const on = await world.post('two-factor/confirm', { code: app.code(-1) }, { cookie });
  if (!on.cookie) throw new Error(JSON.stringify(on.body));
  return { ...app, recoveryCodes: offer.body['recoveryCodes'] as string[], cookie: on.cookie };
}

/** The password of the person; answers with the cookie of the second step. */
export const firstStep = (world: IdentityWorld, email: string): Promise<Reply> =>
  world.post('sign-in/email', { email, password: PASSWORD });
