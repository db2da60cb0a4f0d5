/** A bare `$` in a country with its own dollar: whose it is where the reader knows the campaign's prices, and where it does not. */
import { expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';

const read = (locale: string, text: string, currencies?: readonly string[]): string[][] =>
  findMentions(text, { locale, ...(currencies && { currencies }) }).map(({ readings }) =>
    readings.map((value) => (typeof value === 'object' && 'currency' in value ? value.currency : '')),
  );

const rows: [string, string, readonly string[] | undefined, string[][]][] = [
  ['en-CA', 'Skate sharpening $9.50, add $2 for hockey blades.', [], [['CAD'], ['CAD']]],
  ['en-AU', 'Beeswax wraps $24, refills $8.', ['AUD'], [['AUD'], ['AUD']]],
  ['en-NZ', 'Gumboots $39', [], [['NZD']]],
  ['en-SG', 'Kaya toast set $5.80', [], [['SGD']]],
  ['zh-TW', '體驗價$790，原價$1,180', ['TWD'], [['TWD'], ['TWD']]],
  ['zh-HK', '套餐只需$88', [], [['HKD']]],
  ['en-US', 'Gumboots $39', [], [['USD']]],
  ['en-CA', 'Gumboots $39', ['USD'], [['CAD', 'USD']]],
  ['en-CA', 'From Vermont: US$20, or $5 for a small one.', [], [['USD'], ['CAD', 'USD']]],
  ['zh-TW', '海外版US$50，加購$10', ['TWD'], [['USD'], ['TWD', 'USD']]],
  ['en-CA', 'Gumboots $39', undefined, [['CAD', 'USD']]],
  ['en-GB', '120 kr in Copenhagen', [], [['SEK', 'NOK', 'DKK']]],
];

test.each(rows)('%s: %s beside %j', (locale, text, currencies, expected) => {
  expect(read(locale, text, currencies)).toEqual(expected);
});
