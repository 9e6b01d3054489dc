import { describe, expect, it } from 'vitest';
import { typeOf } from '../build/print-types.ts';

describe('a JSON schema as a type', () => {
  it.each([
    [{ type: 'integer', minimum: 1 }, 'number'],
    [{ enum: ['a', 'b', null] }, '"a" | "b" | null'],
    [{ const: 301 }, '301'],
    [{ anyOf: [{ type: 'string' }, { const: 'system' }, { type: 'null' }] }, 'string | null'],
    [{ type: ['string', 'boolean'] }, 'string | boolean'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Page' } }, 'Array<Page>'],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'null' }] }, '[string, null]'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
    [{ type: 'object', properties: {}, additionalProperties: false }, 'Record<string, never>'],
    [{}, 'unknown'],
  ])('%j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it('says which fields may be left out, and takes names that are none', () => {
    const properties = { id: { type: 'string' }, 'a-b': { type: 'null', description: 'Never there.' } };
    expect(typeOf({ type: 'object', properties, required: ['id'] }).replace(/\s+/g, ' ')).toBe(
      '{ id: string; /** Never there. */ "a-b"?: null | undefined; }',
    );
  });

  it('is never a guess', () => {
    expect(() => typeOf({ not: { type: 'string' } } as object)).toThrow('no type for not');
  });
});
