import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';
import { restCsv } from './rest-csv.ts';

const read = (text: string) => readLines(text).map(({ email, site, role }) => [email, site, role]);

describe('Reading many lines', () => {
  it.each([
    ['commas', 'a@x.example, Northwind Coffee, Developer'],
    ['semicolons', 'a@x.example;Northwind Coffee;Developer'],
    ['a spreadsheet', 'a@x.example\tNorthwind Coffee\tDeveloper'],
    ['quotes', '"a@x.example","Northwind Coffee","Developer"'],
    ['another order', 'Developer, a@x.example, Northwind Coffee'],
    ['a header in another order', 'Role,Note,E-Mail,Site\nDeveloper,hello,a@x.example,Northwind Coffee'],
    ['a name around the address', 'Ann <a@x.example>, Northwind Coffee, Developer\r\n\r\n'],
  ])('takes %s', (_, text) => {
    expect(read(text)).toEqual([['a@x.example', 'Northwind Coffee', 'Developer']]);
  });

  it('takes a column of addresses', () => {
    expect(read('a@x.example\n  b@x.example\n')).toEqual([
      ['a@x.example', '', ''],
      ['b@x.example', '', ''],
    ]);
  });

  it('takes a To: line with names, and keeps what is no address in sight', () => {
    const line = 'To: "Chen, Sarah" <sarah@x.example>, tom@x.example; priya';
    expect(read(line).map(([email]) => email)).toEqual(['sarah@x.example', 'tom@x.example', 'priya']);
  });

  it('keeps a separator in quotes as text', () => {
    expect(read('a@x.example,"Granite, Law ""East""",Developer')).toEqual([
      ['a@x.example', 'Granite, Law "East"', 'Developer'],
    ]);
  });
});

describe('The rest as a file', () => {
  const rest = [
    { email: '+tag@x.example', site: '=HYPERLINK("x"), Inc', role: 'Developer', reason: '-1 seats' },
  ];

  it('holds no cell that a spreadsheet would run', () => {
    expect(restCsv(rest)).toBe(
      `\uFEFFemail,site,role,reason\r\n'+tag@x.example,"'=HYPERLINK(""x""), Inc",Developer,'-1 seats\r\n`,
    );
  });

  it('reads back as what it was', () => {
    expect(read(restCsv(rest).replace('\uFEFF', ''))).toEqual([
      ['+tag@x.example', '=HYPERLINK("x"), Inc', 'Developer'],
    ]);
  });
});
