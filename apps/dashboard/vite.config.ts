import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budgets } from './build/budget.ts';
import { themeBoot } from './build/theme-boot.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:3000';
/* What nearly every page shows, as one file: by themselves these are twenty, which pack worse and load later. */
const PARTS =
  /src\/(ui\/(button|clock|cx|field|live-region|note|page-header|panel|password-input|skip-link|status-pill|text-input|time-text|words)|messages\/(common-errors|session|shell)|session\/(fragment-token|new-password-field|next)|shell\/stand-alone|page-title)\./;
/* The same for the frame around every page of an account; alone, because what it leans on belongs to other pages, too. */
const FRAME =
  /src\/(shell\/(account-nav|site-list|account-switcher|sidebar|narrow-bar|user-menu|menu-on-demand|nav-item|welcome|not-found-page|offline-banner|second-factor-gate)|session\/(account|allowed|me|sign-in-again)|sites\/site-queries|live|preferences|links|problem-panel|ui\/(error-panel|icon-button|search-input|skeleton|table|tabs))\.|domain\/src\/(signal|grant|permission|role-label)\./;
/* And what lists of people and things have in common; dialogs and drawers stay with those that open them. */
const LISTS = /src\/(ui\/(empty-state|focus-row|list-keys|reach-mark|time)|role-(name|abilities)|ask)\./;
/*
 * Pages that somebody sees once, or rarely: what they need is looked up when they are there. For all others the first
 * file names everything to be fetched beside them, and everybody pays for the length of that list.
 */
const RARE =
  /^(mailbox|verify-email|forgot-password|reset-password|new-account|sign-up|account-settings|my-settings|site-activity|site-settings)/;
const proxied = { target: api, changeOrigin: false };

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    themeBoot(new URL('./src/theme-boot.js', import.meta.url)),
    budgets([
      {
        name: 'First load',
        pages: ['/src/shell/shell.tsx', '/src/shell/account-layout.tsx', '/src/pages/overview-page.tsx'],
        kilobytes: 165,
      },
      { name: 'Invitation page', pages: ['/src/pages/invitation-page.tsx'], kilobytes: 125 },
      {
        name: 'Site members',
        pages: [
          '/src/shell/shell.tsx',
          '/src/shell/account-layout.tsx',
          '/src/pages/site-layout.tsx',
          '/src/pages/site-members-page.tsx',
        ],
        kilobytes: 240,
      },
      {
        name: 'Account members',
        pages: [
          '/src/shell/shell.tsx',
          '/src/shell/account-layout.tsx',
          '/src/pages/account-members-page.tsx',
        ],
        kilobytes: 240,
      },
      {
        name: 'Access',
        pages: ['/src/shell/shell.tsx', '/src/shell/account-layout.tsx', '/src/pages/access-page.tsx'],
        kilobytes: 240,
      },
    ]),
  ],
  server: { port: 5173, strictPort: true, proxy: { '/api': proxied, '/docs': proxied } },
  build: {
    manifest: true,
    target: 'es2023',
    // The CSP has no `data:` for fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needed) => (file.includes('/r-') ? [] : needed),
    },
    rolldownOptions: {
      output: {
        // Every page loads the list of all files first; the manifest says which is which.
        chunkFileNames: ({ name }) => (RARE.test(name) ? 'assets/r-[hash:7].js' : 'assets/[hash:7].js'),
        codeSplitting: {
          groups: [
            { name: 'parts', test: PARTS },
            { name: 'frame', test: FRAME, includeDependenciesRecursively: false },
            { name: 'lists', test: LISTS, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
