export const restoreWords = {
  restore: 'Restore',
  restoreOf: (name: string) => `Restore ${name}`,
  restoring: 'Restoring…',
  restored: (name: string, site: string | undefined) =>
    site === undefined
      ? `${name} is back in the account with all their sites.`
      : `${name} is back on ${site}.`,
} as const;
