import { parseSync } from 'oxc-parser';
import { lineAt, type SourceFile } from './project.ts';

/** A node of the syntax tree, read loosely: rules look at few kinds and check what they take. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

const trees = new WeakMap<SourceFile, Node>();

export function isCode(file: SourceFile): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(file.path);
}

/** Every node of a file, outermost first. */
export function* nodes(file: SourceFile): Generator<Node> {
  yield* below(tree(file));
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export const text = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string'
    ? value['value']
    : undefined;

/** Static, dynamic and type imports and re-exports. */
export function imports(file: SourceFile): readonly Import[] {
  return [...nodes(file)].flatMap((node) => {
    const from = text(node['source']);
    if (from === undefined) return [];
    return [{ from, typeOnly: isTypeOnly(node), line: lineAt(file.text, node.start) }];
  });
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const named = node['specifiers'];
  const ofType = (one: unknown) => isNode(one) && (one['importKind'] ?? one['exportKind']) === 'type';
  return Array.isArray(named) && named.length > 0 && named.every(ofType);
}

function tree(file: SourceFile): Node {
  const known = trees.get(file);
  if (known) return known;
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const parsed = program as unknown as Node;
  trees.set(file, parsed);
  return parsed;
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) yield* below(child);
    }
  }
}
