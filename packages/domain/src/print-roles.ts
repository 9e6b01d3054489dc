import { GRANTABLE_ACCOUNT_ROLES } from './account-membership.ts';
import { mayOffer } from './invitation.ts';
import { mayGrant } from './membership.ts';
import { ACCOUNT_PERMISSIONS, SITE_PERMISSIONS } from './permission.ts';
import { ACCOUNT_ROLE_WORDS, SITE_ROLE_WORDS } from './role-words.ts';
import type { RoleWords } from './role-words.ts';
import { accountRoleGrants, siteRoleGrants } from './grant.ts';
import { ACCOUNT_ROLE_LABELS, SITE_ROLE_LABELS, SITE_ROLE_LETTERS, SITE_ROLE_REACH } from './role-label.ts';
import { ACCOUNT_ROLES, SITE_ROLES } from './role.ts';
import type { AccountRole, SiteRole } from './role.ts';
import { SURFACES, surfacesOf } from './surface.ts';

const tick = (yes: boolean): string => (yes ? '✓' : '–');
const code = (text: string): string => `\`${text}\``;

const accountLabels = ACCOUNT_ROLES.map((role) => ACCOUNT_ROLE_LABELS[role]);
const siteLabels = SITE_ROLES.map((role) => SITE_ROLE_LABELS[role]);

/** Everybody who could hold authority over a site: both tiers, one role each. */
const ACTORS: readonly { label: string; accountRole: AccountRole | null; siteRole: SiteRole | null }[] = [
  ...ACCOUNT_ROLES.map((role) => ({
    label: `${ACCOUNT_ROLE_LABELS[role]} (account)`,
    accountRole: role,
    siteRole: null,
  })),
  ...SITE_ROLES.map((role) => ({
    label: `${SITE_ROLE_LABELS[role]} (site)`,
    accountRole: null,
    siteRole: role,
  })),
];

/** docs/roles.md, made from the tables that the code itself asks [R4]. A test compares the file with this. */
export function rolesDocument(): string {
  return `${[
    '# Roles',
    'Printed from `packages/domain/src` with `pnpm --filter @keyholder/domain roles`; a test fails when this page and the code differ.',
    '## Account roles',
    table(
      ['Permission', ...accountLabels],
      ACCOUNT_PERMISSIONS.map((permission) => [
        code(permission),
        ...ACCOUNT_ROLES.map((role) => tick(accountRoleGrants(role, permission))),
      ]),
    ),
    'An account role never grants entry to a site [R3].',
    wordsTable(ACCOUNT_ROLES, ACCOUNT_ROLE_LABELS, ACCOUNT_ROLE_WORDS),
    '## Site roles',
    table(
      ['Permission', ...siteLabels],
      [
        ['key', ...SITE_ROLES.map(code)],
        [
          'letters / reach',
          ...SITE_ROLES.map((role) => `${SITE_ROLE_LETTERS[role]} ${SITE_ROLE_REACH[role]}`),
        ],
        ...SITE_PERMISSIONS.map((permission) => [
          code(permission),
          ...SITE_ROLES.map((role) => tick(siteRoleGrants(role, permission))),
        ]),
      ],
    ),
    wordsTable(SITE_ROLES, SITE_ROLE_LABELS, SITE_ROLE_WORDS),
    '## Who may offer, give, change and take away which site role',
    'Both the current and the new role of a person are judged [R7]. Nobody does it to themselves [R8], and nobody to the account owner [R9].',
    table(
      ['Who', ...siteLabels],
      ACTORS.map((by) => [by.label, ...SITE_ROLES.map((role) => tick(mayGrant(by, role)))]),
    ),
    '## Who may offer which account role',
    'The account owner is never invited or appointed [R1]; a collaborator comes from sites [R2].',
    table(
      ['Who', ...GRANTABLE_ACCOUNT_ROLES.map((role) => ACCOUNT_ROLE_LABELS[role])],
      ACTORS.map((by) => [
        by.label,
        ...GRANTABLE_ACCOUNT_ROLES.map((role) => tick(mayOffer(by, { scope: 'account', role }))),
      ]),
    ),
    '## Areas of Site Admin',
    table(
      ['Area', 'Needs', ...siteLabels],
      SURFACES.map((surface) => [
        surface.label,
        code(surface.needs),
        ...SITE_ROLES.map((role) => tick(surfacesOf(role).includes(surface))),
      ]),
    ),
  ].join('\n\n')}\n`;
}

function wordsTable<Role extends string>(
  roles: readonly Role[],
  labels: Record<Role, string>,
  words: Record<Role, RoleWords>,
): string {
  return table(
    ['Role', 'You can', 'You cannot'],
    roles.map((role) => [labels[role], words[role].can, words[role].cannot ?? '–']),
  );
}

/** Padded as the formatter would, so that formatting the page changes nothing. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(width[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(width.map((size) => '-'.repeat(size))), ...rows.map(line)].join('\n');
}

if (import.meta.main) console.log(rolesDocument().trimEnd());
