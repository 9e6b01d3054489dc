import { describe, expect, it } from 'vitest';
import { ACCESS } from '../testing/access.ts';
import type { AccessAnswer } from './access-queries.ts';
import { layoutOf, type Arrangement, type Head } from './layout.ts';
import { readAnswer } from './model.ts';

const access = readAnswer(ACCESS as unknown as AccessAnswer);
const named = (head: Head): string =>
  head.kind === 'person'
    ? head.person.name
    : head.kind === 'site'
      ? head.site.name
      : head.kind === 'address'
        ? head.email
        : `${head.title}: ${head.count}`;
const laidOut = (arrangement: Partial<Arrangement>) => {
  const plain = { swapped: false, groups: undefined, domains: [], invited: false };
  const { rows, columns } = layoutOf(access, { ...plain, ...arrangement });
  return { rows: rows.map(named), columns: columns.map(named) };
};
const SITES = ['Northwind Coffee', 'Harbour Dental'];

describe('the arrangement of the matrix', () => {
  it('is people down and sites across, or the other way round', () => {
    const people = ['Amara Okafor', 'Lena Park', 'Sarah Chen'];
    expect(laidOut({})).toEqual({ rows: people, columns: SITES });
    expect(laidOut({ swapped: true })).toEqual({ rows: SITES, columns: people });
  });
  it('shows invited addresses that are nobody’s here on demand', () => {
    expect(laidOut({ invited: true }).rows.at(-1)).toBe('dev@agency.example');
  });
  it('groups people by account role', () => {
    expect(laidOut({ groups: 'role', invited: true }).rows).toEqual([
      ...['Account owner: 1', 'Sarah Chen', 'Member: 1', 'Amara Okafor', 'Collaborator: 1', 'Lena Park'],
      ...['Invited, not here yet: 1', 'dev@agency.example'],
    ]);
  });
  it('groups people by the domains of the account', () => {
    expect(laidOut({ groups: 'domains', domains: ['yourteam.com'] }).rows).toEqual([
      ...['Outside your domains: 2', 'Amara Okafor', 'Lena Park', 'Inside your domains: 1', 'Sarah Chen'],
    ]);
  });
  it('has no room for headings across the top', () => {
    expect(laidOut({ swapped: true, groups: 'role' }).columns).toEqual([
      ...['Sarah Chen', 'Amara Okafor', 'Lena Park'],
    ]);
  });
});
