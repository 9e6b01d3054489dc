/** How the Dashboard looks and behaves for one person, wherever they sign in. */
export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
/** "2 hours ago", or the date and time; the other one is in the tooltip. */
export const TIME_STYLES = ['relative', 'absolute'] as const;
/** "14:02", or "2:02 pm". */
export const CLOCKS = ['h24', 'h12'] as const;

export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];
export type TimeStyle = (typeof TIME_STYLES)[number];
export type Clock = (typeof CLOCKS)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  readonly timeStyle: TimeStyle;
  readonly clock: Clock;
  /** Whether single letters do something in lists (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

/** What holds for somebody who has chosen nothing. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  density: 'comfortable',
  timeStyle: 'relative',
  clock: 'h24',
  singleKeys: true,
};
