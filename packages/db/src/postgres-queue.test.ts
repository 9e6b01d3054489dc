import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Queue<T> {
  readonly length: number;
  push(x: T): T;
  shift(): T | undefined;
  remove(x: T): T | null;
}
type MakeQueue = <T>(initial?: T[]) => Queue<T>;

const require = createRequire(import.meta.url);
const commonJs = dirname(require.resolve('postgres'));
const load = {
  'ES module': async () =>
    ((await import(pathToFileURL(join(commonJs, '../../src/queue.js')).href)) as { default: MakeQueue })
      .default,
  CommonJS: async () => require(join(commonJs, 'queue.js')) as MakeQueue,
};

describe.each(Object.entries(load))('the queue of postgres.js, %s (docs/decisions/0003)', (_, loadQueue) => {
  it('gives back in the order of arrival, without what was removed', async () => {
    const queue = (await loadQueue())(['a', 'b']);
    queue.push('c');
    queue.push('d');
    expect(queue.remove('c')).toBe('c');
    expect(queue.remove('c')).toBeNull();
    expect(queue.length).toBe(3);
    expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual(['a', 'b', 'd', undefined]);
    expect(queue.length).toBe(0);
    queue.push('e');
    expect(queue.shift()).toBe('e');
  });

  it('does as much work after 200,000 hand-overs as at the start, although it never runs empty', async () => {
    const queue = (await loadQueue())<object>();
    const connections = Array.from({ length: 10 }, () => ({}));
    for (const connection of connections) queue.push(connection);
    const handOver = (times: number): number => {
      const start = process.cpuUsage();
      for (let i = 0; i < times; i += 1) {
        const connection = queue.shift() as object;
        queue.remove(connection); // postgres.js removes what it has just shifted: the unpatched queue searches everything
        queue.push(connection);
      }
      return process.cpuUsage(start).user;
    };
    handOver(20_000);
    const young = handOver(20_000);
    handOver(160_000);
    const old = handOver(20_000);
    // The unpatched queue takes several hundred times as long; the factor only allows for a busy machine.
    expect(old).toBeLessThan(young * 20 + 20_000);
  });
});
