import { decideSeat } from '../index.ts';
import type { Seats } from '../index.ts';

/** A small account that obeys decideSeat as the use cases do: the counting is spelled out here once more. */
export class SeatBook {
  limit: number | null;
  readonly #people = new Set<string>();
  readonly #pending = new Map<string, 'valid' | 'expired'>();

  constructor(limit: number | null) {
    this.limit = limit;
  }

  seats(except?: string): Seats {
    const holding = [...this.#pending].filter(
      ([who, state]) => state === 'valid' && who !== except && !this.#people.has(who),
    );
    return { limit: this.limit, used: this.#people.size, reserved: holding.length };
  }

  invite(who: string): void {
    if (!this.#pending.has(who)) this.#reserve(who);
  }

  resend(who: string): void {
    if (this.#pending.has(who)) this.#reserve(who);
  }

  accept(who: string): void {
    if (this.#pending.get(who) !== 'valid') return;
    if (!decideSeat(this.seats(who), this.#people.has(who)).allowed) return;
    this.#pending.delete(who);
    this.#people.add(who);
  }

  expire(who: string): void {
    if (this.#pending.has(who)) this.#pending.set(who, 'expired');
  }

  revoke(who: string): void {
    this.#pending.delete(who);
  }

  remove(who: string): void {
    this.#people.delete(who);
    this.#pending.delete(who);
  }

  restore(who: string): void {
    if (decideSeat(this.seats(), this.#holds(who)).allowed) this.#people.add(who);
  }

  #reserve(who: string): void {
    if (decideSeat(this.seats(), this.#holds(who)).allowed) this.#pending.set(who, 'valid');
  }

  #holds(who: string): boolean {
    return this.#people.has(who) || this.#pending.get(who) === 'valid';
  }
}
