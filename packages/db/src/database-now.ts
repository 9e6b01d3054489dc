import { sql } from 'drizzle-orm';
import type { Transaction } from './connect.ts';

/** The database's clock at this statement (not at the start of the transaction), in whole ms. */
export async function databaseNow(tx: Pick<Transaction, 'execute'>): Promise<Date> {
  const [row] = await tx.execute<{ now: string | Date }>(
    sql`select date_trunc('milliseconds', clock_timestamp()) as now`,
  );
  return new Date(row!.now);
}
