import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** What a browser loads together, and how much of it there may be: KB of 1,000 bytes; scripts and styles gzipped. */
export interface Budget {
  readonly name: string;
  readonly limit: number;
  /** Sources that become chunks of their own and are loaded besides the entry. */
  readonly sources: readonly string[];
}

export interface Measure {
  readonly name: string;
  readonly limit: number;
  readonly size: number;
  /** The files behind a size of scripts, biggest first: what to look at when there are too many. */
  readonly parts?: readonly { readonly file: string; readonly size: number }[];
}

export interface BundleReport {
  readonly measures: readonly Measure[];
  readonly problems: readonly string[];
}

const ROUTE_LIMIT = 240;
const CSS_LIMIT = 20;
const FONT_LIMIT = 45;
const ROUTE = /^src\/(pages|accept)\/[^/]+\.tsx$/;

/** Measures a build of the dashboard. */
export function checkBundle(dist: string, budgets: readonly Budget[]): BundleReport {
  const file = join(dist, '.vite', 'manifest.json');
  if (!existsSync(file)) return { measures: [], problems: [`${file} is missing; run the build first`] };
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;

  const eager = budgets
    .flatMap((budget) => budget.sources)
    .filter((source) => !manifest[source]?.isDynamicEntry);
  const measures = [...scripts(dist, manifest, budgets), ...assets(dist)];
  const routes = Object.keys(manifest).filter((source) => ROUTE.test(source));
  return {
    measures,
    problems: [
      ...eager.map((source) => `${source} is no lazy chunk of the build`),
      ...(routes.length === 0 ? ['no page is a lazy chunk of the build'] : []),
      ...measures.filter(({ size, limit }) => size > limit).map(tooBig),
      ...filesBelow(dist)
        .filter(
          (path) => /\.(js|html)$/.test(path) && readFileSync(path, 'utf8').includes('mockServiceWorker'),
        )
        .map((path) => `${path} holds mockServiceWorker; the network mock is for tests`),
    ],
  };
}

function tooBig({ name, limit, parts = [] }: Measure): string {
  const biggest = parts.slice(0, 8).map(({ file, size }) => `${file} ${size.toFixed(1)}`);
  return [`${name} is over ${limit} KB`, ...biggest].join('\n          ');
}

function scripts(dist: string, manifest: Manifest, budgets: readonly Budget[]): Measure[] {
  const entries = Object.keys(manifest).filter((source) => manifest[source]?.isEntry);
  const routes = Object.keys(manifest)
    .filter((source) => ROUTE.test(source) && manifest[source]?.isDynamicEntry)
    .map((source) => ({ name: source, limit: ROUTE_LIMIT, sources: [source] }));
  return [...budgets, ...routes].map(({ name, limit, sources }) => {
    const parts = [...closure(manifest, [...entries, ...sources])]
      .map((file) => ({ file, size: gzipped(join(dist, file)) }))
      .sort((a, b) => b.size - a.size);
    return { name, limit, size: parts.reduce((sum, { size }) => sum + size, 0), parts };
  });
}

/** The files loaded with these chunks: themselves and what they import statically, each once. */
export function closure(manifest: Manifest, sources: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (source: string): void => {
    const chunk = manifest[source];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  sources.forEach(visit);
  return seen;
}

function assets(dist: string): Measure[] {
  const files = filesBelow(dist);
  const total = (ending: string, measure: (path: string) => number) =>
    files.filter((path) => path.endsWith(ending)).reduce((sum, path) => sum + measure(path), 0);
  return [
    { name: 'styles', limit: CSS_LIMIT, size: total('.css', gzipped) },
    { name: 'fonts', limit: FONT_LIMIT, size: total('.woff2', (path) => statSync(path).size / 1000) },
  ];
}

const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
