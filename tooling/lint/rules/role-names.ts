import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { isTest, lineAt, type Problem, type Rule, type SourceFile } from '../project.ts';
import { isCode, isNode, nodes, text, type Node } from '../syntax.ts';

const ROLES: ReadonlySet<string> = new Set([...ACCOUNT_ROLES, ...SITE_ROLES]);

const EXEMPT = [
  /^packages\/domain\//,
  /^packages\/db\/src\/schema\//,
  /^apps\/api\/src\/demo\//,
  /^tooling\//,
];

/** What a role may do is asked of the domain; whoever compares its name would decide it a second time. */
export const roleNames: Rule = {
  name: 'no role name is compared outside packages/domain',
  exempt: [
    'test files and testing/',
    'packages/db/src/schema/ (CHECK constraints)',
    'apps/api/src/demo/ (demo data)',
    'tooling/',
  ],
  check: (files) => files.filter(concerned).flatMap(checkFile),
};

const concerned = (file: SourceFile): boolean =>
  isCode(file) && !isTest(file.path) && !EXEMPT.some((pattern) => pattern.test(file.path));

function checkFile(file: SourceFile): Problem[] {
  return [...nodes(file)].flatMap((node) =>
    comparedRoles(node).map((role) => ({
      path: file.path,
      line: lineAt(file.text, node.start),
      message: `compares the role name '${role}'; ask a rule of @keyholder/domain`,
    })),
  );
}

function comparedRoles(node: Node): readonly string[] {
  switch (node.type) {
    case 'BinaryExpression':
      return /^[!=]==?$/.test(String(node['operator'])) ? roles([node['left'], node['right']]) : [];
    case 'SwitchCase':
      return roles([node['test']]);
    case 'CallExpression':
      return comparedInCall(node);
    case 'NewExpression':
      return isNode(node['callee']) && node['callee']['name'] === 'Set'
        ? roles(inArrays(node['arguments']))
        : [];
    case 'TemplateElement':
      return inSql((node['value'] as { raw?: string }).raw ?? '');
    case 'Literal':
      return inSql(text(node) ?? '');
    default:
      return [];
  }
}

/** `['owner'].includes(role)` and Drizzle's `eq(member.role, 'owner')`. */
function comparedInCall(node: Node): readonly string[] {
  const callee = node['callee'];
  if (!isNode(callee)) return [];
  const property = callee['property'];
  if (isNode(property) && /^(includes|indexOf|some|has)$/.test(String(property['name']))) {
    return roles([...elements(callee['object']), ...list(node['arguments'])]);
  }
  if (!/^(eq|ne|inArray|notInArray)$/.test(String(callee['name']))) return [];
  return roles([...list(node['arguments']), ...inArrays(node['arguments'])]);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const elements = (value: unknown): readonly unknown[] =>
  isNode(value) && value.type === 'ArrayExpression' ? list(value['elements']) : [];
const inArrays = (value: unknown): readonly unknown[] => list(value).flatMap(elements);
const roles = (values: readonly unknown[]): readonly string[] =>
  values.map(text).filter((value) => value !== undefined && ROLES.has(value)) as string[];

/** A role in quotes inside a string is SQL text (or JSON text) about that role. */
const inSql = (value: string): readonly string[] =>
  [...value.matchAll(/'([a-z_]+)'/g)].map((match) => match[1] ?? '').filter((word) => ROLES.has(word));
