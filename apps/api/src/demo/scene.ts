/** Something that happens in the demo, so many days before it is seeded. */
export interface Scene {
  readonly daysAgo: number;
  readonly play: () => Promise<unknown>;
}

export const HOURS = 1 / 24;
export const MINUTES = HOURS / 60;
