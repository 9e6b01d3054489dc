import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

interface Budget {
  name: string;
  /** Modules whose chunks are fetched, with everything these import statically. */
  pages: readonly string[];
  kilobytes: number;
}

/** Fails the build when a page needs more script than it may (gzip, ui/brief.md §13). */
export function budgets(list: readonly Budget[]): Plugin {
  return {
    name: 'keyholder:budgets',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const size = new Map(chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code).length / 1000]));
      for (const { name, pages, kilobytes } of list) {
        const files = new Set<string>();
        const fetch = (chunk: Rolldown.OutputChunk | undefined) => {
          if (!chunk || files.has(chunk.fileName)) return;
          files.add(chunk.fileName);
          for (const file of chunk.imports) fetch(chunks.find((each) => each.fileName === file));
        };
        for (const chunk of chunks) if (chunk.isEntry) fetch(chunk);
        for (const page of pages) {
          const chunk = chunks.find((each) => each.moduleIds.some((id) => id.endsWith(page)));
          if (!chunk) this.error(`${name}: nothing was built from ${page}`);
          fetch(chunk);
        }
        const total = [...files].reduce((sum, file) => sum + (size.get(file) ?? 0), 0);
        const told = `${name}: ${total.toFixed(1)} of ${kilobytes} KB gzip`;
        if (total > kilobytes) this.error(told);
        this.info(told);
      }
    },
  };
}
