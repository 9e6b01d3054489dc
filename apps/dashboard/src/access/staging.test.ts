import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../problem.ts';
import { readAnswer, type AccessPerson } from './model.ts';
import {
  inverseOf,
  NO_STAGES,
  refusedIn,
  requestOf,
  settled,
  stageAll,
  summaryOf,
  takeBack,
  type Staged,
} from './staging.ts';

const person = (id: string, accountRole: AccessPerson['accountRole'] = 'collaborator'): AccessPerson => ({
  ...{ id, name: id, email: `${id}@people.example`, accountRole },
});
const [tom, lena] = [person('tom'), person('lena', 'member')];
const site = (id: string) => ({ id, name: `Site ${id}` });
const change = (who: AccessPerson, at: string, from: Staged['from'], to: Staged['to']): Staged => ({
  ...{ person: who, site: site(at), from, to },
});
const staged = (...changes: Staged[]) => [...stageAll(NO_STAGES, changes).values()];

describe('staged changes', () => {
  it('hold one change a cell, and none that leads back to where it began', () => {
    const once = stageAll(NO_STAGES, [change(tom, 'a', 'developer', 'owner')]);
    const twice = stageAll(once, [change(tom, 'a', 'developer', 'support_agent')]);
    expect(requestOf([...twice.values()])).toEqual([{ userId: 'tom', siteId: 'a', role: 'support_agent' }]);
    expect(stageAll(twice, [change(tom, 'a', 'developer', 'developer')]).size).toBe(0);
    expect(takeBack(twice, ['tom a']).size).toBe(0);
  });

  it('start from what is held now, end when they have come true, and survive a filter', () => {
    const access = readAnswer({
      people: [{ id: 'tom', name: 'tom', email: 'tom@people.example' }],
      accountRoles: ['collaborator'],
      sites: [site('a'), site('b')],
      roles: ['owner', 'developer', 'support_agent'],
      grants: [
        [0, 0, 2, null],
        [0, 1, 1, null],
      ],
      ...{ pending: [], invitations: [] },
    });
    const stages = stageAll(NO_STAGES, [
      change(tom, 'a', 'developer', 'owner'),
      change(tom, 'b', null, 'developer'),
      change(lena, 'a', null, 'owner'),
    ]);
    expect(settled(stages, access)).toEqual([
      change(tom, 'a', 'support_agent', 'owner'),
      change(lena, 'a', null, 'owner'),
    ]);
  });
});

describe('what staged changes do together', () => {
  const owners: Record<string, readonly string[]> = { a: ['tom'], b: ['tom', 'lena'], c: [] };
  const sum = (...changes: Staged[]) =>
    summaryOf(
      staged(...changes),
      (id) => owners[id] ?? [],
      (id) => (id === 'tom' ? 2 : 1),
    );

  it('is counted by kind', () => {
    const changes = [
      change(tom, 'a', null, 'developer'),
      change(tom, 'b', 'owner', 'developer'),
      change(lena, 'b', 'owner', null),
      change(lena, 'c', null, 'owner'),
    ];
    expect(sum(...changes)).toMatchObject({ total: 4, added: 2, roles: 1, removals: 1, newOwners: 1 });
  });

  it('names the sites that lose their last Owner [R10]', () => {
    expect(sum(change(tom, 'a', 'owner', 'developer')).ownerless).toEqual(['Site a']);
    expect(sum(change(tom, 'b', 'owner', null)).ownerless).toEqual([]);
    expect(sum(change(tom, 'b', 'owner', null), change(lena, 'b', 'owner', null)).ownerless).toEqual([
      'Site b',
    ]);
    expect(sum(change(tom, 'a', 'owner', null), change(lena, 'a', null, 'owner')).ownerless).toEqual([]);
    expect(sum(change(lena, 'c', 'developer', null)).ownerless).toEqual([]);
  });

  it('names who leaves the account with the last site, unless they hold more than sites [R2]', () => {
    const gone = [change(tom, 'a', 'owner', null), change(tom, 'b', 'owner', null)];
    expect(sum(...gone).leaving).toEqual(['tom']);
    expect(sum(...gone, change(tom, 'c', null, 'developer')).leaving).toEqual([]);
    expect(sum(change(lena, 'b', 'owner', null)).leaving).toEqual([]);
  });

  it('is undone by restoring removals and turning the rest around [R33]', () => {
    const saved = [
      change(tom, 'a', 'owner', null),
      change(tom, 'b', null, 'developer'),
      change(lena, 'b', 'owner', 'developer'),
    ];
    expect(inverseOf(saved)).toEqual({
      restore: [saved[0]],
      change: [
        { userId: 'tom', siteId: 'b', role: null },
        { userId: 'lena', siteId: 'b', role: 'owner' },
      ],
    });
  });
});

describe('a refusal', () => {
  const results = [
    { userId: 'tom', siteId: 'a', status: 'refused', code: 'role.not_manageable', role: 'owner' },
    { userId: 'lena', siteId: 'b', status: 'not_applied' },
  ];
  it('is read cell by cell; what was only not applied is no refusal', () => {
    const refused = refusedIn(
      new ApiProblem({ status: 409, code: 'access_changes.refused', members: { results } }),
    );
    expect([...refused.keys()]).toEqual(['tom a']);
    expect(refused.get('tom a')).toMatchObject({ code: 'role.not_manageable', members: { role: 'owner' } });
  });
  it('of another kind is about none of them', () => {
    expect(
      refusedIn(new ApiProblem({ status: 503, code: 'service.unavailable', members: { results } })).size,
    ).toBe(0);
  });
});
