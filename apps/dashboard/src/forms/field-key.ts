import { HONEYPOT_KEY } from '@keyholder/domain';

const LONGEST = 40;

/** A key for a field out of its label that no other field has: "Your e-mail?" is `your_e_mail`. */
export function keyFrom(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (label.trim() === '') return '';
  const start = plain === '' ? 'field' : /^[a-z]/.test(plain) ? plain : `field_${plain}`;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `_${number}`;
    const key = `${start.slice(0, LONGEST - end.length).replace(/_+$/, '')}${end}`;
    if (key !== HONEYPOT_KEY && !taken.has(key)) return key;
  }
}
