import { z } from 'zod';

export const statusSchema = <Status extends string>(status: Status) =>
  z.object({ status: z.literal(status) });
export const personSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
});

/** Shown once, when they are made. */
const recoveryCodes = z.array(z.string());
export const offerSchema = z.object({ uri: z.string(), secret: z.string(), recoveryCodes });
export const recoveryCodesSchema = z.object({ recoveryCodes });
