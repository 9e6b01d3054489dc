import { describe, expect, it } from 'vitest';
import { roleNames } from './role-names.ts';

const count = (text: string, path = 'apps/api/src/members/remove-member.ts') =>
  roleNames.check([{ path, text }]).length;

describe('role names', () => {
  it.each([
    "if (member.role === 'owner') grant();",
    'if (member.role !== "admin") refuse();',
    "const may = 'viewer' == role;",
    "switch (role) { case 'platform_admin': grant(); }",
    "if (['support_agent', kind].includes(role)) grant();",
    "if (roles.includes('developer')) grant();",
    "const STRONG = new Set(['owner']);",
    "where(eq(siteMembers.role, 'owner'));",
    "where(inArray(siteMembers.role, ['owner']));",
    "const rows = sql`select * from site_members where role = 'owner'`;",
    'const query = "select 1 where role <> \'collaborator\'";',
  ])('are refused in: %s', (text) => {
    expect(count(text)).toBe(1);
    expect(count(text, 'apps/dashboard/src/members/drawer.tsx')).toBe(1);
  });

  it.each([
    "const LABELS = { owner: 'Owner', platform_admin: 'Platform admin' };",
    "addMember({ role: 'owner' });",
    'if (mayManage(by, who)) grant();',
    "if (kind === 'site') grant();",
  ])('are allowed where nothing is compared: %s', (text) => {
    expect(count(text)).toBe(0);
  });

  it.each([
    'packages/domain/src/membership.ts',
    'packages/db/src/schema/account.ts',
    'apps/api/src/demo/agency.ts',
    'apps/api/src/members/remove-member.test.ts',
    'apps/api/src/testing/people.ts',
  ])('are allowed in %s', (path) => {
    expect(count("if (role === 'owner') grant();", path)).toBe(0);
  });
});
