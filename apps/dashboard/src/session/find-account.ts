interface Known {
  id: string;
  slug: string;
  formerSlugs?: readonly string[] | undefined;
}
/** Addresses hold slugs; ids are understood as well, and slugs that the account had before. */
export const findAccount = <A extends Known>(
  me: { accounts: readonly A[] },
  slugOrId: string | undefined,
): A | undefined =>
  me.accounts.find((account) => account.slug === slugOrId || account.id === slugOrId) ??
  me.accounts.find((account) => slugOrId !== undefined && account.formerSlugs?.includes(slugOrId));
