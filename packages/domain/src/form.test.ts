import { describe, expect, it } from 'vitest';
import { ANSWER_FAULTS, FIELD_FAULTS, FORM_LIMITS, HONEYPOT_KEY, formFaults, judgeAnswers } from './index.ts';
import type { FormField } from './index.ts';

const field = (more: Partial<FormField> = {}): FormField => ({
  ...{ key: 'name', label: 'Name', kind: 'text', required: false, options: [], maxLength: null },
  ...more,
});
const faultsOf = (fields: readonly FormField[]) =>
  formFaults(fields).map(({ path, fault }) => `${path} ${fault}`);
const judge = (fields: readonly FormField[], values: Record<string, unknown>) => {
  const judged = judgeAnswers(fields, new Map(Object.entries(values)));
  return judged.fits ? judged.answers.map(({ value }) => value) : judged.faults.map(({ fault }) => fault);
};

describe('the fields of a form', () => {
  it.each<[string, readonly FormField[], readonly string[]]>([
    ['none', [], ['fields fields.none']],
    ['one', [field()], []],
    ['a key that begins with a digit', [field({ key: '1st' })], ['fields.0.key key.malformed']],
    ['the hidden key', [field({ key: HONEYPOT_KEY })], ['fields.0.key key.reserved']],
    ['a key twice', [field(), field()], ['fields.1.key key.twice']],
    ['a select without options', [field({ kind: 'select' })], ['fields.0.options options.none']],
    ['an option twice', [field({ kind: 'select', options: ['a', 'a'] })], ['fields.0.options options.twice']],
    [
      'too many options',
      [field({ kind: 'select', options: Array.from({ length: FORM_LIMITS.options + 1 }, (_, n) => `${n}`) })],
      ['fields.0.options options.too_many'],
    ],
    ['options of a text', [field({ options: ['a'] })], ['fields.0.options options.not_here']],
    ['no length', [field({ maxLength: 0 })], ['fields.0.maxLength length.out_of_range']],
    [
      'a length of a tick',
      [field({ kind: 'checkbox', maxLength: 1 })],
      ['fields.0.maxLength length.out_of_range'],
    ],
    ['the longest text', [field({ maxLength: FORM_LIMITS.text })], []],
    [
      'too many of them',
      Array.from({ length: FORM_LIMITS.fields + 1 }, (_, n) => field({ key: `f${n}` })),
      ['fields fields.too_many'],
    ],
  ])('are judged: %s', (_, fields, faults) => {
    expect(faultsOf(fields)).toEqual(faults);
  });
});

describe('the answers to a form', () => {
  it.each<[string, FormField, unknown, readonly unknown[]]>([
    ['text without its outer space', field(), ' Ada ', ['Ada']],
    ['text in composed letters', field(), 'e\u0301', ['\u00e9']],
    ['text up to its length', field({ maxLength: 3 }), 'abc', ['abc']],
    ['text beyond its length', field({ maxLength: 3 }), 'abcd', ['answer.too_long']],
    ['a line break in one line', field(), 'a\nb', ['answer.not_text']],
    ['text that turns around', field(), 'a\u202eb', ['answer.not_text']],
    ['a number', field(), 7, ['answer.not_text']],
    ['several lines where they may be', field({ kind: 'textarea' }), 'a\r\nb', ['a\nb']],
    ['an address in its one form', field({ kind: 'email' }), 'Ada@X.test', ['ada@x.test']],
    ['two addresses', field({ kind: 'email' }), 'a@x.test,b@x.test', ['answer.no_email']],
    ['one of the options', field({ kind: 'select', options: ['a', 'b'] }), 'b', ['b']],
    ['another option', field({ kind: 'select', options: ['a', 'b'] }), 'c', ['answer.no_option']],
    ['a tick of a browser', field({ kind: 'checkbox' }), 'on', [true]],
    ['a tick of a program', field({ kind: 'checkbox' }), true, [true]],
    ['no tick', field({ kind: 'checkbox' }), false, []],
    ['half a tick', field({ kind: 'checkbox' }), 'maybe', ['answer.no_tick']],
    ['nothing', field(), undefined, []],
    ['nothing where something must be', field({ required: true }), '  ', ['answer.missing']],
    ['no tick where one must be', field({ required: true, kind: 'checkbox' }), false, ['answer.missing']],
  ])('are judged: %s', (_, of, value, expected) => {
    expect(judge([of], { [of.key]: value })).toEqual(expected);
  });

  it('hold nothing that was not asked, whatever it is called', () => {
    expect(judge([field()], JSON.parse('{"name":"A","__proto__":"x","constructor":"y"}'))).toEqual([
      'answer.not_asked',
      'answer.not_asked',
    ]);
  });

  it('come in the order of the form, with the labels that they were asked with', () => {
    const fields = [field({ key: 'b', label: 'Second' }), field({ key: 'a', label: 'First' })];
    expect(
      judgeAnswers(
        fields,
        new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      ),
    ).toEqual({
      fits: true,
      answers: [
        { key: 'b', label: 'Second', value: '2' },
        { key: 'a', label: 'First', value: '1' },
      ],
    });
  });

  it('and its fields have faults of two closed lists', () => {
    const all = [...FIELD_FAULTS, ...ANSWER_FAULTS];
    expect(new Set(all).size).toBe(all.length);
  });
});
