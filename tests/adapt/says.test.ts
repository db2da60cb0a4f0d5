/** Which facts the adapter takes a text to say: numbers by the noun that the message counts, percentages in any language. */
import { expect, test } from 'vitest';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { sayer } from '../../functions/adapt/says.ts';

const frames: Fact = { id: 'frames', kind: 'quantity', value: '5', label: { en: ['frames'] } };
const days: Fact = { id: 'days', kind: 'quantity', value: '5', label: { en: ['days at home'] } };
const bare: Fact = { id: 'bare', kind: 'quantity', value: '5' };
const offer: Fact = { id: 'offer', kind: 'percentage', value: { percent: '20', reduction: true } };
const MESSAGE = 'Choose five frames, and wear them at home for five days.';

const ROWS: readonly (readonly [
  facts: readonly Fact[],
  locale: string,
  message: string,
  text: string,
  said: string,
])[] = [
  [[frames, days], 'en-GB', MESSAGE, MESSAGE, 'frames days'],
  [[frames, days], 'en-GB', MESSAGE, 'Choose five frames.', 'frames'],
  [[frames, days], 'en-GB', MESSAGE, 'At home for five days.', 'days'],
  [[frames], 'en-GB', 'Take five home.', 'Take five home.', 'frames'],
  [[frames], 'el-GR', 'Πέντε σκελετοί', 'Πέντε σκελετοί', 'frames'],
  [[bare], 'en-GB', MESSAGE, 'Choose five frames.', 'bare'],
  [[offer], 'de-DE', '20 % Rabatt', '20 % Rabatt', 'offer'],
  [[offer], 'de-DE', '20 % Rabatt', '25 % Rabatt', ''],
  [[offer], 'en-GB', '20% cocoa', '20% cocoa', ''],
];
test.each(ROWS)('%#: %j in %s', (facts, locale, message, text, said) => {
  const context = readingContextOf({ locale, facts });
  const says = sayer(facts, locale, (one) => findMentions(one, context), message);
  expect([...says(text)].join(' ')).toBe(said);
});
