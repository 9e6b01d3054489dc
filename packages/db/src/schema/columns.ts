import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant, exact to the millisecond as the API shows it (security.md 1.2.4). */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A UUIDv7 made by the application. */
export const id = (name: string) => uuid(name);

/** Raw bytes. postgres.js hands them out as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
