import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import type { TestServer } from '@keyholder/db/testing';

/** Stands between the API and PostgreSQL and counts what the API has the server execute. */
export interface StatementCounter {
  /** The same server, reached through the counter. */
  readonly server: TestServer;
  /** Statements executed so far by connections with this application name. */
  executed(application: string): number;
  close(): Promise<void>;
}

/** Frontend messages that make the server run a statement: simple Query, and Execute of the extended protocol. */
const RUNS = new Set(['Q'.charCodeAt(0), 'E'.charCodeAt(0)]);

export async function countStatements(server: TestServer): Promise<StatementCounter> {
  const target = new URL(server.url);
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = readFrontend((application) => counts.set(application, (counts.get(application) ?? 0) + 1));
    client.on('data', read);
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
    executed: (application) => counts.get(application) ?? 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => proxy.close(closed));
    },
  };
}

/** Splits the bytes of one connection into messages; the first has no type byte and names the application. */
function readFrontend(onRun: (application: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let application: string | null = null;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = application === null ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (application === null) application = applicationName(rest.subarray(8, end));
      else if (RUNS.has(rest[0]!)) onRun(application);
      rest = rest.subarray(end);
    }
  };
}

function applicationName(parameters: Buffer): string {
  const words = parameters.toString('utf8').split('\0');
  return words[words.indexOf('application_name') + 1] ?? '';
}
