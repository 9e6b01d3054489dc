import { describe, expect, it } from 'vitest';
import { createGate, DatabaseBusy } from './gate.ts';

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, finish: resolve };
}

describe('the gate in front of the pool', () => {
  it('refuses with DatabaseBusy when no slot becomes free in time, and works again afterwards', async () => {
    const gate = createGate({ max: 1, maxWaitMs: 30 });
    const first = held();
    const running = gate.run(first.work);
    await expect(gate.run(async () => 'late')).rejects.toBeInstanceOf(DatabaseBusy);
    first.finish();
    await running;
    expect(await gate.run(async () => 'in time')).toBe('in time');
  });

  it('lets in those who wait in the order they came, and never more than it has slots', async () => {
    const gate = createGate({ max: 2, maxWaitMs: 1_000 });
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const one = async (n: number): Promise<void> => {
      order.push(n);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => gate.run(() => one(n))));
    expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(most).toBe(2);
  });

  it('gives the slot back when the work throws, even before its first wait', async () => {
    const gate = createGate({ max: 1, maxWaitMs: 30 });
    const broken = (): Promise<never> => {
      throw new Error('broken');
    };
    await expect(gate.run(broken)).rejects.toThrow('broken');
    expect(await gate.run(async () => 'next')).toBe('next');
  });

  it('refuses at once to be entered by somebody who is inside, also when slots are free', async () => {
    const gate = createGate({ max: 5, maxWaitMs: 30 });
    await expect(gate.run(() => gate.run(async () => 'nested'))).rejects.toThrow(
      'already holds a connection',
    );
  });

  it('may be entered by what was started inside and goes on after it', async () => {
    const gate = createGate({ max: 5, maxWaitMs: 30 });
    const outer = held();
    let later: Promise<string> | undefined;
    const inside = gate.run(async () => {
      later = outer.work().then(() => gate.run(async () => 'later'));
    });
    await inside;
    outer.finish();
    expect(await later).toBe('later');
  });
});
