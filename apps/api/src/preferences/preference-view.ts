import { CLOCKS, DENSITIES, THEMES, TIME_STYLES } from '@keyholder/domain';
import { z } from 'zod';

const theme = z.enum(THEMES, { error: 'Choose a theme.' });
const density = z.enum(DENSITIES, { error: 'Choose a density.' });
const timeStyle = z.enum(TIME_STYLES, { error: 'Choose how times are shown.' });
const clock = z.enum(CLOCKS, { error: 'Choose a clock.' });
const singleKeys = z.boolean({ error: 'Use true or false.' });

/** How the Dashboard looks and behaves for one person. */
export const preferencesSchema = z
  .object({ theme, density, timeStyle, clock, singleKeys })
  .meta({ ref: 'Preferences' });

export const preferenceChange = z
  .strictObject({ theme, density, timeStyle, clock, singleKeys })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Name what should change.');
export type PreferenceChange = z.infer<typeof preferenceChange>;
