import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_GRANTS,
  ACCOUNT_PERMISSIONS,
  ACCOUNT_ROLES,
  ACCOUNT_ROLE_LABELS,
  ACCOUNT_ROLE_WORDS,
  SITE_GRANTS,
  SITE_PERMISSIONS,
  SITE_ROLES,
  SITE_ROLE_LABELS,
  SITE_ROLE_LETTERS,
  SITE_ROLE_REACH,
  SITE_ROLE_WORDS,
  accountRoleGrants,
  siteRoleGrants,
} from './index.ts';
import { ACCOUNT_TABLE, SITE_COLUMNS, SITE_TABLE } from './testing/product-tables.ts';
import { EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE } from './testing/people.ts';

describe('the five account roles', () => {
  it.each(ACCOUNT_TABLE)(
    '$permission is carried by $roles and by nobody else [R4]',
    ({ permission, roles }) => {
      expect(EVERY_ACCOUNT_ROLE.filter((role) => accountRoleGrants(role, permission))).toEqual(roles);
    },
  );

  it('are these five, with the permissions of the table and no others [R4]', () => {
    expect(ACCOUNT_ROLES).toEqual(EVERY_ACCOUNT_ROLE);
    expect(Object.keys(ACCOUNT_GRANTS)).toEqual([...EVERY_ACCOUNT_ROLE]);
    expect(ACCOUNT_PERMISSIONS).toEqual(ACCOUNT_TABLE.map((row) => row.permission));
  });

  it('leave a collaborator nothing but their own record [R2]', () => {
    expect(ACCOUNT_GRANTS.collaborator).toEqual(['account.read']);
  });

  it('keep plan, transfer and deletion for the account owner alone', () => {
    const beyondAdmin = ACCOUNT_PERMISSIONS.filter((permission) => !accountRoleGrants('admin', permission));
    expect(beyondAdmin).toEqual(['account.plan', 'account.transfer', 'account.delete']);
  });

  it('share no permission with the sites, so that none can grant entry to one [R3]', () => {
    expect(
      ACCOUNT_PERMISSIONS.filter((permission) =>
        (SITE_PERMISSIONS as readonly string[]).includes(permission),
      ),
    ).toEqual([]);
  });

  it('carry nothing for somebody outside the account', () => {
    expect(ACCOUNT_PERMISSIONS.filter((permission) => accountRoleGrants(null, permission))).toEqual([]);
  });

  it('are called as the screens call them; "Owner" alone is never the account owner', () => {
    expect(ACCOUNT_ROLE_LABELS).toEqual({
      owner: 'Account owner',
      admin: 'Admin',
      member: 'Member',
      viewer: 'Viewer',
      collaborator: 'Collaborator',
    });
  });
});

describe('the seven site roles', () => {
  it.each(SITE_TABLE)('$permission is carried by $roles and by nobody else [R4]', ({ permission, roles }) => {
    expect(EVERY_SITE_ROLE.filter((role) => siteRoleGrants(role, permission))).toEqual(roles);
  });

  it('are these seven, with the permissions of the table and no others [R4]', () => {
    expect(SITE_ROLES).toEqual(EVERY_SITE_ROLE);
    expect(Object.keys(SITE_GRANTS)).toEqual([...EVERY_SITE_ROLE]);
    expect(SITE_PERMISSIONS).toEqual(SITE_TABLE.map((row) => row.permission));
  });

  it('carry nothing for somebody without a role on the site, whatever they are in the account [R3]', () => {
    expect(SITE_PERMISSIONS.filter((permission) => siteRoleGrants(null, permission))).toEqual([]);
  });

  it('list no permission twice', () => {
    for (const role of EVERY_SITE_ROLE)
      expect(new Set(SITE_GRANTS[role]).size).toBe(SITE_GRANTS[role].length);
  });

  it('have the names, letters and reach of the table', () => {
    const columns = EVERY_SITE_ROLE.map((role) => [
      role,
      SITE_ROLE_LABELS[role],
      SITE_ROLE_LETTERS[role],
      SITE_ROLE_REACH[role],
    ]);
    expect(columns).toEqual(SITE_COLUMNS);
  });

  it('reach 3 exactly when they manage people', () => {
    const managing = EVERY_SITE_ROLE.filter((role) => siteRoleGrants(role, 'members.manage'));
    expect(EVERY_SITE_ROLE.filter((role) => SITE_ROLE_REACH[role] === 3)).toEqual(managing);
  });
});

describe('the words of the roles', () => {
  const words = { ...SITE_ROLE_WORDS, ...ACCOUNT_ROLE_WORDS };

  it('exist for every role of both tiers', () => {
    expect(Object.keys(SITE_ROLE_WORDS)).toEqual([...EVERY_SITE_ROLE]);
    expect(Object.keys(ACCOUNT_ROLE_WORDS)).toEqual([...EVERY_ACCOUNT_ROLE]);
  });

  it.each(Object.entries(words))('of %s complete "You can …" without capital and full stop', (_, word) => {
    expect(word.can).toMatch(/^[a-z].*[^.]$/);
  });

  it('name a limit for every role but the owners', () => {
    const unlimited = (table: object) =>
      Object.keys(table).filter((role) => !('cannot' in table[role as never]));
    expect([unlimited(SITE_ROLE_WORDS), unlimited(ACCOUNT_ROLE_WORDS)]).toEqual([['owner'], ['owner']]);
  });

  it('promise no management of people to a role without it', () => {
    for (const role of EVERY_SITE_ROLE) {
      const promised = /manag\w+ (its )?people/.test(SITE_ROLE_WORDS[role].can);
      expect([role, promised]).toEqual([role, siteRoleGrants(role, 'members.manage')]);
    }
  });
});
