interface Known {
  id: string;
  slug: string;
}
/** Addresses hold slugs; ids are understood as well. */
export const findAccount = <A extends Known>(
  me: { accounts: readonly A[] },
  slugOrId: string | undefined,
): A | undefined => me.accounts.find((account) => account.slug === slugOrId || account.id === slugOrId);
