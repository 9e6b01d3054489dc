/** Something that happens in the demo, so many days before it is seeded. */
export interface Scene {
  readonly daysAgo: number;
  readonly play: () => Promise<unknown>;
}

export const HOURS = 1 / 24;
export const MINUTES = HOURS / 60;

/** Not everybody does things at the same minute of the day: up to some hours, different for each. */
export const offset = (index: number): number => ((index * 53) % 400) * MINUTES;
