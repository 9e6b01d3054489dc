import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './validate.ts';

const faultsOf = (schema: z.ZodType, value: unknown): Record<string, string> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) throw new Error('it fits');
  return fieldsOf(parsed.error);
};

describe('the fields of a refused input', () => {
  it('name every key that is not known, whatever it is called [A-065]', () => {
    const hostile = JSON.parse('{"__proto__":1,"constructor":2,"odd":3}') as unknown;
    expect(Object.entries(faultsOf(z.strictObject({}), hostile))).toEqual(
      expect.arrayContaining([
        ['__proto__', 'This field is not known.'],
        ['constructor', 'This field is not known.'],
        ['odd', 'This field is not known.'],
      ]),
    );
    expect(({} as Record<string, unknown>)['odd']).toBeUndefined();
  });

  it('carry the first fault of each field, with its path', () => {
    const schema = z.object({
      rows: z.array(z.object({ name: z.string().min(2, 'short').regex(/x/, 'no x') })),
    });
    expect(faultsOf(schema, { rows: [{ name: 'xx' }, { name: 'a' }] })).toEqual({ 'rows.1.name': 'short' });
  });
});
