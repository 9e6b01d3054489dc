import { BODIES } from './document-bodies.ts';
import { BY_NAME } from './document-values.ts';
import type { Schema, Schemas } from './document-shape.ts';

/** A body that the route takes as it is. */
export const requestExample = (operationId: string, schema: Schema, schemas: Schemas): unknown =>
  BODIES[operationId] ?? exampleOf(schema, schemas);

/** An example of what a schema describes, made from names and formats; `schemas` is what `$ref` points to. */
export const exampleOf = (schema: Schema, schemas: Schemas): unknown => valueOf(schema, schemas, '', []);

/** `within`: the schemas by name that this one stands in, which end a circle. */
function valueOf(schema: Schema, schemas: Schemas, name: string, within: readonly string[]): unknown {
  if (schema.$ref) {
    const ref = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    const inner = schemas[ref];
    return !inner || within.includes(ref) ? {} : valueOf(inner, schemas, ref, [...within, ref]);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) {
    const first = choice.find((one) => one.type !== 'null') ?? choice[0];
    return first && valueOf(first, schemas, name, within);
  }
  if (schema.properties) return objectOf(schema.properties, schemas, name, within);
  if (schema.prefixItems) return schema.prefixItems.map((one) => valueOf(one, schemas, name, within));
  if (schema.items) return [valueOf(schema.items, schemas, name, within)];
  return plain(schema, name);
}

function objectOf(
  properties: Readonly<Record<string, Schema>>,
  schemas: Schemas,
  of: string,
  within: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const around = of.endsWith('By') ? 'by' : of;
      const known = BY_NAME[`${around}.${name}`] ?? BY_NAME[name];
      const fits = known !== undefined && typed(schema, known);
      return [name, fits ? known : valueOf(schema, schemas, name, within)];
    }),
  );
}

/** Whether a value by name may stand here: the same name means a text in one place and a number in another. */
function typed(schema: Schema, value: unknown): boolean {
  if (schema.enum || schema.const !== undefined || schema.$ref || schema.properties) return false;
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return choice.some((one) => typed(one, value));
  const type = typeof value === 'number' ? /^(number|integer)$/ : new RegExp(`^${typeof value}$`);
  return [schema.type].flat().some((one) => one !== undefined && type.test(one));
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-11-21T09:30:00.000Z',
  date: '2026-11-21',
  uuid: '01980c1e-5b7a-7c3d-9f42-6a1b2c3d4e5f',
  email: 'maria@northwind.example',
  uri: 'https://northwind.example',
};

function plain({ type, format, minimum }: Schema, name: string): unknown {
  const first = [type].flat()[0];
  if (first === 'null') return null;
  if (first === 'boolean') return true;
  if (first === 'integer' || first === 'number') return Math.max(1, minimum ?? 1);
  if (first === 'object') return {};
  if (first === 'array') return [];
  if (/(^id|Id)$/.test(name)) return FORMATS['uuid'];
  return FORMATS[format ?? (/(At|Until|Since|From)$|^at$/.test(name) ? 'date-time' : '')] ?? 'text';
}
