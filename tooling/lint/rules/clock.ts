import { isTest, lineAt, type Rule, type SourceFile } from '../project.ts';
import { isCode, isNode, nodes, type Node } from '../syntax.ts';

const API_FEATURE = /^apps\/api\/src\/(?!(?:http|identity|events|mail|jobs|demo)\/)[^/]+\//;

/** One moment for a whole write, and one clock that a test can move. */
export const clock: Rule = {
  name: 'the domain and the use cases never look at the clock themselves',
  exempt: ['test files and testing/', 'apps/api/src/{http,identity,events,mail,jobs} (around the use cases)'],
  check: (files) =>
    files.filter(concerned).flatMap((file) =>
      [...nodes(file)].filter(looksAtClock).map((node) => ({
        path: file.path,
        line: lineAt(file.text, node.start),
        message: 'looks at the clock; take `now` from the write door or from deps.clock',
      })),
    ),
};

const concerned = (file: SourceFile): boolean =>
  isCode(file) &&
  !isTest(file.path) &&
  (file.path.startsWith('packages/domain/src/') || API_FEATURE.test(file.path));

function looksAtClock(node: Node): boolean {
  const callee = node['callee'];
  if (!isNode(callee)) return false;
  const none = Array.isArray(node['arguments']) && node['arguments'].length === 0;
  if (node.type === 'NewExpression') return callee['name'] === 'Date' && none;
  if (node.type !== 'CallExpression' || !isNode(callee['property']) || !isNode(callee['object']))
    return false;
  return (
    callee['property']['name'] === 'now' && /^(Date|performance)$/.test(String(callee['object']['name']))
  );
}
