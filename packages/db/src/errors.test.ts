import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { classify } from './errors.ts';
import { DatabaseBusy } from './gate.ts';

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error('from the driver'), { code, ...more });

describe('classify', () => {
  it.each([
    ...['08006', '08P01', '53100', '53300', '57P01', '57P03', '57014', '55P03', '25006', '25P03'],
    ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'],
  ])('calls %s unavailable', (code) => {
    expect(classify(coded(code))).toEqual({ kind: 'unavailable' });
  });

  it.each(['40001', '40P01'])('calls %s worth another try', (code) => {
    expect(classify(coded(code))).toEqual({ kind: 'retry' });
  });

  it.each(['22P02', '22021', '22P05', '22003'])('calls %s bad input', (code) => {
    expect(classify(coded(code))).toEqual({ kind: 'bad_input' });
  });

  it.each([
    ['23505', 'unique'],
    ['23503', 'foreign_key'],
    ['23514', 'check'],
  ])('names the constraint of %s', (code, kind) => {
    expect(classify(coded(code, { constraint_name: 'seat_limit' }))).toEqual({
      kind,
      constraint: 'seat_limit',
    });
    expect(classify(coded(code, { constraint: 'seat_limit' }))).toEqual({ kind, constraint: 'seat_limit' });
  });

  it('looks through what Drizzle and others wrap around the cause', () => {
    const wrapped = new Error('outer', { cause: new DrizzleQueryError('select 1', [], coded('40P01')) });
    expect(classify(wrapped)).toEqual({ kind: 'retry' });
  });

  it('calls a full gate unavailable', () => {
    expect(classify(new DatabaseBusy('full'))).toEqual({ kind: 'unavailable' });
  });

  it('calls a bug a bug: unknown codes, plain errors, values that are no errors, causes in a circle', () => {
    const circle = new Error('circle');
    circle.cause = circle;
    for (const thrown of [
      coded('42P01'),
      coded('42501'),
      coded('08'),
      new Error('plain'),
      'text',
      null,
      undefined,
      circle,
    ]) {
      expect(classify(thrown)).toEqual({ kind: 'unknown' });
    }
  });
});
