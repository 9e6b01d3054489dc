import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { TestServer } from '@keyholder/db/testing';

/** Stands between the API and PostgreSQL and keeps every error that the server answers, whoever hides it later. */
export interface DatabaseErrors {
  /** The same server, reached through the watcher. */
  readonly server: TestServer;
  /** `<SQLSTATE> <message>` of each error since the last call. */
  take(): string[];
  close(): Promise<void>;
}

const ERROR_RESPONSE = 'E'.charCodeAt(0);

export async function watchDatabaseErrors(server: TestServer): Promise<DatabaseErrors> {
  const target = new URL(server.url);
  const sockets = new Set<Socket>();
  let errors: string[] = [];
  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    upstream.on(
      'data',
      readBackend((error) => errors.push(error)),
    );
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => (sockets.delete(one), other.destroy()));
    }
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const url = new URL(server.url);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as { port: number }).port);
  return {
    server: { ...server, url: url.href },
    take() {
      const taken = errors;
      errors = [];
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => proxy.close(closed));
    },
  };
}

/** Splits the bytes of one connection into messages and reads those that are errors. */
function readBackend(onError: (error: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) return;
      if (rest[0] === ERROR_RESPONSE) onError(describe(rest.subarray(5, end)));
      rest = rest.subarray(end);
    }
  };
}

/** Fields of an ErrorResponse: a letter and a text each; `C` is the SQLSTATE, `M` the message. */
function describe(body: Buffer): string {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .map((field) => [field[0], field.slice(1)]),
  );
  return `${fields.get('C')} ${fields.get('M')}`;
}
