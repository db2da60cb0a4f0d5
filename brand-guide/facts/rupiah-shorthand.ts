/** Rupiah as Indonesian captions write them, with neither sign nor word: "cuma 15rb", "15 ribu aja", "15rb/cup". */
import id from './data/id.json' with { type: 'json' };
import { anyOf, endingIn, LETTER, languageOf } from './lexicon.ts';
import { NUMBER } from './numbers.ts';
import { before } from './window.ts';

const THOUSANDS = new RegExp(
  `(?<!${LETTER}|[\\p{N}#@_/.,-])(?<n>${NUMBER}) ?(?<m>${anyOf(['rb', 'ribu', 'ribuan', 'rban', 'jt', 'juta', 'k'])})(?!${LETTER})`,
  'gu',
);
const { was, sale, saving, fee, threshold } = id.price;
const CUED = endingIn([
  'cuma',
  'hanya',
  'harga',
  'seharga',
  ...[was, sale, saving, fee, threshold].flatMap((sides) => sides.before),
  ...Object.values(id.qualifiers).flatMap((sides) => sides.before),
]);
/** "Hanya 15 ribu orang" counts people: what is counted would stand right behind. */
const ALONE = new RegExp(
  `^(?: ?(?:aja|saja|doang|ya|di|dengan|untuk|buat|dan|pakai|gratis|dapat|sudah|per)(?!${LETTER})|[^\\p{L}\\p{N}/\\n]*(?:$|\\n)| ?[^\\p{L}\\p{N} /])`,
  'u',
);
const PER_UNIT = new RegExp(`^ ?${anyOf(id.price['per-unit'].after)}(?!${LETTER})`, 'u');

export interface Shorthand {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly multiplier: string;
}

export function rupiahShorthand(text: string, locale: string): Shorthand[] {
  if (languageOf(locale).language !== 'id') return [];
  return [...text.matchAll(THOUSANDS)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const behind = text.slice(end, end + 40);
    const isPrice = PER_UNIT.test(behind) || (CUED.test(before(text, start)) && ALONE.test(behind));
    const { n = '', m = '' } = match.groups ?? {};
    return isPrice ? [{ start, end, number: n, multiplier: m }] : [];
  });
}
