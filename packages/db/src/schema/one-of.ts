import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** A CHECK that a column holds one of the domain's keys: the closed list reaches the database from the same source. */
export const oneOf = (column: AnyPgColumn, keys: readonly string[]) =>
  sql`${column} in (${sql.raw(keys.map((key) => `'${key}'`).join(', '))})`;
