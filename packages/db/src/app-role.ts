import type postgres from 'postgres';
import { BOSS_SCHEMA } from './boss-schema.ts';
import { APP_ROLE } from './connect.ts';

/** What is written once and never changed; the application may only add to it and read it. */
const APPEND_ONLY = ['audit_event', 'security_event'];
/** What the application may move on, but not take away; a trigger lets it move in one direction only. */
const KEPT = ['audit_head'];

/** Makes the application's role, lets the owner take it on, and grants it exactly what it needs: no DDL, no deleting of audit. */
export async function grantAppRole(sql: postgres.Sql): Promise<void> {
  await createRole(sql);
  await letOwnerTakeIt(sql);
  await sql.begin(async (tx) => {
    await tx.unsafe(`
      grant usage on schema public, ${BOSS_SCHEMA}, drizzle to ${APP_ROLE};
      revoke all on all tables in schema public from ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema public, ${BOSS_SCHEMA} to ${APP_ROLE};
      grant usage, select on all sequences in schema public, ${BOSS_SCHEMA} to ${APP_ROLE};
      grant execute on all functions in schema public, ${BOSS_SCHEMA} to ${APP_ROLE};
      grant select on drizzle.__drizzle_migrations to ${APP_ROLE};`);
    await revoke(tx, 'update', APPEND_ONLY);
    await revoke(tx, 'delete', [...APPEND_ONLY, ...KEPT]);
  });
  await refuseTooMuch(sql);
}

/** Takes one right on those of these tables that this schema has. */
async function revoke(
  tx: postgres.TransactionSql,
  right: 'update' | 'delete',
  tables: readonly string[],
): Promise<void> {
  const there = await tx<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename in ${tx(tables)}`;
  for (const { name } of there) await tx.unsafe(`revoke ${right} on public.${name} from ${APP_ROLE}`);
}

async function createRole(sql: postgres.Sql): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`;
  if (found) return;
  const statement = `create role ${APP_ROLE} nologin nosuperuser nocreatedb nocreaterole nobypassrls`;
  // Roles belong to the whole server, so a migrator of another database may be making it at this moment.
  await sql
    .unsafe(`do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`)
    .catch((cause: unknown) => askAdministrator(statement, cause));
}

async function letOwnerTakeIt(sql: postgres.Sql): Promise<void> {
  const [server] = await sql<{ grants_set: boolean; owner: string }[]>`
    select current_setting('server_version_num')::int >= 160000 as grants_set, quote_ident(current_user) as owner`;
  const right = server?.grants_set ? 'SET' : 'MEMBER';
  const [may] = await sql<{ may: boolean }[]>`select pg_has_role(current_user, ${APP_ROLE}, ${right}) as may`;
  if (may?.may) return;
  const statement = `grant ${APP_ROLE} to ${server?.owner}${server?.grants_set ? ' with set true' : ''}`;
  await sql.unsafe(statement).catch((cause: unknown) => askAdministrator(statement, cause));
}

/** A role that looks through the walls would make them useless without a sign. */
async function refuseTooMuch(sql: postgres.Sql): Promise<void> {
  const [role] = await sql<{ mighty: boolean; ddl: boolean }[]>`
    select rolsuper or rolbypassrls as mighty, has_schema_privilege(oid, 'public', 'CREATE') as ddl
    from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.mighty) askAdministrator(`alter role ${APP_ROLE} nosuperuser nobypassrls`, undefined);
  if (role?.ddl) askAdministrator('revoke create on schema public from public', undefined);
}

function askAdministrator(statement: string, cause: unknown): never {
  throw new Error(
    `The database role of DATABASE_URL may not do this, so an administrator must run once: ${statement};`,
    { cause },
  );
}
