/** Query keys: everything of an account or a site starts alike, so that one event can refresh all of it. */
export const keys = {
  me: ['me'],
  account: (id: string, ...rest: readonly unknown[]) => ['account', id, ...rest],
  site: (id: string, ...rest: readonly unknown[]) => ['site', id, ...rest],
} as const;
