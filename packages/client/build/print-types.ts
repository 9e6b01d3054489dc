/** As much of a JSON schema as the document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const KNOWN = new Set(
  (
    '$ref type enum const description default properties required additionalProperties items prefixItems anyOf oneOf ' +
    'allOf example examples format pattern title minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength ' +
    'minItems maxItems uniqueItems propertyNames multipleOf'
  ).split(' '),
);

/** A JSON schema as a TypeScript type. Throws on a word that it does not know, so that no type is a guess. */
export function typeOf(schema: Schema): string {
  const unknown = Object.keys(schema).filter((word) => !KNOWN.has(word));
  if (unknown.length > 0) throw new Error(`no type for ${unknown.join(', ')} in ${JSON.stringify(schema)}`);
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return union(choice.map(typeOf));
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => ofType(type, schema)));
  return schema.type === undefined ? 'unknown' : ofType(schema.type as string, schema);
}

export const nameOf = ($ref: string): string => $ref.slice($ref.lastIndexOf('/') + 1);

/** The fields of an object, `name?:` for those that may be left out. */
export function fieldsOf({ properties = {}, required = [] }: Schema, indent = ''): string {
  return Object.entries(properties)
    .map(([name, schema]) => {
      const comment = schema.description ? `${indent}  /** ${schema.description} */\n` : '';
      const key = /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
      const type = typeOf(schema);
      return `${comment}${indent}  ${key}${required.includes(name) ? ':' : '?:'} ${required.includes(name) ? type : union([type, 'undefined'])};\n`;
    })
    .join('');
}

function ofType(type: string, schema: Schema): string {
  if (type === 'integer') return 'number';
  if (type === 'array')
    return schema.prefixItems
      ? `[${schema.prefixItems.map(typeOf).join(', ')}]`
      : `Array<${schema.items ? typeOf(schema.items) : 'unknown'}>`;
  if (type !== 'object') return type;
  if (schema.properties && Object.keys(schema.properties).length > 0) return `{\n${fieldsOf(schema)}}`;
  const rest = schema.additionalProperties;
  return `Record<string, ${rest === false ? 'never' : typeof rest === 'object' ? typeOf(rest) : 'unknown'}>`;
}

/** A text that may be any swallows the texts that are named. */
const union = (types: readonly string[]): string =>
  [...new Set(types)].filter((type) => !(types.includes('string') && type.startsWith('"'))).join(' | ');
