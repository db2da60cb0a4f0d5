/** The comparison as a table: what a text says of the facts in force. */
import { describe, expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { readingContextOf } from '../../../brand-guide/facts/reading-context.ts';
import type { Carrier, Comparison } from '../../../brand-guide/facts/comparison.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { printFact } from '../../../brand-guide/facts/print.ts';
import { restate } from '../../../brand-guide/facts/restate.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const price: Fact = {
  id: 'price',
  kind: 'price',
  value: { amount: '4.95', currency: 'USD' },
  required: true,
};
const offer: Fact = {
  id: 'offer',
  kind: 'percentage',
  value: { percent: '20', reduction: true },
  required: true,
};
const ends: Fact = { id: 'ends', kind: 'date', value: '2027-05-17', role: 'end', required: true };
const code: Fact = { id: 'code', kind: 'code', value: 'MINT20', required: true };
const shop: Fact = { id: 'shop', kind: 'url', value: 'https://northwind.example/java-mint', required: true };
const product: Fact = { id: 'product', kind: 'name', value: 'Java Mint Frappé', required: true };
const allergen: Fact = { id: 'allergen', kind: 'legal', value: 'Contains milk.', required: true };
const phone: Fact = { id: 'phone', kind: 'phone', value: '+302105550142', required: true };
const tables: Fact = {
  id: 'tables',
  kind: 'quantity',
  value: '5',
  label: { en: ['tables'] },
  required: true,
};
const grande: Fact = { ...price, id: 'grande', label: { en: ['grande'] } };
const venti: Fact = {
  id: 'venti',
  kind: 'price',
  value: { amount: '5.95', currency: 'USD' },
  label: { en: ['venti'] },
};
const frames: Fact = {
  id: 'frames',
  kind: 'price',
  value: { amount: '89.00', currency: 'EUR' },
  required: true,
};
const twin: Fact = { ...price, id: 'twin' };
const upTo: Fact = { ...offer, qualifier: 'up-to' };

interface Options {
  readonly locale?: string;
  readonly message?: string;
  readonly carriers?: readonly Carrier[];
  readonly window?: { from: string; to: string };
}
function compare(facts: readonly Fact[], text: string, options: Options = {}): Comparison {
  const { locale = 'en-US', message = '', ...rest } = options;
  const { codes = [], labels = [] } = readingContextOf({ locale, facts });
  const context = { locale, codes, labels };
  const parts = [{ field: 'text', text, mentions: findMentions(text, context) }];
  const told = [{ field: 'body', text: message, mentions: findMentions(message, context) }];
  return compareFacts({ facts, parts, locale, message: told, ...rest });
}
const states = (comparison: Comparison) => comparison.facts.map(({ state }) => state).join(' ');
const verdicts = (comparison: Comparison) =>
  comparison.mentions.map(({ mention, verdict }) => `${mention.text}: ${verdict}`).join(', ');

const rows: [facts: Fact[], text: string, states: string, verdicts: string, options?: Options][] = [
  [[price], 'A grande is $4.95.', 'stated', '$4.95: stated'],
  [[price], 'A grande is $5.49.', 'conflict', '$5.49: conflict'],
  [[price], 'A grande is waiting.', 'missing', ''],
  [
    [{ ...price, required: true }, offer],
    'Only $3.96 with 20% off',
    'stated stated',
    '$3.96: derived, 20%: stated',
  ],
  [[price], 'Was $6.00, now $4.95.', 'stated', '$6.00: unknown, $4.95: stated'],
  [[price], '$4.95, or $5.49 with oat milk', 'stated', '$4.95: stated, $5.49: unknown'],
  [[price], 'Delivery $3, orders over $20 ship free.', 'missing', '$3: unknown, $20: unknown, free: unknown'],
  [[price], 'Save $1 today', 'missing', '$1: unknown'],
  [[grande, venti], 'A grande is $5.49, a venti $5.95', 'conflict stated', '$5.49: conflict, $5.95: stated'],
  [[price, venti], 'A latte is $5.49.', 'missing not-required', '$5.49: unknown'],
  [[grande, venti], 'It is $5.49.', 'missing not-required', '$5.49: unknown'],
  [[offer], '70% cocoa', 'missing', '70%: unknown'],
  [[offer], '25% off', 'conflict', '25%: conflict'],
  [[offer], 'Up to 20% off', 'stated', '20%: stated'],
  [[upTo], '20% off', 'missing', '20%: unknown'],
  [[offer], '第二件6折', 'unresolved', '6折: unresolved', { locale: 'zh-TW' }],
  [[offer], '全館8折', 'stated', '8折: stated', { locale: 'zh-TW' }],
  [[offer], '全館75折', 'conflict', '75折: conflict', { locale: 'zh-TW' }],
  [[ends], 'Until 17 May', 'stated', '17 May: stated'],
  [[ends], 'Until 24 May 2027', 'conflict', '24 May 2027: conflict'],
  [[ends], 'From 4 May', 'missing', '4 May: unknown'],
  [[ends], 'From 4 May', 'missing', '4 May: known', { window: { from: '2027-05-04', to: '2027-05-31' } }],
  [[{ ...ends, role: 'start' }], 'Until 24 May', 'missing', '24 May: unknown'],
  [[code], 'Use MINT20', 'stated', 'MINT20: stated'],
  [[code], 'Use MINT2O', 'conflict', 'MINT2O: conflict'],
  [[code], 'Use МINТ20', 'conflict', 'МINТ20: conflict'],
  [[code], 'No code needed', 'missing', ''],
  [
    [shop],
    'northwind.example/java-mint/?utm_source=x',
    'stated',
    'northwind.example/java-mint/?utm_source=x: stated',
  ],
  [
    [shop],
    'Link in bio',
    'carried',
    '',
    { carriers: [{ by: 'link in bio', url: 'https://northwind.example/java-mint' }] },
  ],
  [[shop], 'https://other.example/x', 'conflict', 'https://other.example/x: conflict'],
  [[product], 'The java mint   frappé', 'stated', ''],
  [[product], 'The Java Mint Frappe', 'missing', ''],
  [[allergen], 'Contains\nmilk.', 'stated', ''],
  [
    [{ ...allergen, forms: { en: ['Contains milk.'] } }],
    'Περιέχει γάλα.',
    'unchecked',
    '',
    { locale: 'el-GR' },
  ],
  [[tables], 'Take five home', 'unchecked', '', { message: 'Take five home' }],
  [[tables], 'Take some home', 'missing', '', { message: 'Take five tables home' }],
  [[phone], 'Call +30 210 555 0142', 'stated', '+30 210 555 0142: stated'],
  [[phone], 'Τηλ. 210 555 0124', 'conflict', '210 555 0124: conflict', { locale: 'el-GR' }],
  [[frames], 'Σκελετοί από 89,00 €', 'stated', '89,00 €: stated', { locale: 'el-GR' }],
  [[frames], 'Оправы от 89 евро', 'stated', '89 евро: stated', { locale: 'ru-RU' }],
  [[frames], 'فریم از ۹۸٫۰۰ یورو', 'conflict', '۹۸٫۰۰ یورو: conflict', { locale: 'fa-IR' }],
  [[frames], '€1.299', 'missing', '€1.299: unknown', { locale: 'en-GB' }],
  [[price], 'Was $6.00', 'missing', '$6.00: known', { message: 'Was $6.00, now $4.95' }],
  [[price], 'Only $5.49', 'conflict', '$5.49: conflict', { message: 'Only $5.49' }],
  [[price, twin], 'It is $4.95.', 'unresolved unresolved', '$4.95: among'],
  [[grande, { ...venti, value: grande.value }], 'A grande is $4.95', 'stated not-required', '$4.95: stated'],
  [[price, { ...venti, value: price.value }], 'It is $4.95', 'stated not-required', '$4.95: stated'],
];

describe('states of facts and verdicts on mentions', () => {
  test.each(rows)('%#: %j in %j', (facts, text, state, verdict, options) => {
    const comparison = compare(facts, text, options);
    expect([states(comparison), verdicts(comparison)]).toEqual([state, verdict]);
  });
});

test('a short link may go to the fact: it neither states nor contradicts it', () => {
  const text = 'See lmn.example/9Kq';
  const parts = [{ field: 'text', text, mentions: findMentions(text, { locale: 'en-US' }) }];
  const input = { facts: [shop], locale: 'en-US', shorteners: ['lmn.example'] };
  const inText = compareFacts({ ...input, parts });
  expect([states(inText), verdicts(inText)]).toEqual(['unresolved', 'lmn.example/9Kq: unresolved']);
  const carriers = [{ by: 'link field', url: 'https://lmn.example/9Kq' }];
  expect(states(compareFacts({ ...input, parts: [], carriers }))).toBe('unresolved');
  expect(states(compareFacts({ facts: [shop], locale: 'en-US', parts }))).toBe('conflict');
});

test('alt text is checked and states nothing; words in a picture do', () => {
  const part = (text: string, aside: boolean) => ({
    field: 'text',
    text,
    mentions: findMentions(text, { locale: 'en-US' }),
    image: 'card.png',
    aside,
  });
  const inPictures = (...parts: ReturnType<typeof part>[]) =>
    compareFacts({ facts: [price], locale: 'en-US', parts });
  expect(states(inPictures(part('Only $4.95', true)))).toBe('missing');
  expect(states(inPictures(part('Only $4.95', false)))).toBe('stated');
  const wrong = inPictures(part('Only $4.95', false), part('Only $5.49', true));
  expect([states(wrong), verdicts(wrong)]).toEqual(['stated', '$4.95: stated, $5.49: unknown']);
  expect(verdicts(inPictures(part('Only $5.49', true)))).toBe('$5.49: conflict');
});

test('a mention that a person marked as no fact states and contradicts nothing', () => {
  const notFacts = [{ field: 'text', kind: 'price' as const, text: '$5.49 ' }];
  const text = 'Oat milk is $5.49.';
  const parts = [{ field: 'text', text, mentions: findMentions(text, { locale: 'en-US' }) }];
  const comparison = compareFacts({ facts: [price], locale: 'en-US', parts, notFacts });
  expect([states(comparison), verdicts(comparison)]).toEqual(['missing', '$5.49: not-fact']);
});

const mended: [fact: Fact, locale: string, text: string, fixed: string][] = [
  [frames, 'el-GR', 'Μόνο 98,00 €', 'Μόνο 89,00 €'],
  [frames, 'el-GR', 'Μόνο €98', 'Μόνο €89'],
  [frames, 'fa-IR', 'فقط ۹۸٫۰۰ یورو', 'فقط ۸۹٫۰۰ یورو'],
  [{ ...frames, value: { amount: '1299.00', currency: 'EUR' } }, 'en-GB', 'Now €999.00', 'Now €1,299.00'],
  [{ ...frames, value: { amount: '1299.00', currency: 'RUB' } }, 'ru-RU', 'Всего 1 199 ₽', 'Всего 1 299 ₽'],
  [
    { ...frames, value: { amount: '30000.00', currency: 'IDR' } },
    'id-ID',
    'Hanya Rp 25.000',
    'Hanya Rp 30.000',
  ],
  [
    { ...frames, value: { amount: '2500000.00', currency: 'IRR' } },
    'fa-IR',
    '۲۴۰٬۰۰۰ تومان',
    '۲۵۰٬۰۰۰ تومان',
  ],
  [offer, 'en-US', '25 % off', '20 % off'],
  [offer, 'zh-TW', '全館75折', '全館8折'],
  [offer, 'fa-IR', '۲۵٪ تخفیف', '۲۰٪ تخفیف'],
  [ends, 'en-GB', 'Until 24 May', 'Until 17 May'],
  [ends, 'el-GR', 'Έως 24 Ιουνίου', 'Έως 17 Μαΐου'],
  [ends, 'zh-TW', '至5月24日止', '至5月17日止'],
  [ends, 'fa-IR', 'تا ۲۴ مه ۲۰۲۷', 'تا ۱۷ مه ۲۰۲۷'],
  [code, 'en-US', 'Use mint20', 'Use MINT20'],
];
test.each(mended)('%j in %s: %s becomes %s', (fact, locale, text, fixed) => {
  const [conflict] = compare([fact], text, { locale }).mentions.filter(
    ({ verdict }) => verdict === 'conflict',
  );
  const { start, end } = conflict?.mention ?? { start: 0, end: 0 };
  const right = conflict ? restate(conflict.mention, fact, locale) : 'no conflict';
  expect(text.slice(0, start) + right + text.slice(end)).toBe(fixed);
});

const printed: [fact: Pick<Fact, 'kind' | 'value'>, locale: string, printed: string][] = [
  [price, 'en-US', '$4.95'],
  [frames, 'el-GR', '89,00 €'],
  [frames, 'id-ID', '€89,00'],
  [frames, 'fa-IR', '۸۹٫۰۰ یورو'],
  [{ kind: 'price', value: { amount: '120.00', currency: 'TWD' } }, 'zh-TW', 'NT$120'],
  [{ kind: 'price', value: { amount: '25000.00', currency: 'IDR' } }, 'id-ID', 'Rp 25.000'],
  [{ kind: 'price', value: { amount: '1299.00', currency: 'RUB' } }, 'ru-RU', '1\u00A0299,00 ₽'],
  [{ kind: 'price', value: 'free' }, 'el-GR', 'δωρεάν'],
  [offer, 'en-US', '20%'],
  [offer, 'fa-IR', '۲۰٪'],
  [ends, 'en-US', 'May 17, 2027'],
  [ends, 'en-GB', '17 May 2027'],
  [{ kind: 'date', value: '--05-17' }, 'en-US', 'May 17'],
  [{ kind: 'date', value: '--05-17' }, 'el-GR', '17 Μαΐου'],
  [{ kind: 'date', value: '--05-17' }, 'ru-RU', '17 мая'],
  [{ kind: 'date', value: '--05-17' }, 'id-ID', '17 Mei'],
  [{ kind: 'date', value: '--05-17' }, 'zh-TW', '5月17日'],
  [{ kind: 'date', value: '--05-17' }, 'fa-IR', '۱۷ مه'],
];
test.each(printed)('%j in %s is printed %s', (fact, locale, text) => {
  expect(printFact(fact, locale)).toBe(text);
});
