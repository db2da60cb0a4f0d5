/** The report over a campaign's variants: each compared with the values of its own place. */
import { expect, test } from 'vitest';
import type { VariantPlace } from '../../../brand-guide/engine/campaign-rule.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { consistency } from '../../../brand-guide/engine/consistency.ts';
import type { ConsistencyReport } from '../../../brand-guide/engine/consistency.ts';
import type { Part } from '../../../brand-guide/engine/types.ts';
import type { Carrier } from '../../../brand-guide/facts/comparison.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { factsInForce } from '../../../brand-guide/facts/in-force.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const facts: Fact[] = [
  {
    id: 'price',
    kind: 'price',
    value: { amount: '89.00', currency: 'EUR' },
    values: [{ accounts: ['london'], value: { amount: '75.00', currency: 'GBP' } }],
    required: true,
  },
  { id: 'ends', kind: 'date', value: '2027-03-31', required: { channels: ['facebook'] } },
  { id: 'book', kind: 'url', value: 'https://lumen.example/try', required: true },
];
interface VariantTexts extends VariantPlace {
  readonly parts: readonly Part[];
  readonly carriers?: readonly Carrier[];
}
const WINDOW = { from: '2027-03-01', to: '2027-03-31' };
const GUIDE = { meta: { name: { full: 'Test' } } };

function report(one: VariantTexts, message: string): ConsistencyReport {
  const { parts, carriers, ...place } = one;
  const told = [{ field: 'body', text: message, mentions: findMentions(message, place) }];
  const subject = {
    parts,
    locale: place.locale,
    facts: factsInForce(facts, place),
    message: { parts: told },
    window: WINDOW,
    ...(carriers && { carriers }),
  };
  return consistency(facts, [{ place, subject, compiled: compileGuide(GUIDE, place) }]);
}

const variant = (locale: string, text: string, rest: Partial<VariantTexts> = {}): VariantTexts => ({
  step: 'main',
  channel: 'instagram',
  format: 'feed',
  locale,
  parts: [{ field: 'caption', text }],
  carriers: [{ by: 'link in bio', url: 'https://lumen.example/try?utm_source=instagram' }],
  ...rest,
});

const rows: [variant: VariantTexts, states: string[], findings: string[]][] = [
  [variant('en-GB', 'Frames from €89.00.'), ['stated', 'not-required', 'carried'], []],
  [variant('el-GR', 'Σκελετοί από 89,00 €.'), ['stated', 'not-required', 'carried'], []],
  [variant('fa-IR', 'فریم از ۸۹٫۰۰ یورو'), ['stated', 'not-required', 'carried'], []],
  [variant('ru-RU', 'Оправы от 98,00 €'), ['conflict', 'not-required', 'carried'], ['fact-conflict 89,00 €']],
  [variant('en-GB', 'From £75', { account: 'london' }), ['stated', 'not-required', 'carried'], []],
  [
    variant('en-GB', 'From €89', { account: 'london' }),
    ['conflict', 'not-required', 'carried'],
    ['fact-conflict £75.00'],
  ],
  [
    variant('zh-TW', '€89.00 起,至3月31日止', { channel: 'facebook', carriers: [] }),
    ['stated', 'stated', 'missing'],
    ['fact-missing'],
  ],
  [
    variant('id-ID', 'Mulai €89,00 hingga 30 Maret: lumen.example/try', { channel: 'facebook' }),
    ['stated', 'conflict', 'stated'],
    ['fact-conflict 31 Maret'],
  ],
];
test.each(rows)('%j', (one, states, findings) => {
  const { facts: told, findings: found } = report(one, one.locale === 'en-GB' ? 'Until 31 March 2027' : '');
  expect(told.map((fact) => fact.variants[0]?.state)).toEqual(states);
  expect(found.map(({ rule, fix }) => (fix ? `${rule} ${fix.text}` : rule))).toEqual(findings);
});

test('a row names its variants as the command prints them', () => {
  const [price] = report(variant('en-GB', 'From €89'), '').facts;
  expect(price).toEqual({
    id: 'price',
    kind: 'price',
    value: { amount: '89.00', currency: 'EUR' },
    variants: [
      { step: 'main', channel: 'instagram', format: 'feed', locale: 'en-GB', state: 'stated', found: '€89' },
    ],
  });
});
