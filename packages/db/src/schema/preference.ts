import type { Clock, Density, Theme, TimeStyle, UserId } from '@keyholder/domain';
import { CLOCKS, DENSITIES, THEMES, TIME_STYLES } from '@keyholder/domain';
import { boolean, check, pgTable, text } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';
import { user } from './identity.ts';
import { oneOf } from './one-of.ts';

/** How the Dashboard looks for a person. Without a row the domain's defaults hold. */
export const preference = pgTable(
  'preference',
  {
    userId: id('user_id')
      .$type<UserId>()
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    theme: text('theme').$type<Theme>().notNull(),
    density: text('density').$type<Density>().notNull(),
    timeStyle: text('time_style').$type<TimeStyle>().notNull(),
    clock: text('clock').$type<Clock>().notNull(),
    singleKeys: boolean('single_keys').notNull(),
  },
  (t) => [
    check('preference_theme', oneOf(t.theme, THEMES)),
    check('preference_density', oneOf(t.density, DENSITIES)),
    check('preference_time_style', oneOf(t.timeStyle, TIME_STYLES)),
    check('preference_clock', oneOf(t.clock, CLOCKS)),
  ],
);
