import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rolesDocument } from './print-roles.ts';
import { ACCOUNT_TABLE, SITE_COLUMNS, SITE_TABLE } from './testing/product-tables.ts';
import { EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE } from './testing/people.ts';

const page = readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8');

/** The cells of the tables below a heading, without the row under the head. */
const rowsUnder = (heading: string): string[][] =>
  (page.split(/^## /m).find((section) => section.startsWith(heading)) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[| -]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    );

describe('docs/roles.md', () => {
  it('is what the code says; if this fails: pnpm --filter @keyholder/domain roles [R4]', () => {
    expect(page).toBe(rolesDocument());
  });

  it('prints the account roles as the specification has them [R4]', () => {
    const [head, ...rows] = rowsUnder('Account roles');
    expect(head).toEqual(['Permission', 'Account owner', 'Admin', 'Member', 'Viewer', 'Collaborator']);
    const wanted = ACCOUNT_TABLE.map(({ permission, roles }) => [
      permission,
      ...EVERY_ACCOUNT_ROLE.map((role) => (roles.includes(role) ? '✓' : '–')),
    ]);
    expect(rows.slice(0, wanted.length)).toEqual(wanted);
  });

  it('prints the site roles as the specification has them [R4]', () => {
    const [head, keys, reach, ...rows] = rowsUnder('Site roles');
    expect(head).toEqual(['Permission', ...SITE_COLUMNS.map(([, label]) => label)]);
    expect(keys).toEqual(['key', ...EVERY_SITE_ROLE]);
    expect(reach).toEqual([
      'letters / reach',
      ...SITE_COLUMNS.map(([, , letters, bars]) => `${letters} ${bars}`),
    ]);
    const wanted = SITE_TABLE.map(({ permission, roles }) => [
      permission,
      ...EVERY_SITE_ROLE.map((role) => (roles.includes(role) ? '✓' : '–')),
    ]);
    expect(rows.slice(0, wanted.length)).toEqual(wanted);
  });

  it('prints who may give which role on a site [R7]', () => {
    const rows = rowsUnder('Who may offer, give').slice(1);
    const all = '✓ ✓ ✓ ✓ ✓ ✓ ✓';
    const none = '– – – – – – –';
    expect(rows.map(([who, ...marks]) => [who, marks.join(' ')])).toEqual([
      ['Account owner (account)', all],
      ['Admin (account)', all],
      ['Member (account)', none],
      ['Viewer (account)', none],
      ['Collaborator (account)', none],
      ['Owner (site)', all],
      ['Platform Admin (site)', '– ✓ ✓ ✓ ✓ ✓ ✓'],
      ['Developer (site)', none],
      ['Content Editor (site)', none],
      ['Marketing Manager (site)', none],
      ['SEO Specialist (site)', none],
      ['Support Agent (site)', none],
    ]);
  });
});
