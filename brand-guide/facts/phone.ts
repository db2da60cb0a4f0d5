/** Phone numbers as E.164: international ones anywhere, national ones by the locale's region, short ones after a cue. */
import { rememberedFor } from '../engine/remembered.ts';
import type { Claims } from './claims.ts';
import { claim, textOf } from './finder.ts';
import type { FactFinder, Found } from './finder.ts';
import type { FoldedText } from './fold.ts';
import { anyOf, fromAll, languageOf, LETTER } from './lexicon.ts';
import data from './data/phone.json' with { type: 'json' };
import { numbering } from './numbering.ts';
import { runsOf, stretches } from './phone-groups.ts';
import type { Run, Stretch } from './phone-groups.ts';
import { isCued, isNumbered, isRightToLeft, isShortCued, phoneRegion } from './phone-words.ts';
import { localDigits } from './print-number.ts';
import type { Mention, ReadingContext } from './types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const REACH = 40;
const ahead = (text: string, start: number): string =>
  text.slice(Math.max(0, start - REACH), start).replaceAll('\n', ' ');

const MONEY = anyOf(
  fromAll(({ currencies }) => Object.values(currencies).flat()).filter((word) => word.length > 1),
);
const MONEY_BEHIND = new RegExp(`^ ?(?:[\\p{Sc}%]|${MONEY}(?!${LETTER}))`, 'u');
const MONEY_AHEAD = new RegExp(`(?:\\p{Sc}|(?<!${LETTER})(?:rp\\.?|nt|usd|eur|gbp|idr|irr|twd|rub)) ?$`, 'u');
/** A clock, a fraction, a share or a decimal follows: the last group is no part of a phone number. */
const GOES_ON = /^(?:[:/]\d|,\d|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}_@]|-\p{L}|[.-]\d)/u;

/** "Call 020 7946 0101 or 020 7946 0102": what calls the first calls the second. */
const CHAIN = /^(?: ?[,،、/;|&+–—-] ?| ?\p{L}{1,4} ){1,2}$/u;

/** "ЛО-77-01-012345": letters lead the digits of a licence. */
const LETTERS_AHEAD = /\p{L}-$/u;
const isOtherNumber = (before: string): boolean =>
  LETTERS_AHEAD.test(before) || (isNumbered(before) && !ORDERING.test(before));

interface Around {
  readonly text: string;
  readonly region: string | undefined;
  readonly isRightToLeft: boolean;
  /** The campaign's own numbers by the digits that people dial in their country. */
  readonly own: ReadonlyMap<string, string>;
}

/** 09.00-21.00, 12.05.2027 and 2026-2027, whatever stands before them. */
function isTimely({ groups }: Stretch): boolean {
  const lengths = groups.map(({ digits }) => digits.length).join(' ');
  const written = groups.map(({ gap, digits }, at) => (at === 0 ? digits : gap + digits)).join('');
  return (
    /^(?:[12] [12] 4|4 [12] [12])$/.test(lengths) ||
    /^\d{1,2}\.\d{2}-\d{1,2}\.\d{2}$/.test(written) ||
    /^(?:19|20)\d{2}[ -](?:19|20)\d{2}$/.test(written)
  );
}

/** Grouped in threes as an amount is: 694 555 014. */
const isGroupedAmount = ({ groups: [first, ...others] }: Stretch): boolean =>
  others.length > 0 &&
  !first?.digits.startsWith('0') &&
  (first?.digits.length ?? 0) <= 3 &&
  others.every(({ digits, gap }) => digits.length === 3 && gap !== '-');

/** Whether a national number speaks for itself: long, grouped or with the prefix that people dial at home. */
function isPlain(one: Stretch, number: string, asDialled: string): boolean {
  const isPrefixed = number.startsWith('0');
  if (number.length < 9 || isGroupedAmount(one) || /^97[89]/.test(number)) return false;
  if (asDialled.startsWith('0') !== isPrefixed) return false;
  return isPrefixed || one.groups.length > 1;
}

/** Whole numbers of ten or eleven digits that their first ones tell: Greek ones, Russian mobiles after an 8. */
const WHOLE: Readonly<Record<string, RegExp>> = { GR: /^(?:69\d{8}|2[1-8]\d{8})$/, RU: /^89\d{9}$/ };
/** Numbers short of nine digits that their grouping tells: Cyprus groups two and six. */
const GROUPED: Readonly<Record<string, RegExp>> = { CY: /^(?:9[4-79]|2[2-6]) \d{6}$/ };
const AFTER_WORD = /(?<!(?<!\p{L})(?:και|η|и|или))(?<=\p{L})[.)]?(?: ?[:：] ?| )$/u;
/** "Order: 07700 900123" calls to order by phone; "order 07700900123" numbers one. */
const ORDERING = new RegExp(`(?<!${LETTER})${anyOf(data.ordering)} ?: ?$`, 'u');

function isWhole({ groups: [only, ...others] }: Stretch, region: string, words: string): boolean {
  if (only === undefined || others.length > 0 || !WHOLE[region]?.test(only.digits)) return false;
  // A Greek landline looks like many numbers of ten digits: a colon or "at" must say that it is called.
  return only.digits.startsWith('2') ? /:\s?$|(?:^|\P{L})στο ?$/u.test(words) : AFTER_WORD.test(words);
}

function national(one: Stretch, number: string, cued: boolean, around: Around) {
  const { region, text } = around;
  if (region === undefined) return undefined;
  const read = numbering().read(number, region);
  if (!read?.isPossible || isTimely(one)) return undefined;
  if (cued) return read.value;
  if (!read.isValid) return undefined;
  const written = one.groups.map(({ digits }) => digits).join(' ');
  if (GROUPED[region]?.test(written)) return read.value;
  const isTold = isPlain(one, number, read.asDialled) || isWhole(one, region, ahead(text, one.start));
  return isTold ? read.value : undefined;
}

function international(number: string, isSure: boolean): string | undefined {
  const read = numbering().read(number);
  return read?.isPossible && (isSure || read.isValid) ? read.value : undefined;
}

/** The area's code, or the first group of a mobile number. */
const LEADS = /^0(?:\d\d|9\d\d)$/;

/** Whether the groups were typed from right to left: their last one is what a number begins with. */
const looksReversed = ({ groups, reversed = '' }: Stretch): boolean =>
  (reversed.startsWith('+') || LEADS.test(groups.at(-1)?.digits ?? '')) &&
  !LEADS.test(groups[0]?.digits ?? '');

function valueOf(one: Stretch, around: Around, isChained: boolean): string | undefined {
  const before = ahead(around.text, one.start);
  const behind = around.text.slice(one.end, one.end + REACH);
  const cued = isChained || isCued(before);
  const isOther = !one.isInternational && (isOtherNumber(before) || MONEY_AHEAD.test(before));
  if (GOES_ON.test(behind)) return undefined;
  const own = around.own.get(one.number) ?? (around.isRightToLeft && around.own.get(one.reversed ?? ''));
  if (own) return own;
  if (isOther && !cued) return undefined;
  if (around.isRightToLeft && one.reversed !== undefined && looksReversed(one)) {
    const turned = one.reversed.startsWith('+')
      ? international(one.reversed, true)
      : national(one, one.reversed, cued, around);
    if (turned !== undefined) return turned;
  }
  if (!cued && MONEY_BEHIND.test(behind)) return undefined;
  return one.isInternational
    ? international(one.number, cued || one.isLed)
    : national(one, one.number, cued, around);
}

/** Numbers of the run, each as long as can be. */
function inRun(run: Run, around: Around, last?: Found): Found[] {
  const found: Found[] = [];
  const before = ahead(around.text, run.groups[0]?.start ?? 0);
  if (isOtherNumber(before) && !isCued(before)) return [];
  for (let from = 0; from < run.groups.length; from += 1) {
    for (const one of stretches(run, from)) {
      const past = found.at(-1) ?? last;
      const isChained = past !== undefined && CHAIN.test(around.text.slice(past.end, one.start));
      const value = valueOf(one, around, isChained);
      if (value === undefined) continue;
      const isTurned = run.isPlusBehind && one.end === run.groups.at(-1)?.end;
      const end = isTurned && around.text[one.end] === '+' ? one.end + 1 : one.end;
      found.push({ kind: 'phone', start: one.start, end, readings: [value] });
      from += one.groups.length - 1;
      break;
    }
  }
  return found;
}

/** A plus and the digits of a country's code. */
const MOST_COUNTRY = 4;
const SHORT = new RegExp(
  `(?<!${LETTER}|[\\p{N}_@#]|\\d[.,:/ -]|\\p{Sc} ?)(?:1\\d{3}[ -]\\d{3}|\\d{3,6})(?!\\d)`,
  'gu',
);
/** 撥打1999 calls; "call 2027" may not. */
const HAN_AHEAD = /\p{Script=Han}$/u;
const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

/** Hotlines of a few digits, told with the region's code: no country's plan lists them. */
function shortNumbers(text: string, region: string | undefined, phones: readonly string[]): Found[] {
  const code = region === undefined ? undefined : numbering().callingCode(region);
  if (code === undefined) return [];
  return matchesOf(text, SHORT).flatMap((match): Found[] => {
    const digits = match[0].replace(/\D/g, '');
    const [start, end] = [match.index, match.index + match[0].length];
    const before = ahead(text, start);
    const own = phones.find(
      (phone) => phone.endsWith(digits) && phone.length - digits.length <= MOST_COUNTRY,
    );
    const isTold = isShortCued(before, text.slice(end, end + REACH));
    return isTold && (!isYear(digits) || HAN_AHEAD.test(before))
      ? [{ kind: 'phone', start, end, readings: [own ?? `+${code}${digits}`] }]
      : [];
  });
}

const EXTENSION = new RegExp(
  `^,? ?\\(?${anyOf(['ext', 'ext.', 'extension', 'x', 'εσωτ', 'εσωτ.', 'εσωτερικό', 'доб', 'доб.', 'добавочный', 'ekst.', '分機', '轉', 'داخلی'])} ?:? ?#?\\d{1,6}\\)?`,
  'u',
);
const IBAN = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

const NONE: ReadonlyMap<string, string> = new Map();
const remembered = rememberedFor<ReadonlyMap<string, string>>();

/** The numbers by the digits that people dial in their own country; none before the plans are loaded. */
function dialled(phones: readonly string[]): ReadonlyMap<string, string> {
  if (phones.length === 0) return NONE;
  return remembered(phones, String(numbering().callingCode('GR')), () => {
    const all = phones.map((phone) => [numbering().read(phone)?.asDialled ?? phone, phone] as const);
    return new Map(all.filter(([digits, phone]) => digits !== phone));
  });
}

function findPhones(text: FoldedText, { locale, phones = [] }: ReadingContext, claims: Claims): Mention[] {
  if (!text.hasDigits) return [];
  const region = phoneRegion(locale);
  const ibans = matchesOf(text.text, IBAN);
  const isInIban = ({ start, end }: Found): boolean =>
    ibans.some((iban) => start < iban.index + iban[0].length && iban.index < end);
  const around = { text: text.text, region, isRightToLeft: isRightToLeft(locale), own: dialled(phones) };
  const found: Found[] = [];
  for (const run of runsOf(text.text)) found.push(...inRun(run, around, found.at(-1)));
  return [...found, ...shortNumbers(text.text, region, phones)]
    .filter((one) => !isInIban(one))
    .flatMap((one) => {
      const mentions = claim(text, claims, one);
      const extension = EXTENSION.exec(text.text.slice(one.end, one.end + REACH));
      const end = one.end + (extension?.[0].length ?? 0);
      if (mentions.length > 0 && claims.free(one.end, end)) claims.take(one.end, end);
      return mentions;
    });
}

const LRI = '\u2066';
const PDI = '\u2069';

/** In the form of the locale's own country, else the international one, kept in order among words from right to left. */
function printPhone(value: string, locale: string): string {
  const printed = localDigits(numbering().print(value, phoneRegion(locale)), locale);
  return languageOf(locale).language === 'fa' ? `${LRI}${printed}${PDI}` : printed;
}

export const phone: FactFinder = {
  kind: 'phone',
  find: findPhones,
  equal: (a, b) => a === b,
  print: (value, locale) => printPhone(textOf(value), locale),
};
