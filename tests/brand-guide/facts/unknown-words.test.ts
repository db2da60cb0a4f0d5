/** Locales whose words are not known: what is free of language is checked, and nothing else is held against a text. */
import { expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../../brand-guide/facts/reading-context.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const price: Fact = {
  id: 'price',
  kind: 'price',
  value: { amount: '89.00', currency: 'EUR' },
  required: true,
};
const offer: Fact = {
  id: 'offer',
  kind: 'percentage',
  value: { percent: '20', reduction: true },
  required: true,
};
const ends: Fact = { id: 'ends', kind: 'date', value: '2027-06-12', role: 'end', required: true };
const doors: Fact = { id: 'doors', kind: 'time', value: '19:30', required: true };
const frames: Fact = {
  id: 'frames',
  kind: 'quantity',
  value: '5',
  label: { '*': ['frames'] },
  required: true,
};
const code: Fact = { id: 'code', kind: 'code', value: 'MINT20', required: true };
const shop: Fact = { id: 'shop', kind: 'url', value: 'https://lumen.example/try', required: true };
const phone: Fact = { id: 'phone', kind: 'phone', value: '+302105550142', required: true };

const ROWS: readonly (readonly [facts: readonly Fact[], locale: string, text: string, states: string])[] = [
  [[offer, ends], 'de-DE', '20 % Rabatt auf alles bis 12. Juni 2027', 'unchecked stated'],
  [[offer, ends], 'de-DE', 'Nur noch bis 12.06.2027: 20 % Rabatt', 'unchecked stated'],
  [[offer, ends], 'fr-FR', '20 % de remise jusqu’au 12 juin 2027', 'unchecked unchecked'],
  [[offer, ends], 'fr-FR', '−20 % dès maintenant', 'stated unchecked'],
  [[offer, ends], 'tlh', '25 % nup, until 24 May 2027', 'unchecked unchecked'],
  [[doors, frames], 'de-DE', 'Einlass um halb acht, fünf Fassungen', 'unchecked unchecked'],
  [[price], 'de-DE', 'Brillen ab 89,00 €', 'stated'],
  [[price], 'de-DE', 'Brillen ab 98,00 €', 'conflict'],
  [[price], 'de-DE', 'Statt 98,00 € weniger, Versand 4,90 €', 'missing'],
  [[price], 'de-DE', 'Brillen', 'missing'],
  [[code, shop], 'de-DE', 'Mit MINT20 auf lumen.example/try', 'stated stated'],
  [[code, shop], 'de-DE', 'Mit MINT2O auf lumen.example/try', 'conflict stated'],
  [[phone], 'fr-FR', 'Appelez le +30 210 555 0142', 'stated'],
  [[phone], 'fr-FR', 'Appelez-nous', 'missing'],
];
test.each(ROWS)('%#: %j in %s', (facts, locale, text, states) => {
  const parts = [{ field: 'text', text, mentions: findMentions(text, readingContextOf({ locale, facts })) }];
  const compared = compareFacts({ facts, parts, locale });
  expect(compared.facts.map(({ state }) => state).join(' ')).toBe(states);
  for (const { state, why } of compared.facts) expect(why === undefined).toBe(state !== 'unchecked');
});

test('words of other languages tell no role', () => {
  const roles = (locale: string) => findMentions('until 24 May 2027', { locale }).map(({ role }) => role);
  expect([roles('en-GB'), roles('tlh')]).toEqual([['end'], [undefined]]);
});
