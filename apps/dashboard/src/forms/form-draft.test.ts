import { describe, expect, it } from 'vitest';
import {
  changeOf,
  draftOf,
  emptyDraft,
  fieldsOf,
  movedField,
  withField,
  withoutField,
} from './form-draft.ts';
import { faultsOf, saidFaults } from './form-faults.ts';
import type { Form } from './form-queries.ts';

const NAME = {
  ...{ key: 'name', label: 'Name', kind: 'text', required: true, options: [] },
  maxLength: 80,
} satisfies Form['fields'][number];
const TOPIC = {
  ...{ key: 'topic', label: 'Topic', kind: 'select', required: false, options: ['Order', 'Else'] },
  maxLength: null,
} satisfies Form['fields'][number];
const FORM = { name: 'Contact', thanksPath: '/thanks', fields: [NAME, TOPIC] } as unknown as Form;
const draft = draftOf(FORM);

describe('A form being built', () => {
  it('changes nothing by being opened, and only what is written', () => {
    expect(changeOf(draft, FORM)).toEqual({});
    expect(changeOf({ ...draft, name: ' Contact us ' }, FORM)).toEqual({ name: 'Contact us' });
    expect(changeOf(movedField(draft, 'topic', -1), FORM)).toEqual({ fields: [TOPIC, NAME] });
    expect(changeOf(withoutField(draft, 'topic'), FORM)).toEqual({ fields: [NAME] });
  });

  it('stays as it is when a field would move out of it', () => {
    expect(movedField(draft, 'name', -1)).toBe(draft);
    expect(movedField(draft, 'topic', 1)).toBe(draft);
  });

  it('makes the key from the label until it is typed by hand or saved', () => {
    const made = emptyDraft();
    const [{ id } = { id: '' }] = made.fields;
    const named = withField(made, id, { label: 'Your name' });
    expect(named.fields[0]?.key).toBe('your_name');
    const typed = withField(withField(named, id, { key: 'who' }), id, { label: 'Full name' });
    expect(typed.fields[0]?.key).toBe('who');
    expect(withField(draft, 'name', { label: 'Full name' }).fields[0]?.key).toBe('name');
  });

  it('leaves behind what another kind has no use for, and takes it back', () => {
    const asText = withField(draft, 'topic', { kind: 'text' });
    expect(fieldsOf(asText)[1]?.options).toEqual([]);
    expect(fieldsOf(withField(asText, 'topic', { kind: 'select' }))[1]).toEqual(TOPIC);
    expect(fieldsOf(withField(draft, 'name', { kind: 'checkbox' }))[0]?.maxLength).toBeNull();
  });

  it('finds what is wrong where it is', () => {
    expect(faultsOf(draft).size).toBe(0);
    const bad = withField(
      withField({ ...draft, name: ' ', thanksPath: '//evil.example' }, 'name', { maxLength: '5000' }),
      'topic',
      { options: 'Order\nOrder' },
    );
    expect([...faultsOf(bad).keys()].toSorted()).toEqual([
      'name',
      'name.maxLength',
      'thanksPath',
      'topic.options',
    ]);
    expect([...faultsOf({ ...draft, fields: [] }).keys()]).toEqual(['fields']);
    // An empty label leaves an empty key, which is one fault and not two.
    expect([...faultsOf({ ...emptyDraft(), name: 'New' }).values()]).toHaveLength(1);
  });

  it('puts what the server says at the same places', () =>
    expect([
      ...saidFaults(draft, [
        { field: 'fields.1.options.0', message: 'No.' },
        { field: 'thanksPath', message: 'Never.' },
      ]),
    ]).toEqual([
      ['topic.options', 'No.'],
      ['thanksPath', 'Never.'],
    ]));
});
