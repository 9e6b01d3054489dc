import type { Brand } from '@keyholder/domain';
import { v7 } from 'uuid';

/** A new UUIDv7: ids are made by the application, so that they work on every PostgreSQL from 15 on. */
export const newId = <Id extends Brand<string, string> | string = string>(): Id => v7() as Id;
