/** Money signs, words and ISO codes as patterns, and the currencies that each may mean where it is read. */
import data from './data/currencies.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LANGUAGES, LETTER } from './lexicon.ts';

/** Toman is no ISO currency: ten rials. */
export const TOMAN = 'IRT';
/** What a currency's name ends with where the sign means its hundredth: `USD/100` for ¢. */
export const HUNDREDTH = '/100';

const symbols = new Map<string, string | readonly string[]>(
  Object.entries(data.symbols).map(([symbol, means]) => [foldWord(symbol), means]),
);
const words = new Map<string, string>();
for (const language of LANGUAGES)
  for (const [means, forms] of Object.entries(language.currencies))
    for (const form of forms ?? []) words.set(foldWord(form), means);
const codes = new Map(data.iso.map((code) => [foldWord(code), code]));
const byRegion = new Map<string, Readonly<Record<string, readonly string[]>>>(Object.entries(data.byRegion));

const REGIONS: Readonly<Record<string, string>> = {
  zh: 'TW',
  ja: 'JP',
  sv: 'SE',
  nb: 'NO',
  no: 'NO',
  da: 'DK',
};

export function regionOf(locale: string): string {
  const [language = '', ...rest] = locale.split('-');
  const region = rest.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase();
  if (region) return region;
  return rest.includes('Hans') ? 'CN' : (REGIONS[language.toLowerCase()] ?? '*');
}

function inRegion(family: string, locale: string): readonly string[] {
  const table = byRegion.get(family);
  return table?.[regionOf(locale)] ?? table?.['*'] ?? [];
}

const signs = new Map<string, readonly string[]>();
/** The currencies that a written sign may mean in the locale, the likelier first. */
export function candidates(sign: string, locale: string): readonly string[] {
  if (sign === '') return [];
  const key = `${locale} ${sign}`;
  const currencies = signs.get(key) ?? currenciesOf(sign, locale);
  if (signs.size < 1024) signs.set(key, currencies);
  return currencies;
}

const meaningOf = (sign: string): string | readonly string[] | undefined => {
  const folded = foldWord(sign.trim());
  return symbols.get(folded) ?? words.get(folded) ?? codes.get(folded);
};

/** The family or the one currency that a sign names; undefined where it names several. */
function familyOf(sign: string): string | undefined {
  const means = meaningOf(sign);
  if (typeof means !== 'string') return undefined;
  return means === '$' ? 'dollar' : means === '元' ? 'yuan' : means;
}

function currenciesOf(sign: string, locale: string): readonly string[] {
  const symbol = familyOf(sign);
  if (symbol !== undefined) return byRegion.has(symbol) ? inRegion(symbol, locale) : [symbol];
  const means = meaningOf(sign);
  return means === undefined || typeof means === 'string' ? [] : means;
}

/** Whether the sign belongs to a family of currencies: `$`, `¥`, `元`, `kr`. */
export const isAmbiguous = (sign: string): boolean => byRegion.has(familyOf(sign) ?? '');

/** Whether the sign is an ISO code, which counts only in capitals: "TRY" is money, "try" a verb. */
export const isIsoCode = (sign: string): boolean =>
  /^\s*\p{L}{3}\s*$/u.test(sign) && codes.has(foldWord(sign.trim()));
export const isCapitals = (sign: string): boolean => sign === sign.toUpperCase();

const not = (list: readonly string[]) => (word: string) => !list.map(foldWord).includes(word);
const HAN_WORDS = [...words.keys()].filter((word) => /\p{Script=Han}/u.test(word) && word.length > 1);

/** Signs before an amount: `€`, `NT$`, `Rp`, `USD`, `新台幣`. */
export const PREFIX = `(?:(?<!${LETTER})${anyOf([
  ...[...symbols.keys()].filter(not(data.suffixOnlySymbols)),
  ...[...codes.keys()].filter(not(data.suffixOnly)),
  ...HAN_WORDS,
])})`;

/** Signs after an amount: `€`, `ευρώ`, `руб.`, `元`, `تومان`, `EUR`. */
export const SUFFIX = `(?:元(?![素件旦月年宵祖老角形])|${anyOf(['圓', '塊'])}(?!(?![錢起整有以就均不左])\\p{Script=Han})|${anyOf(
  [
    ...[...symbols.keys()].filter(not([...data.prefixOnlySymbols, '元'])),
    ...codes.keys(),
    ...[...words.keys()].filter(not(['元', '圓', '塊'])),
  ],
)}(?!${LETTER}))`;

const WORDED = /^\p{L}[\p{L} .]{2,}$/u;
/** Words for money that an amount in words may stand before: no signs, no codes, nothing of a letter or two. */
export const CURRENCY_WORD = anyOf(
  [...words.keys()].filter((word) => WORDED.test(word) && !/\p{Script=Han}/u.test(word)),
);

const minor = new Map(Object.entries(data.minor));
/** How many decimals ISO 4217 gives the currency. */
export function minorDigits(currency: string): number {
  return minor.get(currency) ?? 2;
}

/** Currencies whose prices people print without decimals. */
export const wholeInPrint = (currency: string): boolean => data.wholeInPrint.includes(currency);

export function printedSign(currency: string, language: string): string {
  const own = new Map<string, Readonly<Record<string, string>>>(Object.entries(data.printByLanguage));
  const common = new Map<string, string>(Object.entries(data.print));
  return own.get(language)?.[currency] ?? common.get(currency) ?? `${currency}\u00A0`;
}
