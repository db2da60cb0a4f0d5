/** Amounts and percentages in a locale's own number format. */
import { minorDigits, printedSign, wholeInPrint } from './currency.ts';
import { languageOf } from './lexicon.ts';
import { numberStyle, trim, withPlaces } from './numbers.ts';
import type { NumberStyle } from './numbers.ts';
import type { PercentageValue, PriceValue } from './types.ts';

const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const ARABIC = '٠١٢٣٤٥٦٧٨٩';

/** Digits of another script in place of ASCII ones. */
export const inDigits = (text: string, digits: string): string =>
  text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** The digits of a typed text, so that a fix keeps them; undefined for ASCII. */
export function digitsOf(typed: string): string | undefined {
  if (/[۰-۹]/.test(typed)) return PERSIAN;
  return /[٠-٩]/.test(typed) ? ARABIC : undefined;
}

export const localDigits = (text: string, locale: string): string =>
  languageOf(locale).language === 'fa' ? inDigits(text, PERSIAN) : text;

/** Groups and marks a plain decimal; `thousands` may be empty. */
export function marked(
  decimal: string,
  { decimal: mark, thousands }: Pick<NumberStyle, 'decimal' | 'thousands'>,
): string {
  const [whole = '0', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}

/** The number of a price as printed: exactly the minor digits, none where prices are printed whole. */
export function printedPlaces(amount: string, currency: string): string {
  const exact = withPlaces(amount, minorDigits(currency));
  return wholeInPrint(currency) && /\.0+$/.test(exact) ? trim(exact) : exact;
}

export function printPrice(value: PriceValue, locale: string): string {
  const language = languageOf(locale);
  if (value === 'free') return language.print.free;
  const style = numberStyle(locale);
  const spaced = { ...style, thousands: style.thousands === ' ' ? '\u00A0' : style.thousands };
  const amount = localDigits(marked(printedPlaces(value.amount, value.currency), spaced), locale);
  const sign = printedSign(value.currency, language.language);
  const isBehind = language.print.price.startsWith('{amount}');
  return language.print.price.replace('{amount}', amount).replace('{symbol}', isBehind ? sign.trim() : sign);
}

export const printPercentage = (value: PercentageValue, locale: string): string =>
  languageOf(locale).print.percent.replace(
    '{n}',
    localDigits(marked(trim(value.percent), { ...numberStyle(locale), thousands: '' }), locale),
  );
