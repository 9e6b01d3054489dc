import { isTest, matches, type Rule, type SourceFile } from '../project.ts';

const TOKENS = 'apps/dashboard/src/styles/tokens.css';
const HEX = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b/gi;
const FAMILIES =
  'slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose';
const PALETTE = new RegExp(
  `\\b(?:bg|text|border|ring|outline|fill|stroke|shadow|accent|caret|decoration|divide|from|via|to)-(?:(?:${FAMILIES})-\\d{2,3}|black|white)\\b`,
  'g',
);
const RAW_HTML = /\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML)\b/g;

/** Colours come from the tokens, so that both themes and the contrast checks cover them. */
export const look: Rule = {
  name: 'the dashboard takes its colours from the tokens and writes no raw HTML',
  exempt: [TOKENS],
  check: (files) =>
    files
      .filter(inDashboard)
      .flatMap((file) => [
        ...matches(file, HEX, (found) => `the colour ${found}; use a token`),
        ...matches(file, PALETTE, (found) => `the palette colour ${found}; use a token`),
        ...matches(file, RAW_HTML, (found) => `${found} would trust a string as HTML`),
      ]),
};

const inDashboard = ({ path }: SourceFile): boolean =>
  path.startsWith('apps/dashboard/src/') && path !== TOKENS && !isTest(path);
