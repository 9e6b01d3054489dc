import { AUDIT_ACTIONS } from '@keyholder/domain';
import { describe, expect, it } from 'vitest';
import { timelineSentence, type Told } from './timeline.ts';

const PRIYA = { id: 'u-3', name: 'Priya Nair' };
const told = (event: Partial<Told> & Pick<Told, 'action'>): Told => ({
  actor: { kind: 'person', id: 'u-1', name: 'Sarah Chen' },
  before: null,
  after: null,
  ...event,
});
const northwind = { id: 'site-1', name: 'Northwind Coffee' };

describe('Timeline', () => {
  it.each(AUDIT_ACTIONS)('has a whole sentence for %s, even when its facts are missing', (action) => {
    const sentence = timelineSentence(told({ action }), PRIYA);
    expect(sentence).toMatch(/^\S.*\S$/);
    expect(sentence).not.toMatch(/undefined|null|\s\s|\[object/);
    expect(sentence.split(' ').length).toBeGreaterThan(2);
  });

  it('names both roles of a change, and the site', () => {
    const changed = told({
      action: 'site_member.role_changed',
      site: northwind,
      before: { role: 'content_editor' },
      after: { role: 'marketing_manager' },
    });
    expect(timelineSentence(changed, PRIYA)).toBe(
      'Sarah Chen changed Priya Nair from Content Editor to Marketing Manager on Northwind Coffee',
    );
  });

  it('tells who gave themselves a role from who was given one [R3]', () => {
    const assigned = told({
      action: 'site_member.assigned',
      site: northwind,
      after: { role: 'platform_admin', accessUntil: null },
    });
    expect(timelineSentence(assigned, PRIYA)).toBe(
      'Sarah Chen made Priya Nair Platform Admin on Northwind Coffee',
    );
    expect(timelineSentence(assigned, { id: 'u-1', name: 'Sarah Chen' })).toBe(
      'Sarah Chen gave themselves the role Platform Admin on Northwind Coffee',
    );
  });

  it('names Keyholder where nobody did it', () => {
    const ended = told({ action: 'invitation.revoked', actor: { kind: 'system', id: null, name: null } });
    expect(timelineSentence(ended, PRIYA)).toMatch(/^Keyholder withdrew/);
  });
});
