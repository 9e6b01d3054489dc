import { join, resolve } from 'node:path';
import { findBinaries, findIdentity } from './embedded-binaries.ts';
import { DirectoryInUse, OWNER } from './embedded-claim.ts';
import { exists, openCluster } from './embedded-cluster.ts';
import { reachableDirectory } from './embedded-place.ts';
import { findPostmaster } from './embedded-postmaster.ts';
import { startEmbedded } from './embedded.ts';
import type { Embedded, EmbeddedOptions } from './embedded.ts';

/** There is nothing to join, and whoever only looks must not make it. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

/**
 * For a tool beside the app: the server that a running Keyholder has on `dataDir`, which `stop` leaves alone, or one
 * started for the time until `stop`. Throws `NoDatabase` where there is none.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const wanted = resolve(options.dataDir);
  if (!(await exists(join(wanted, 'cluster'))) && !(await exists(join(wanted, 'elsewhere'))))
    throw new NoDatabase(`${wanted} holds no database of Keyholder`);
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    return running(options, wanted, error);
  }
}

async function running(options: EmbeddedOptions, wanted: string, inUse: DirectoryInUse): Promise<Embedded> {
  const identity = await findIdentity();
  const dataDir = await reachableDirectory(wanted, identity, options.place);
  const cluster = await openCluster({ dataDir, binaries: findBinaries(), identity, durable: true });
  const postmaster = await findPostmaster(cluster);
  if (!postmaster) throw inUse;
  const { port } = postmaster;
  return {
    url: `postgres://${OWNER}:${cluster.secrets.owner}@127.0.0.1:${port}/keyholder`,
    port,
    stop: async () => {},
  };
}
