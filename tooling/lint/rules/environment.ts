import { isTest, lineAt, type Rule, type SourceFile } from '../project.ts';
import { isCode, isNode, nodes, type Node } from '../syntax.ts';

const READERS = [
  /^apps\/api\/src\/env\.ts$/,
  /^apps\/[^/]+\/[^/]+\.config\.ts$/,
  /^packages\/[^/]+\/[^/]+\.config\.ts$/,
  /^tooling\//,
];

export const environment: Rule = {
  name: 'process.env is read in apps/api/src/env.ts only',
  exempt: ['tooling/, *.config.ts, test files and testing/'],
  check: (files) =>
    files.filter(concerned).flatMap((file) =>
      [...nodes(file)].filter(readsEnvironment).map((node) => ({
        path: file.path,
        line: lineAt(file.text, node.start),
        message: 'reads process.env; take the setting from env.ts',
      })),
    ),
};

const concerned = (file: SourceFile): boolean =>
  isCode(file) && !isTest(file.path) && !READERS.some((pattern) => pattern.test(file.path));

function readsEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression')
    return isNamed(node['object'], 'process') && isNamed(node['property'], 'env');
  const isImport =
    node.type === 'ImportDeclaration' &&
    isNode(node['source']) &&
    /^(node:)?process$/.test(String(node['source']['value']));
  return isImport;
}

const isNamed = (value: unknown, name: string): boolean =>
  isNode(value) && (value['name'] === name || value['value'] === name);
