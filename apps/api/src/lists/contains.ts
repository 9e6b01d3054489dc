import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** Whether one of the columns contains this text, letter case aside; `%` and `_` are ordinary characters. */
export function contains(columns: readonly SQL[], text: string | undefined): SQL {
  if (text === undefined || text === '') return sql`true`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${sql.join(
    columns.map((column) => sql`${column} ilike ${pattern}`),
    sql` or `,
  )})`;
}
