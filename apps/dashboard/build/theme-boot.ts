import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts the theme script into index.html before first paint, and its hash where the API finds it for the CSP. */
export function themeBoot(file: URL): Plugin {
  const script = readFileSync(file, 'utf8').trim();
  const sha256 = createHash('sha256').update(script).digest('base64');
  return {
    name: 'keyholder:theme-boot',
    transformIndexHtml: {
      order: 'post',
      // A function as replacement: `$` inside the script must stay a dollar sign.
      handler: (html) => html.replace('<!-- theme-boot -->', () => `<script>${script}</script>`),
    },
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'csp.json',
        source: `${JSON.stringify({ scriptHashes: [`'sha256-${sha256}'`] })}\n`,
      });
    },
  };
}
