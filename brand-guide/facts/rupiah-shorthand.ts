/** Rupiah as Indonesian captions write them, with neither sign nor word: "cuma 15rb", "15 ribu aja", "15rb/cup". */
import data from './data/counted-id.json' with { type: 'json' };
import id from './data/id.json' with { type: 'json' };
import { anyOf, endingIn, LETTER, languageOf } from './lexicon.ts';
import { NUMBER } from './numbers.ts';
import { NUMBER_WORDS, readWords } from './number-words.ts';
import { before, sentenceAhead } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

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
  'bayar',
  ...[was, sale, saving, fee, threshold].flatMap((sides) => sides.before),
  ...Object.values(id.qualifiers).flatMap((sides) => sides.before),
]);
/** "Hanya 15 ribu orang" counts people: what is counted would stand right behind. */
const ALONE = new RegExp(
  `^(?: ?(?:aja|saja|doang|turun|jadi|menjadi|ya|di|dengan|untuk|buat|dan|pakai|gratis|dapat|sudah|per)(?!${LETTER})|[^\\p{L}\\p{N}/\\n]*(?:$|\\n)| ?[^\\p{L}\\p{N} /])`,
  'u',
);
/** What is counted ahead: "terjual 20rb", "pengikut kami kini 15 ribu". */
const COUNTED = new RegExp(`(?<!${LETTER})${anyOf(data.counted)}(?!${LETTER})`, 'u');
/** 4K is a picture, 5K and 10K are runs; beside another price they are prices too. */
const OTHER_THAN_PRICES = new Set(['2', '4', '5', '8', '10', '12', '15', '21', '42']);
const SAYS_PRICE = /(?:rp ?\.?\d|\d ?(?:rb|ribu)|harga)/u;
const WORD_AHEAD = new RegExp(`(?<!(?<!${LETTER})${anyOf(data.verbs)})(?<=\\p{L})[)]? $|[:=@,–-] ?$`, 'u');
/** "20rb aja!" opens a caption. */
const ALONE_AHEAD = /(?:^|[.!?\n] ?)$/u;
const ONLY = new RegExp(`^ ?(?:aja|saja|doang|doank)(?!${LETTER})`, 'u');

/** "Dijual rumah, 750 juta", "750 juta nego": what a small ad asks. */
const FOR_SALE = /^[^\p{L}\p{N}]*(?:dijual|jual|disewakan|dikontrakkan|over kredit)(?!\p{L})/u;
const ASKED = new RegExp(
  `^ ?(?:\\(? ?(?:bisa |masih )?nego(?:siasi)?|nett?|otr|on the road)(?!${LETTER})`,
  'u',
);
/** "Harga rumah 750 juta": a word or two say whose price. */
const PRICE_OF =
  /(?<!\p{L})(?:seharga|harga|harganya|biaya|biayanya|tarif|tarifnya)(?: (?!naik|turun|di|lebih)\p{L}{2,16}){1,2} $/u;

/** "Cukup bayar lima belas ribu": the words of a number that thousands or millions end. */
const IN_WORDS = new RegExp(`(?<words>${NUMBER_WORDS})(?!${LETTER}|[ -](?:rupiah|perak))`, 'gu');
const OF_THOUSANDS = /(?:ribu|juta)$/u;

interface Amount {
  readonly start: number;
  readonly end: number;
  readonly n: string;
  readonly m: string;
}

/** "Bakso urat 35rb": a thing and what it costs, with nothing that is counted. */
function isPriced(text: string, { start, end, n, m }: Amount, isBeside: boolean): boolean {
  const ahead = text.slice(Math.max(0, start - 40), start);
  const isOnly = ALONE_AHEAD.test(ahead) && ONLY.test(text.slice(end, end + 8));
  if (isOnly) return true;
  if (!WORD_AHEAD.test(ahead) || m === 'jt' || m === 'juta') return false;
  if (m !== 'k' || !OTHER_THAN_PRICES.has(n)) return true;
  return isBeside;
}

const PER_UNIT = new RegExp(`^ ?${anyOf(id.price['per-unit'].after)}(?!${LETTER})`, 'u');

export interface Shorthand {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly multiplier: string;
}

const isAsked = (text: string, start: number): boolean =>
  FOR_SALE.test(sentenceAhead(text, start)) || PRICE_OF.test(before(text, start));

function inWords(text: string): Shorthand[] {
  return matchesOf(text, IN_WORDS).flatMap((match) => {
    const { index: start } = match;
    const { words = '' } = match.groups ?? {};
    const end = start + words.length;
    const value = OF_THOUSANDS.test(words) ? readWords(words) : undefined;
    const ahead = before(text, start);
    const behind = text.slice(end, end + 40);
    const isTold = PER_UNIT.test(behind) || (CUED.test(ahead) && ALONE.test(behind));
    return value === undefined || !isTold || COUNTED.test(ahead)
      ? []
      : [{ start, end, number: String(value), multiplier: '' }];
  });
}

export function rupiahShorthand(text: string, locale: string): Shorthand[] {
  if (languageOf(locale).language !== 'id') return [];
  const spelled = /ribu|juta/u.test(text) ? inWords(text) : [];
  const matches = matchesOf(text, THOUSANDS);
  const isBeside =
    SAYS_PRICE.test(text) || matches.some(({ groups }) => !OTHER_THAN_PRICES.has(groups?.['n'] ?? ''));
  const inDigits = matches.flatMap((match): Shorthand[] => {
    const start = match.index;
    const end = start + match[0].length;
    const behind = text.slice(end, end + 40);
    const { n = '', m = '' } = match.groups ?? {};
    const ahead = before(text, start);
    const isTold = CUED.test(ahead) || isAsked(text, start) || isPriced(text, { start, end, n, m }, isBeside);
    const isPrice =
      PER_UNIT.test(behind) ||
      ASKED.test(behind) ||
      (ALONE.test(behind) && isTold && !COUNTED.test(sentenceAhead(text, start).slice(-40)));
    return isPrice ? [{ start, end, number: n, multiplier: m }] : [];
  });
  return [...spelled, ...inDigits];
}
