/** As much of a JSON schema as our reference uses. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}
interface Operation {
  readonly parameters?: readonly { readonly in: 'path' | 'query'; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A place of a request where a caller writes something. */
export type Slot =
  | { readonly at: 'path' | 'query' | 'header'; readonly name: string }
  | { readonly at: 'body'; readonly keys: readonly (string | number)[] };

export interface Probe {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly slots: readonly Slot[];
}

/** Every route of the reference with every place where it takes something; `sample` names a good value for a field. */
export function probesOf(document: OpenApi, sample: (name: string, schema: Schema) => unknown): Probe[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody }]): Probe => {
      const schema = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path,
        body: schema === undefined ? undefined : sampleOf('', schema, sample),
        slots: [
          ...parameters.map((one): Slot => ({ at: one.in, name: one.name })),
          { at: 'query', name: 'nonsense' },
          { at: 'header', name: method === 'post' ? 'idempotency-key' : 'if-match' },
          ...(schema === undefined ? [] : bodySlots(schema, [])),
        ],
      };
    }),
  );
}

const inner = (schema: Schema): Schema => schema.anyOf?.[0] ?? schema;

function sampleOf(name: string, schema: Schema, sample: (name: string, schema: Schema) => unknown): unknown {
  const { properties, items } = inner(schema);
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, of]) => [key, sampleOf(key, of, sample)]),
    );
  return items ? [sampleOf(name, items, sample)] : sample(name, inner(schema));
}

function bodySlots(schema: Schema, keys: readonly (string | number)[]): Slot[] {
  const { properties = {}, items } = inner(schema);
  return [
    { at: 'body', keys },
    ...Object.entries(properties).flatMap(([key, of]) => bodySlots(of, [...keys, key])),
    ...(items ? bodySlots(items, [...keys, 0]) : []),
  ];
}

/** The body with this value in one place. */
export function withValue(
  body: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (key === undefined) return value;
  const below = withValue((body as Record<string | number, unknown>)[key], rest, value);
  return Array.isArray(body)
    ? body.with(key as number, below)
    : { ...(body as Record<string, unknown>), [key]: below };
}
