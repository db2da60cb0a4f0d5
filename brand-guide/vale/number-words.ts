/** Spells English whole numbers and ordinals out, and reads them back. */
import names from './number-names.json' with { type: 'json' };

const ORDINALS: Readonly<Record<string, string>> = names.ordinals;
const SCALES = names.scales.map(([name, value]): [string, number] => [String(name), Number(value)]);

function cardinal(number: number): string {
  if (number < 0) return `minus ${cardinal(-number)}`;
  if (number < 20) return names.ones[number] ?? '';
  if (number < 100) {
    const tens = names.tens[Math.floor(number / 10)] ?? '';
    return number % 10 === 0 ? tens : `${tens}-${cardinal(number % 10)}`;
  }
  const [name, value] = SCALES.find((scale) => number >= scale[1]) ?? ['hundred', 100];
  const rest = number % value;
  return `${cardinal(Math.floor(number / value))} ${name}${rest === 0 ? '' : ` ${cardinal(rest)}`}`;
}

function ordinalOf(word: string): string {
  return ORDINALS[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
}

/** `21` and `21st` in words; anything else stays. */
export function numberInWords(text: string): string {
  const digits = text.replaceAll(',', '');
  if (/^-?\d{1,15}$/u.test(digits)) return cardinal(Number(digits));
  const ordinal = /^(\d{1,15})(?:st|nd|rd|th)$/iu.exec(digits)?.[1];
  return ordinal === undefined ? text : cardinal(Number(ordinal)).replace(/[^ -]+$/u, ordinalOf);
}

interface NumberWord {
  readonly value: number;
  readonly ordinal: boolean;
}

const WORDS = new Map<string, NumberWord>(
  [...names.ones.entries(), ...names.tens.map((word, at): [number, string] => [at * 10, word]).slice(2)]
    .concat(SCALES.map(([word, value]): [number, string] => [value, word]))
    .flatMap(([value, word]): [string, NumberWord][] => [
      [word, { value, ordinal: false }],
      [ordinalOf(word), { value, ordinal: true }],
    ]),
);

function suffixOf(number: number): string {
  const teens = number % 100;
  if (teens >= 11 && teens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** Undefined where a word is no number, or an ordinal stands before the end. */
function sumOf(words: readonly string[]): { readonly value: number; readonly ordinal: boolean } | undefined {
  let total = 0;
  let current = 0;
  let ordinal = false;
  for (const word of words) {
    if (word === 'and') continue;
    const found = WORDS.get(word);
    if (!found || ordinal) return undefined;
    ordinal = found.ordinal;
    if (found.value === 100) current = (current || 1) * 100;
    else if (found.value > 100) {
      total += (current || 1) * found.value;
      current = 0;
    } else current += found.value;
  }
  return { value: total + current, ordinal };
}

/** `twenty-one` and `twenty-first` in digits; anything else stays. */
export function numberInDigits(text: string): string {
  const words = text.toLowerCase().split(/[ -]+/u).filter(Boolean);
  const negative = words[0] === 'minus';
  const sum = words.length > 0 ? sumOf(negative ? words.slice(1) : words) : undefined;
  if (!sum) return text;
  return (negative ? '-' : '') + String(sum.value) + (sum.ordinal ? suffixOf(sum.value) : '');
}
