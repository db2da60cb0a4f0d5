/** Prices whose amount is in words, right before a word for money: "ten dollars", "сто рублей", "سیصد هزار تومان". */
import { candidates, CURRENCY_WORD, HUNDREDTH, regionOf, TOMAN } from './currency.ts';
import { priceRoleOf } from './cues.ts';
import data from './data/amount-words.json' with { type: 'json' };
import type { Found } from './finder.ts';
import { foldWord } from './fold.ts';
import type { Span } from './free.ts';
import { anyOf, LETTER } from './lexicon.ts';
import { BIG, MULTIPLIER, powerOf } from './multipliers.ts';
import { AMOUNT_WORDS, NUMBER_WORD, readWords } from './number-words.ts';
import { pricesOf } from './price-amount.ts';
import { withCents, withTail } from './price-cents.ts';
import { after, before } from './window.ts';
import { matchesOf } from '../engine/matches-of.ts';

const ALONE = `(?<=(?<!${LETTER})${anyOf(data.aloneAfterWords)} )${anyOf(Object.keys(data.aloneAfter))}`;
const ALONE_VALUES = new Map(Object.entries(data.aloneAfter).map(([word, value]) => [foldWord(word), value]));
const GAP = `(?: {1,2}|(?<=(?:هزار|میلیون|میلیارد)))`;
/** Neither "a dollar's worth" nor a compound. */
const EDGE = `(?!${LETTER}|'|-${LETTER})`;
const AMOUNT = new RegExp(
  [
    `(?<!${LETTER}|[\\p{N}.,])(?:(?<big>\\d{1,4}) ?(?<bm>${BIG})(?: و | and | ))?`,
    `(?:(?<words>${AMOUNT_WORDS})(?: و (?<rest>\\d{1,3})(?<rm>${MULTIPLIER})?)?|(?<!${LETTER}|[\\p{N}-])(?<alone>${ALONE})(?!${LETTER}|-))`,
    `${GAP}(?<sign>${CURRENCY_WORD})${EDGE}`,
  ].join(''),
  'gu',
);
const SAYS_MONEY = new RegExp(`(?:${CURRENCY_WORD}|${anyOf(Object.keys(data.slang))})(?!${LETTER})`, 'u');

const standing = (words: readonly string[]): string => `(?<!${LETTER})${anyOf(words)}`;
/** "5–ten", "two or three", "350 هزار", "a few hundred": part of another number, or of one that nobody tells. */
const OF_ANOTHER = new RegExp(
  [
    `\\d(?:[ -]|[.,:/–—~])?$|(?:هزار|میلیون|میلیارد) ?و ?$`,
    `${NUMBER_WORD}(?:[–—~]| (?:(?:to|or|and|εωσ|με|ως|η|και|до|или|и|sampai|hingga|atau|dan|تا|یا|و) )?)$`,
    `\\d (?:to|or|εωσ|με|η|до|или|sampai|hingga|atau|تا|یا) $`,
    `${standing(data.several)} $`,
  ].join('|'),
  'u',
);
const COIN_AHEAD = new RegExp(
  `${standing(data.coins.before)} (?:(?:of|των|του|στα|в|на|по|достоинством(?: в)?|senilai) )?$`,
  'u',
);
const COIN_BEHIND = new RegExp(`^[ -]${anyOf(data.coins.after)}(?!${LETTER})`, 'u');
const UNSPENT = new RegExp(`${standing(data.unspent)} $`, 'u');
const ONE_AHEAD = new RegExp(`${standing(data.one.before)} $`, 'u');
const ONE_BEHIND = new RegExp(`^ ${anyOf(data.one.after)}(?!${LETTER})`, 'u');
/** The end of a clause, or a word that no noun phrase goes on with: "five euro in", not "five euro finals". */
const EITHER_BEHIND = new RegExp(
  `^(?: ?(?:[^\\p{L}\\p{N} ]|$|\\n)| ${anyOf(data.eitherBehind)}(?!${LETTER}))`,
  'u',
);

const REACH = 40;
const ahead = (text: string, { start }: Span): string => text.slice(Math.max(0, start - REACH), start);
const behind = (text: string, { end }: Span): string => text.slice(end, end + REACH);

/** English counts dollars, not dollar; a euro and an Irish cent may stay as they are. */
function isCounted(sign: string, rest: string, locale: string): boolean {
  const isEither = sign === 'euro' || (sign === 'cent' && regionOf(locale) === 'IE');
  if (isEither) return !/^en\b/i.test(locale) || EITHER_BEHIND.test(rest);
  return !data.singular.includes(sign);
}

/** "One euro each": one of anything is a price only where something says so. */
const isOneCued = (text: string, span: Span): boolean =>
  ONE_AHEAD.test(ahead(text, span)) ||
  ONE_BEHIND.test(behind(text, span)) ||
  priceRoleOf(before(text, span.start), after(text, span.end)) !== undefined;

function isPrice(text: string, span: Span, sign: string, value: number, locale: string): boolean {
  const [left, right] = [ahead(text, span), behind(text, span)];
  if (OF_ANOTHER.test(left) || UNSPENT.test(left)) return false;
  if (COIN_AHEAD.test(left) || COIN_BEHIND.test(right)) return false;
  return value === 1 ? isOneCued(text, span) : isCounted(sign, right, locale);
}

/** Nobody charges two cents, and fifty toman are fifty thousand where people talk. */
const LEAST_IN_WORDS: Readonly<Record<string, number>> = { [TOMAN]: 1000, IRR: 1000 };
const isLikely =
  (value: number) =>
  (currency: string): boolean =>
    value >= (LEAST_IN_WORDS[currency] ?? (currency.endsWith(HUNDREDTH) ? 3 : 0));

type Groups = Readonly<Record<string, string | undefined>>;

/** The parts of "۳ میلیون و دویست هزار" and "یک میلیون و ۲۰۰ هزار" as one number. */
function valueOf({ big, bm, words = '', rest, rm, alone }: Groups, locale: string): number | undefined {
  if (/(?<!hundred|thousand|million) and /u.test(words)) return undefined;
  const own = alone === undefined ? readWords(words) : ALONE_VALUES.get(alone);
  if (own === undefined) return undefined;
  const small = Number(rest ?? 0) * 10 ** powerOf(rm, locale);
  const large = Number(big ?? 0) * 10 ** powerOf(bm, locale);
  const isBelow = big === undefined || own + small < 10 ** powerOf(bm, locale);
  if (own === 0.5) return big === undefined ? undefined : large + 10 ** powerOf(bm, locale) / 2;
  const isAdded = rest === undefined || own % 10 ** String(small).length === 0;
  return isBelow && isAdded ? large + own + small : undefined;
}

function amountAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const groups = match.groups ?? {};
  const { sign = '' } = groups;
  const span = { start: match.index, end: match.index + match[0].length };
  const value = valueOf(groups, locale);
  if (value === undefined || !isPrice(text, span, sign, value, locale)) return [];
  const currencies = candidates(sign, locale).filter(isLikely(value));
  const readings = pricesOf({ number: String(value), power: 0, currencies }, locale);
  return [withTail(text, withCents(text, { kind: 'price', ...span, readings }))];
}

const ARTICLE = new RegExp(
  `(?<cue>(?<!${LETTER})${anyOf(data.article.before)} )?(?<!${LETTER})(?<a>an? (?<unit>${anyOf(data.article.units)}))${EDGE}`,
  'gu',
);
const ARTICLE_BEHIND = new RegExp(`^ ${anyOf(data.article.behind)}(?!${LETTER})(?! way)`, 'u');
const CLAUSE_END = /^ ?(?:[.,;:!?)…\n]|$)/u;
const SLANG = new Map(Object.entries(data.slang));
const SLANG_MONEY: Readonly<Record<string, string>> = { GB: 'GBP', IE: 'EUR' };

/** "For a dollar", "a fiver a week": told by what stands beside. */
function articleAt(text: string, match: RegExpExecArray, locale: string): Found[] {
  const { cue, a = '', unit = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const rest = text.slice(end, end + REACH);
  if (!ARTICLE_BEHIND.test(rest) && (cue === undefined || !CLAUSE_END.test(rest))) return [];
  const slang = SLANG.get(unit);
  const own = SLANG_MONEY[regionOf(locale)];
  const currencies = slang === undefined ? candidates(unit, locale) : own === undefined ? [] : [own];
  const readings = pricesOf({ number: String(slang ?? 1), power: 0, currencies }, locale);
  return [{ kind: 'price', start: end - a.length, end, readings }];
}

/** What two patterns both read is for the caller to choose from; those without readings are no money. */
export const pricesInWords = (text: string, locale: string): Found[] =>
  SAYS_MONEY.test(text)
    ? [
        ...matchesOf(text, AMOUNT).flatMap((match) => amountAt(text, match, locale)),
        ...matchesOf(text, ARTICLE).flatMap((match) => articleAt(text, match, locale)),
      ]
    : [];
