/** How near a written code is to a known one: letter case, look-alike letters, one edit. */

const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

const digit = (unit: string): string => {
  const code = unit.charCodeAt(0);
  const eastern = (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
  return eastern ? String(code & 0xf) : unit;
};

/** Capitals, Latin where a Cyrillic or Greek letter looks the same, digits in ASCII. */
export const plainCode = (code: string): string =>
  [...code.normalize('NFKC').toUpperCase()].map((unit) => LOOKALIKES[unit] ?? digit(unit)).join('');

const shape = (code: string): string =>
  plainCode(code)
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[\s_-]/g, '');

/** Whether one insertion, deletion, replacement or swap of neighbours makes `b` of `a`. */
export function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < a.length - from && back < b.length - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const left = a.slice(from, a.length - back);
  const right = b.slice(from, b.length - back);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Whether the text most likely meant this code, though it is written otherwise. */
export function nearCode(written: string, code: string): boolean {
  if (written === code) return false;
  if (shape(written) === shape(code)) return true;
  return code.length >= 5 && oneEdit(plainCode(written), plainCode(code));
}
