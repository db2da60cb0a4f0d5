/** A price or a percentage in the asked form, its value and its digits kept. */
import { digitsOf, inDigits, marked } from '../../facts/print-number.ts';
import { trim } from '../../facts/numbers.ts';
import type { Mention } from '../../facts/types.ts';
import type { NumberForm } from '../../schema/style.ts';

/** A written number and what stands around it. */
interface Written {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

const NUMBER = /\p{Nd}(?:[\p{Nd}.,٬٫'’\u00A0\u202F\u2009 ]*\p{Nd})?/u;
const BLANKS = /[\s\u00A0\u202F\u2009]+/gu;
/** Names of money are words and stand where their language puts them; these are signs. */
const SIGN = /^(?:[\p{L}]{0,3}\p{Sc}|Rp\.?|zł|Kč|kr\.?|Ft)$/iu;
const NO_BREAK = '\u00A0';

function parse(text: string): Written | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const after = text.slice(match.index + match[0].length);
  if (/\p{Nd}/u.test(after)) return undefined;
  return { before: text.slice(0, match.index), number: match[0], after };
}

const ZEROS: readonly number[] = [0x30, 0x660, 0x6f0, 0xff10];

function asciiDigits(number: string): string {
  return Array.from(number, (one) => {
    const point = one.codePointAt(0) ?? 0;
    const zero = ZEROS.find((from) => point >= from && point < from + 10);
    return zero === undefined ? '' : String(point - zero);
  }).join('');
}

/** How many of the written digits stand behind the decimal mark, where the value is `decimal`; undefined where it is another number. */
function placesOf(number: string, decimal: string): number | undefined {
  const digits = asciiDigits(number);
  const tail = asciiDigits(number.slice(number.search(/[^\p{Nd}]\p{Nd}*$/u) + 1)).length;
  return [0, tail].find((places) => {
    const whole = digits.slice(0, digits.length - places) || '0';
    const written = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
    return trim(written) === trim(decimal);
  });
}

const FOUR = 4;

/** Undefined where the number is not the value: "5k", "1.2 million". */
function rewritten(number: string, decimal: string, form: NumberForm): string | undefined {
  const places = placesOf(number, decimal);
  if (places === undefined) return undefined;
  const digits = asciiDigits(number);
  const whole = digits.slice(0, digits.length - places) || '0';
  const written = /^(.*?)([^\p{Nd}])?(\p{Nd}*)$/su.exec(number);
  const ownMark = places > 0 ? (written?.[2] ?? '.') : '.';
  const head = places > 0 ? number.slice(0, number.length - places - 1) : number;
  const ownGroup = /[^\p{Nd}]/u.exec(head)?.[0] ?? '';
  const asked = form.thousands === 'none' ? '' : form.thousands === ' ' ? NO_BREAK : form.thousands;
  const group = ownGroup === '' && (asked === undefined || whole.length <= FOUR) ? '' : (asked ?? ownGroup);
  const plain = places > 0 ? `${whole}.${digits.slice(-places)}` : whole;
  const printed = marked(plain, { decimal: form.decimal ?? ownMark, thousands: group });
  const script = digitsOf(number);
  return script === undefined ? printed : inDigits(printed, script);
}

/** Blanks of any kind are one blank to a reader. */
const alike = (a: string, b: string): boolean => a.replace(BLANKS, ' ') === b.replace(BLANKS, ' ');

function placed({ before, after }: Written, number: string, { currency }: NumberForm): string {
  const sign = (before + after).trim();
  const isAhead = before.trim() !== '';
  if (!currency || !SIGN.test(sign) || (isAhead && after.trim() !== '')) return before + number + after;
  const blank = currency.space ? NO_BREAK : '';
  return currency.position === 'before' ? sign + blank + number : number + blank + sign;
}

function decimalOf({ kind, readings }: Mention): string | undefined {
  const decimals = new Set(
    readings.map((one) => {
      if (typeof one !== 'object') return undefined;
      return trim('amount' in one ? one.amount : one.percent);
    }),
  );
  const [only] = decimals;
  return decimals.size === 1 && (kind === 'price' || kind === 'percentage') ? only : undefined;
}

/** What to write, or undefined where it is right or cannot be told. */
export function amountIn(mention: Mention, form: NumberForm): string | undefined {
  const decimal = decimalOf(mention);
  const written = parse(mention.text);
  if (decimal === undefined || !written) return undefined;
  const number = rewritten(written.number, decimal, form);
  if (number === undefined) return undefined;
  const right =
    mention.kind === 'price' ? placed(written, number, form) : written.before + number + written.after;
  return alike(right, mention.text) ? undefined : right;
}
