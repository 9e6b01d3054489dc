const BASE = 36;
const LOWEST = 1;
const HIGHEST = 26;
const LARGEST = 0x10ffff;

/**
 * The Unicode text that the part after `xn--` stands for (RFC 3492, lower case), or null when it stands for none.
 * The URL parser of Node.js takes such labels unread, so that a label could hide what UTS-46 forbids.
 */
export function decodePunycode(text: string): string | null {
  const split = text.lastIndexOf('-');
  const points = split > 0 ? [...text.slice(0, split)].map((letter) => letter.charCodeAt(0)) : [];
  let [point, index, bias] = [128, 0, 72];
  for (let at = split > 0 ? split + 1 : 0; at < text.length;) {
    const before = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit === null) return null;
      index += digit * weight;
      const threshold = Math.min(HIGHEST, Math.max(LOWEST, k - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    if (point > LARGEST) return null;
    index %= length;
    points.splice(index++, 0, point);
  }
  return String.fromCodePoint(...points);
}

/** NaN, the code past the end, is no digit either. */
function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + HIGHEST : null;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - LOWEST) * HIGHEST) / 2; k += BASE) rest = Math.floor(rest / (BASE - LOWEST));
  return k + Math.floor((BASE * rest) / (rest + 38));
}
