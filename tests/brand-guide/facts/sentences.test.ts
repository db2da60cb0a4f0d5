/** The table of sentences: what each one says and what it does not, with precision and recall per kind and language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { equalValues } from '../../../brand-guide/facts/equal-values.ts';
import { preparePhones } from '../../../brand-guide/facts/prepare-phones.ts';
import type { FactKind, FactValue, Mention } from '../../../brand-guide/facts/types.ts';
import el from './sentences/el.json' with { type: 'json' };
import en from './sentences/en.json' with { type: 'json' };
import fa from './sentences/fa.json' with { type: 'json' };
import free from './sentences/free.json' with { type: 'json' };
import id from './sentences/id.json' with { type: 'json' };
import phone from './sentences/phone.json' with { type: 'json' };
import quantity from './sentences/quantity.json' with { type: 'json' };
import ru from './sentences/ru.json' with { type: 'json' };
import traps from './sentences/traps.json' with { type: 'json' };
import zh from './sentences/zh.json' with { type: 'json' };

interface Sentence {
  readonly locale: string;
  readonly text: string;
  readonly facts: readonly unknown[];
  /** Nouns that the reader is told of. */
  readonly labels?: readonly string[];
}
const tables: Readonly<Record<string, readonly Sentence[]>> = {
  en,
  el,
  ru,
  id,
  zh,
  fa,
  phone,
  quantity,
  free,
  traps,
};
const codes = ['MINT20'];
const window = { from: '2027-05-04', to: '2027-05-31' };
const written = ({ kind, text, readings }: Mention): readonly unknown[] => [kind, text, ...readings];
const rows = Object.entries(tables).flatMap(([table, sentences]) =>
  sentences.map((sentence) => ({ table, language: sentence.locale.split('-')[0] ?? '', ...sentence })),
);

beforeAll(preparePhones);

const scores = new Map<string, { right: number; found: number; said: number }>();
function score(language: string, found: readonly (readonly unknown[])[], said: readonly unknown[]): void {
  const expected = new Set(said.map((fact) => JSON.stringify(fact)));
  const count = (kind: unknown, what: 'right' | 'found' | 'said') => {
    const key = `${language} ${String(kind)}`;
    const entry = scores.get(key) ?? { right: 0, found: 0, said: 0 };
    entry[what] += 1;
    scores.set(key, entry);
  };
  for (const fact of found) {
    count(fact[0], 'found');
    if (expected.has(JSON.stringify(fact))) count(fact[0], 'right');
  }
  for (const fact of said) if (Array.isArray(fact)) count(fact[0], 'said');
}

describe.each(Object.keys(tables))('%s', (name) => {
  test.each(rows.filter((row) => row.table === name))(
    '$text',
    ({ language, locale, text, facts, labels = [] }) => {
      const mentions = findMentions(text, { locale, codes, window, labels });
      score(language, mentions.map(written), facts);
      expect(mentions.map(written)).toEqual(facts);
      for (const { start, end, text: said } of mentions) expect(text.slice(start, end)).toBe(said);
    },
  );
});

test('the table is large, and a third of it are traps', () => {
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(rows.filter((row) => row.facts.length === 0).length / rows.length).toBeGreaterThan(0.3);
});

const same: [FactKind, FactValue, FactValue, boolean][] = [
  ['price', { amount: '9.99', currency: 'EUR' }, { amount: '9.990', currency: 'EUR' }, true],
  ['price', { amount: '9.99', currency: 'EUR' }, { amount: '9.99', currency: 'USD' }, false],
  ['price', 'free', { amount: '0.00', currency: 'EUR' }, false],
  ['percentage', { percent: '20', reduction: true }, { percent: '20.0', reduction: true }, true],
  ['percentage', { percent: '20', reduction: true }, { percent: '20', reduction: false }, false],
  ['date', '2027-06-12', '--06-12', true],
  ['date', '2027-06-12', '2026-06-12', false],
  ['code', 'MINT20', 'mint20', false],
  ['url', 'https://a.example/x/?utm_source=b&q=1', 'a.example/x?q=1&gclid=9', true],
  ['url', 'https://a.example/x', 'https://a.example/y', false],
  ['phone', '+302105550142', '+302105550142', true],
  ['phone', '+302105550142', '+302105550143', false],
  ['quantity', '5', '5.0', true],
  ['quantity', '5', '50', false],
];
test.each(same)('%s %j and %j: equal %s', (kind, a, b, equal) => {
  expect(equalValues(kind, a, b)).toBe(equal);
});

const percent = (part: number, whole: number) => (whole === 0 ? '—' : (part / whole).toFixed(3));

afterAll(() => {
  const lines = [...scores]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { right, found, said }]) => {
      return `${key.padEnd(16)} precision ${percent(right, found)}  recall ${percent(right, said)}  (${said})`;
    });
  console.log(lines.join('\n'));
});
