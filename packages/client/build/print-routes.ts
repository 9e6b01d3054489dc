import { fieldsOf, nameOf, typeOf } from './print-types.ts';
import type { Schema } from './print-types.ts';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const HEAD = `// Made from the OpenAPI document of the running app: \`pnpm --filter @keyholder/client generate\`. Not edited by hand.
`;

/** The types of the client: every route that a program can call, with what it takes and answers, and what these name. */
export function printRoutes(document: Document): string {
  const routes = METHODS.map((method) => {
    const own = Object.entries(document.paths).flatMap(([path, methods]) => {
      const operation = methods[method.toLowerCase()];
      return operation && isForPrograms(path, operation) ? [routeOf(path, operation)] : [];
    });
    return `  ${method}: {\n${own.join('')}  };\n`;
  }).join('');
  const text = `/** What a program can call: by method and path, what a call takes and what it answers. */\nexport interface Routes {\n${routes}}\n`;
  const schemas = document.components.schemas;
  return `${HEAD}\n${[...reachable(text, schemas), 'Problem']
    .sort()
    .map((name) => typeText(name, schemas[name]!))
    .join('\n')}\n${text}`;
}

/** A key opens it, or it is there for the visitors of a site. */
const isForPrograms = (path: string, { security }: Operation): boolean =>
  security.some((one) => 'key' in one) || (security.length === 0 && path.startsWith('/api/v1/sites/'));

function routeOf(path: string, operation: Operation): string {
  const { parameters = [], requestBody, responses } = operation;
  const object = (place: string): Schema => {
    const own = parameters.filter((one) => one.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(
        own.map(({ name, schema, description }) => [
          name,
          { ...schema, ...(description ? { description } : {}) },
        ]),
      ),
      required: own.filter(({ required }) => required).map(({ name }) => name),
    };
  };
  const has = (place: string, name?: string) =>
    parameters.some((one) => one.in === place && (name === undefined || one.name === name));
  const body = requestBody?.content['application/json']?.schema;
  const good = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content;
  const answer = good?.['application/json']
    ? typeOf(good['application/json'].schema)
    : good
      ? 'string'
      : 'undefined';
  const text = [operation.summary, operation.description].filter(Boolean).join('. ').replaceAll('*/', '* /');
  return `    /** ${text.replace(/\s*\n\s*/g, ' ')} */
    ${JSON.stringify(path)}: {
      ask: {
        path: {\n${fieldsOf(object('path'))}};
        ${has('query') ? `query?: {\n${fieldsOf(object('query'))}} | undefined;` : ''}
        ${body && !isEmpty(body) ? `body${requestBody?.required ? ':' : '?:'} ${typeOf(body)}${requestBody?.required ? '' : ' | undefined'};` : ''}
        ${has('header', 'If-Match') ? 'ifMatch?: string | { readonly etag: string } | undefined;' : ''}
        ${has('header', 'Idempotency-Key') ? 'idempotencyKey?: string | undefined;' : ''}
      };
      answer: ${answer};
    };\n`;
}

const isEmpty = (schema: Schema): boolean =>
  schema.type === 'object' &&
  Object.keys(schema.properties ?? {}).length === 0 &&
  schema.additionalProperties === false;

const typeText = (name: string, schema: Schema): string =>
  schema.properties
    ? `export interface ${name} {\n${fieldsOf(schema)}}\n`
    : `export type ${name} = ${typeOf(schema)};\n`;

/** The schemas that a text names, and those that these name. */
function reachable(text: string, schemas: Readonly<Record<string, Schema>>): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $ref } = value as Schema;
    if ($ref) add(nameOf($ref));
    Object.values(value).forEach(visit);
  };
  const add = (name: string): void => {
    if (found.has(name) || !schemas[name]) return;
    found.add(name);
    visit(schemas[name]);
  };
  for (const [word] of text.matchAll(/\b[A-Z]\w+\b/g)) add(word);
  return found;
}
