import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const ONE = [{ path: '/old', target: '/new', status: '302' }];

describe('Reading a list of redirects', () => {
  it.each([
    ['commas', '/old, /new, 302'],
    ['semicolons', '/old;/new;302'],
    ['a spreadsheet', '/old\t/new\t302'],
    ['quotes', '"/old","/new","302"'],
    ['named columns in another order', 'Status,To,From\r\n302,/new,/old'],
    ['a file of ours, reasons and all', '\uFEFFpath,target,status,reason\r\n/old,/new,302,"No, never"\r\n'],
    ['empty lines between', '\n\n/old,/new,302\n  \n'],
  ])('takes %s', (_, text) => expect(readRows(text)).toEqual(ONE));

  it('keeps a comma that belongs to an address', () =>
    expect(readRows('/old,"https://new.example/a,b"')).toEqual([
      { path: '/old', target: 'https://new.example/a,b', status: '' },
    ]));

  it('cuts a cell that would have the whole list refused', () =>
    expect(readRows(`/${'a'.repeat(5_000)},/new`)[0]?.path).toHaveLength(4_000));

  it('finds nothing in nothing', () => expect(readRows(' \n')).toEqual([]));
});
