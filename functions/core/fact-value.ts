/** What people write as a fact's value, and the one form in which every part of the product keeps it. */
import { minorDigits } from '../../brand-guide/facts/currency.ts';
import { foldText } from '../../brand-guide/facts/fold.ts';
import { trim, withPlaces } from '../../brand-guide/facts/numbers.ts';
import type { FactKind, PercentageValue, PriceValue } from '../../brand-guide/facts/types.ts';
import { absolute } from '../../brand-guide/facts/url.ts';
import { nearMiss } from '../../brand-guide/schema/near-miss.ts';
import type { Path } from '../../brand-guide/schema/document-problem.ts';
import { dayExists } from './calendar-window.ts';
import type { Complain } from './complaints.ts';

/** A value with its characters as typed: 89.00 is a number whose source says 89.00. */
export interface Written {
  readonly value: unknown;
  readonly sourceOf: (under: Path) => string | undefined;
}

/** The canonical value, or undefined after a complaint. */
export type ReadValue<V> = (written: Written, complain: Complain) => V | undefined;

/** The characters of a text or a number; undefined for anything else. */
const characters = (value: unknown, source: string | undefined): string | undefined => {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  return typeof value === 'number' ? (source ?? String(value)).trim() : undefined;
};

/** As typed: 1e3, not 1000. */
const shown = (value: unknown, source?: string): string =>
  (typeof value === 'number' ? source : undefined) ?? JSON.stringify(value) ?? 'nothing';

const EXAMPLE = '{ amount: 4.95, currency: USD }';
const DECIMAL = /^\d{1,15}(?:\.\d{1,15})?$/u;

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const unknownFields = (
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  complain: Complain,
): void => {
  for (const name of Object.keys(fields).filter((field) => !known.includes(field))) {
    const near = nearMiss(name, known);
    const hint = near === undefined ? `expected one of ${known.join(', ')}` : `did you mean \`${near}\`?`;
    complain(`found the unknown field \`${name}\`; ${hint}`, name);
  }
};

/** Every currency that ISO 4217 has given a code; the runtime's list is only asked for names. */
const CURRENCIES = Intl.supportedValuesOf('currency');

const currencyOf = (value: unknown, complain: Complain): string | undefined => {
  if (typeof value === 'string' && CURRENCIES.includes(value)) return value;
  if (value === undefined) complain(`a price needs a currency, such as ${EXAMPLE}`);
  else if (value === 'IRT') complain('found `IRT`; toman is stated in IRR, ten for one', 'currency');
  else {
    const near =
      typeof value === 'string' ? CURRENCIES.find((code) => code === value.toUpperCase()) : undefined;
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    complain(`found ${shown(value)}, expected an ISO 4217 code such as USD${hint}`, 'currency');
  }
  return undefined;
};

const amountOf = (written: Written, amount: unknown, currency: string, complain: Complain) => {
  const typed = characters(amount, written.sourceOf(['amount']));
  const digits = minorDigits(currency);
  if (typed === undefined || !DECIMAL.test(typed))
    return complain(`found ${shown(amount, typed)}, expected a plain decimal such as 4.95`, 'amount');
  const exact = withPlaces(typed, digits);
  if ((exact.split('.')[1] ?? '').length > digits)
    return complain(`found ${typed}, but ${currency} has ${digits} digits after the point`, 'amount');
  return exact;
};

const price: ReadValue<PriceValue> = (written, complain) => {
  const { value } = written;
  if (value === 'free') return 'free';
  const fields = fieldsOf(value);
  if (fields === undefined) {
    const bare = DECIMAL.test(characters(value, undefined) ?? '');
    complain(
      bare
        ? `a price needs a currency, such as ${EXAMPLE}`
        : `found ${shown(value)}, expected a price such as ${EXAMPLE}, or free`,
    );
    return undefined;
  }
  unknownFields(fields, ['amount', 'currency'], complain);
  const currency = currencyOf(fields['currency'], complain);
  if (currency === undefined) return undefined;
  const amount = amountOf(written, fields['amount'], currency, complain);
  return amount === undefined ? undefined : { amount, currency };
};

const PERCENT = /^(?<sign>[-−+])?(?<percent>\d{1,6}(?:\.\d{1,6})?) ?%?$/u;

const percentage: ReadValue<PercentageValue> = (written, complain) => {
  const fields = fieldsOf(written.value);
  if (fields !== undefined) unknownFields(fields, ['percent', 'reduction'], complain);
  const typed = fields
    ? characters(fields['percent'], written.sourceOf(['percent']))
    : characters(written.value, written.sourceOf([]));
  const match = PERCENT.exec(typed ?? '')?.groups;
  const percent = match?.['percent'];
  const reduction = fields?.['reduction'] ?? (match?.['sign'] === '-' || match?.['sign'] === '−');
  if (percent === undefined || typeof reduction !== 'boolean' || (fields && match?.['sign'] !== undefined))
    complain(
      `found ${shown(written.value)}, expected -20 for a reduction, 70 for a share, or { percent: 20, reduction: true }`,
    );
  else if (reduction && Number(percent) > 100)
    complain(`found ${percent}, but nothing is reduced by more than 100`);
  else return { percent: trim(percent), reduction };
  return undefined;
};

/** A kind whose value is text: its characters, or undefined where they are none of its kind. */
const textual =
  (expected: string, read: (typed: string) => string | undefined): ReadValue<string> =>
  (written, complain) => {
    const typed = characters(written.value, written.sourceOf([]));
    const value = typed === undefined || typed === '' ? undefined : read(typed);
    if (value === undefined) complain(`found ${shown(written.value, typed)}, expected ${expected}`);
    return value;
  };

/** A year without one is read as a leap year, so that 29 February exists. */
const readDate = (typed: string): string | undefined => {
  const whole = typed.startsWith('--') ? `2028-${typed.slice(2)}` : typed;
  return dayExists(whole) ? typed : undefined;
};

const readTime = (typed: string): string | undefined => {
  const padded = typed.padStart(5, '0');
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(padded) ? padded : undefined;
};

const readUrl = (typed: string): string | undefined => {
  const link = absolute(typed);
  const host = URL.canParse(link) ? new URL(link).hostname : '';
  return /^\S+$/u.test(typed) && (host.includes('.') || host === 'localhost') ? link : undefined;
};

/** In any script's digits, with the marks that keep a number in order; short numbers follow their country's code too. */
const readPhone = (typed: string): string | undefined => {
  const written = foldText(typed).text.replace(/^tel: ?/u, '');
  const digits = written.replace('(0)', '').replace(/[\s().-]/gu, '');
  return /^\+[1-9]\d{4,14}$/u.test(digits) ? digits : undefined;
};

const readQuantity = (typed: string): string | undefined => (DECIMAL.test(typed) ? trim(typed) : undefined);

const asTyped = (typed: string): string => typed;

export const READ_VALUE = {
  price,
  percentage,
  date: textual('a day such as 2027-06-12, or --06-12 without a year', readDate),
  time: textual('a time such as 19:30', readTime),
  code: textual('the code as customers type it', (typed) => (/^\S+$/u.test(typed) ? typed : undefined)),
  url: textual('an address such as https://brand.example/offer', readUrl),
  phone: textual('a number with its country, such as +302105550142', readPhone),
  name: textual('the name', asTyped),
  quantity: textual('a number such as 5', readQuantity),
  legal: textual('the line', asTyped),
} as const satisfies { [K in FactKind]: ReadValue<unknown> };
