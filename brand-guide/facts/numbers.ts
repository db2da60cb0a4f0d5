/** Numbers as people write them: separators by locale, both readings where shape and locale disagree, exact decimals. */
import locales from './data/locales.json' with { type: 'json' };

export interface NumberStyle {
  readonly decimal: string;
  readonly thousands: string;
  /** The order of an all-numeric date; `any` where people of the locale disagree. */
  readonly date: string;
}

const STYLES = new Map<string, NumberStyle>(Object.entries(locales));

const known = new Map<string, NumberStyle>();
/** The style of the locale, else of its language, else the language-free one. */
export function numberStyle(locale: string): NumberStyle {
  const style = known.get(locale) ?? styleOf(locale);
  if (known.size < 256) known.set(locale, style);
  return style;
}

function styleOf(locale: string): NumberStyle {
  const [language = '', ...rest] = locale.split('-');
  const region = rest.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase();
  const found = STYLES.get(`${language.toLowerCase()}-${region}`) ?? STYLES.get(language.toLowerCase());
  return found ?? { ...locales['*'] };
}

const PARTING =
  '(?<=\\.\\d{2}),\\d{1,2} ?%|,\\d{1,4}(?:[月年號點時件折杯天期]|日(?![圓元幣])|人(?!民)|[/:]\\d)|,(?!\\d{3}(?!\\d))\\d{1,4}\\p{Script=Han}';

/**
 * A number over folded text; every repeat is bounded, so long digit strings stay linear. A comma between two
 * numbers, which Chinese sets without a space, parts them: £4.50,15% and $12,900,2月28日前.
 */
export const NUMBER = `(?<!\\d)(?:\\d{1,3}(?:[ '٬]\\d{3}){1,5}(?!\\d)(?:[.,٫]\\d{1,6}(?!\\d))?|\\d{1,3}(?:/\\d{3}){1,4}(?= ?(?:تومان|تومن|ریال))|\\d{1,3}/\\d{1,2}(?= ?(?:تا \\d{1,3}/\\d{1,2} ?)?(?:میلیون|میلیارد|درصد))|(?<=[$£€])\\.\\d\\d|\\d{1,3}(?:,\\d{3}){1,4}(?=,(?!\\d{3}(?!\\d)))|\\d{1,15}(?:(?!${PARTING})[.,٬٫]\\d{1,15}){0,5})(?!\\d)`;

/** The "and" of "between 10 and 20", which is no "and" between two numbers. */
export const BETWEEN_AND =
  '(?<=(?:between|μεταξυ|между|antara|بین) [\\d.,٫٬% ]{1,12}(?:هزار)?) (?:and|και|и|dan|و) ';

const plain = (whole: string, fraction = ''): string => {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
};

function grouped(written: string, separator: string): string | undefined {
  const [first = '', ...groups] = written.split(separator);
  const wellFormed = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return wellFormed ? first + groups.join('') : undefined;
}

function twoSeparators(written: string, decimal: string): string[] {
  const at = written.lastIndexOf(decimal);
  const fraction = written.slice(at + 1);
  const whole = written.slice(0, at);
  const separator = whole.match(/[^\d]/)?.[0] ?? ' ';
  const digits = grouped(whole, separator);
  return digits !== undefined && /^\d+$/.test(fraction) ? [plain(digits, fraction)] : [];
}

function oneSeparator(written: string, separator: string, style: NumberStyle): string[] {
  const groups = written.split(separator);
  const digits = grouped(written, separator);
  if (groups.length > 2) return digits === undefined ? [] : [plain(digits)];
  const [whole = '', fraction = ''] = groups;
  const decimal = plain(whole, fraction);
  if (separator === '٫') return [decimal];
  if (digits === undefined || whole.startsWith('0')) return " '٬".includes(separator) ? [] : [decimal];
  if (separator === style.thousands || " '٬".includes(separator)) return [plain(digits)];
  return [plain(digits), decimal];
}

/** Iranians also group by a slash, ۱۲۰/۰۰۰ تومان, and set it for the decimal mark: ۱/۵ میلیون. */
function slashed(written: string, style: NumberStyle): string[] {
  const digits = style.thousands === '٬' ? grouped(written, '/') : undefined;
  if (digits !== undefined) return [plain(digits)];
  return style.thousands === '٬' && /^\d{1,3}\/\d{1,2}$/.test(written) ? [written.replace('/', '.')] : [];
}

/** Every value that a written number may have, as plain decimals, the likelier first; none where it is no number. */
export function readNumber(written: string, style: NumberStyle): string[] {
  const separators = [...new Set(written.replace(/\d/g, ''))];
  if (separators.length === 0) return [plain(written)];
  if (separators[0] === '/') return slashed(written, style);
  const last = written.match(/[^\d](?=\d*$)/)?.[0] ?? '';
  return separators.length === 1 ? oneSeparator(written, last, style) : twoSeparators(written, last);
}

/** Multiplies a plain decimal by a power of ten, exactly. */
export function shift(decimal: string, power: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  if (power < 0) {
    const padded = whole.padStart(1 - power, '0');
    return trim(`${padded.slice(0, power)}.${padded.slice(power)}${fraction}`);
  }
  const padded = fraction.padEnd(power, '0');
  return trim(`${whole}${padded.slice(0, power)}.${padded.slice(power)}`);
}

/** A plain decimal without needless zeros. */
export function trim(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return plain(whole, fraction.replace(/0+$/, ''));
}

/** A plain decimal with exactly `digits` places, or more where the text itself has more. */
export function withPlaces(decimal: string, digits: number): string {
  const [whole = '0', fraction = ''] = trim(decimal).split('.');
  return plain(whole, fraction.padEnd(digits, '0'));
}

const HAN = '〇一二三四五六七八九';
/** The Han numerals below a hundred: 五 5, 八五 85, 十二 12, 二十一 21. */
export function readHan(written: string): number | undefined {
  const ten = written.replace('兩', '二').match(/^([一二三四五六七八九])?十([一二三四五六七八九])?$/);
  if (ten) return (ten[1] ? HAN.indexOf(ten[1]) : 1) * 10 + (ten[2] ? HAN.indexOf(ten[2]) : 0);
  const digits = [...written].map((character) => HAN.indexOf(character));
  return digits.length > 0 && digits.every((digit) => digit >= 0) ? Number(digits.join('')) : undefined;
}
