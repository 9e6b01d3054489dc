import postgres from 'postgres';
import { type Cluster, SUPERUSER } from './embedded-cluster.ts';
import { classify } from './errors.ts';

/** Owns the database and migrates it. */
export const OWNER = 'keyholder';

/** Another living process works with this data directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
  constructor(cluster: Cluster) {
    super(
      `Another Keyholder is running on ${cluster.root}: stop it first, or give this one its own data directory`,
    );
  }
}

export interface Claim {
  release(): Promise<void>;
}

const CLAIM_KEY = 5_247_001;

/**
 * Claims the server for this process by a lock that lives as long as one connection: it cannot outlive us, and no
 * process number can be mistaken for us. Undefined while the server does not accept connections yet.
 */
export async function claim(cluster: Cluster, port: number, onLost: () => void): Promise<Claim | undefined> {
  const held = { now: false };
  const sql = superuser(cluster, port, 'postgres', () => {
    if (held.now) onLost();
    held.now = false;
  });
  try {
    const [row] = await sql<{ data: string; claimed: boolean }[]>`
      select current_setting('data_directory') as data, pg_try_advisory_lock(${CLAIM_KEY}) as claimed`;
    if (!row?.claimed) throw new DirectoryInUse(cluster);
    held.now = true;
    return {
      async release() {
        held.now = false;
        await sql.end({ timeout: 1 });
      },
    };
  } catch (error) {
    await sql.end({ timeout: 1 });
    if (classify(error).kind === 'unavailable') return undefined;
    throw error;
  }
}

/** Makes the owner and its database where they are missing. Only for the holder of the claim. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const sql = superuser(cluster, port, 'postgres');
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${OWNER}`;
    if (found) return;
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    if (!role) {
      await sql.unsafe(
        `create role ${OWNER} login nosuperuser createrole createdb nobypassrls password '${cluster.secrets.owner}'`,
      );
    }
    await sql.unsafe(`create database ${OWNER} owner ${OWNER}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function superuser(cluster: Cluster, port: number, database: string, onclose = () => {}): postgres.Sql {
  return postgres({
    ...{ host: '127.0.0.1', port, database, username: SUPERUSER, password: cluster.secrets.superuser },
    ...{ max: 1, idle_timeout: 0, max_lifetime: null, connect_timeout: 5, fetch_types: false },
    ...{ onnotice: () => {}, onclose },
    connection: { application_name: 'keyholder-embedded' },
  });
}
