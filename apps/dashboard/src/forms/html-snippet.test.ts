import { HONEYPOT_KEY, type FormField } from '@keyholder/domain';
import { describe, expect, it } from 'vitest';
import { htmlSnippet } from './html-snippet.ts';

const field = (key: string, more: Partial<FormField>): FormField => ({
  ...{ key, label: key, kind: 'text', required: false, options: [], maxLength: null },
  ...more,
});
const INTAKE = 'https://keyholder.example/api/v1/sites/s/forms/f/submissions';
const parse = (fields: readonly FormField[]) => {
  const page = new DOMParser().parseFromString(htmlSnippet(INTAKE, fields), 'text/html');
  return { page, form: page.querySelector('form')! };
};

describe('The HTML of a form', () => {
  it('sends every field under its key to the intake, with what the browser can check', () => {
    const { form } = parse([
      field('who', { required: true, maxLength: 80 }),
      field('email', { kind: 'email' }),
      field('what', { kind: 'textarea', maxLength: 900 }),
      field('topic', { kind: 'select', options: ['Order', 'Else'] }),
      field('news', { kind: 'checkbox' }),
    ]);
    expect([form.method, form.action]).toEqual(['post', INTAKE]);
    expect([...new FormData(form).keys()]).toEqual(['who', 'email', 'what', 'topic', HONEYPOT_KEY]);
    const who = form.querySelector<HTMLInputElement>('[name=who]')!;
    expect([who.required, who.maxLength, who.labels?.[0]?.textContent.trim()]).toEqual([true, 80, 'who']);
    expect(form.querySelector<HTMLInputElement>('[name=email]')?.type).toBe('email');
    expect(form.querySelector<HTMLTextAreaElement>('[name=what]')?.maxLength).toBe(900);
    expect([...form.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', 'Order', 'Else']);
    expect(form.querySelector<HTMLInputElement>('[name=news]')?.type).toBe('checkbox');
  });

  it('holds a field that nobody sees or reaches', () => {
    const trap = parse([]).form.querySelector<HTMLInputElement>(`[name=${HONEYPOT_KEY}]`)!;
    expect([trap.tabIndex, trap.autocomplete, trap.value]).toEqual([-1, 'off', '']);
    expect(trap.closest('[aria-hidden=true]')).not.toBeNull();
  });

  it('keeps labels and options text', () => {
    const bad = '"><script>alert(1)</script>&amp;';
    const { page, form } = parse([
      field('a', { label: bad }),
      field('b', { label: bad, kind: 'select', options: [bad] }),
    ]);
    expect(page.querySelector('script')).toBeNull();
    expect(form.querySelector('label')?.textContent).toContain(bad);
    expect(form.querySelectorAll('option')[1]?.value).toBe(bad);
  });
});
