import { describe, expect, it } from 'vitest';
import { decideAccessChange, decideAssignment, decideRoleChange, decideSiteRemoval } from './index.ts';
import type { SiteRole } from './index.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  ACTOR,
  EVERY_SITE_ROLE,
  SITE_ROLE_OR_NONE,
  TARGET,
  person,
  verdict,
} from './testing/people.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const FOREVER = null;
const target = { userId: TARGET, accountRole: 'collaborator' } as const;
const held = (role: SiteRole, accessUntil: Date | null = FOREVER) => ({ role, accessUntil });
const actors = ACCOUNT_ROLE_OR_NONE.flatMap((account) =>
  SITE_ROLE_OR_NONE.map((site) => person(account, site, ACTOR)),
);
const known = actors.filter(
  (by) => by.siteRole !== null || by.accountRole === 'owner' || by.accountRole === 'admin',
);

describe('a change of access', () => {
  it('is judged like the single command that does it, for everybody who knows the site [R6–R10]', () => {
    for (const by of known)
      for (const to of EVERY_SITE_ROLE) {
        const absent = { ...target, siteRole: null };
        const there = { ...target, siteRole: 'developer' } as const;
        const change = (record: Parameters<typeof decideAccessChange>[2], role: SiteRole | null) =>
          verdict(decideAccessChange(by, target, record, role, NOW));
        expect(change(null, to)).toBe(verdict(decideAssignment(by, absent, to)));
        expect(change(held('developer'), to)).toBe(verdict(decideRoleChange(by, there, to)));
        expect(change(held('developer'), null)).toBe(verdict(decideSiteRemoval(by, there)));
        expect(change(null, null)).toBe(verdict(decideSiteRemoval(by, absent)));
      }
  });

  it('of a site that one may not know answers as if it were not there', () => {
    for (const by of [person('collaborator', null), person(null, null)])
      for (const role of [...EVERY_SITE_ROLE, null])
        expect(verdict(decideAccessChange(by, target, held('developer'), role, NOW))).toBe('not_found');
  });

  it('says what there is to do', () => {
    const by = person('admin', null);
    const steps = (record: ReturnType<typeof held> | null, role: SiteRole | null) => {
      const decision = decideAccessChange(by, target, record, role, NOW);
      return decision.allowed ? decision.value : decision.refusal.code;
    };
    expect(steps(null, 'developer')).toBe('assign');
    expect(steps(held('developer'), 'developer')).toBe('keep');
    expect(steps(held('developer'), 'seo_specialist')).toBe('change');
    expect(steps(held('developer'), null)).toBe('remove');
  });

  it('begins anew where access has ended, from the millisecond on [R34]', () => {
    const by = person('admin', null);
    const after = new Date(NOW.getTime() + 1);
    expect(decideAccessChange(by, target, held('developer', NOW), 'developer', NOW)).toMatchObject({
      value: 'assign',
    });
    expect(decideAccessChange(by, target, held('developer', after), 'developer', NOW)).toMatchObject({
      value: 'keep',
    });
  });

  it('never concerns the account owner or oneself, but for a first role [R8, R9]', () => {
    const by = person('admin', 'developer');
    const owner = { userId: TARGET, accountRole: 'owner' } as const;
    const self = { userId: ACTOR, accountRole: 'admin' } as const;
    expect(verdict(decideAccessChange(by, owner, held('developer'), null, NOW))).toBe('role.not_manageable');
    expect(verdict(decideAccessChange(by, self, held('developer'), 'owner', NOW))).toBe('member.is_yourself');
    expect(verdict(decideAccessChange(person('admin', null), self, null, 'owner', NOW))).toBe('allowed');
  });
});
