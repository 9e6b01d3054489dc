const rules = new Intl.PluralRules('en');

/** `count(3, "member", "members")` → "3 members". */
export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${rules.select(n) === 'one' ? one : many}`;

const SMALL = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];
/** At the start of a sentence: "Eleven things need a decision." */
export const countInWords = (n: number, one: string, many: string): string =>
  `${SMALL[n] ?? n.toLocaleString('en')} ${rules.select(n) === 'one' ? one : many}`;

const lists = new Intl.ListFormat('en', { type: 'conjunction' });
const choices = new Intl.ListFormat('en', { type: 'disjunction' });
export const allOf = (names: readonly string[]): string => lists.format(names);
export const anyOf = (names: readonly string[]): string => choices.format(names);
