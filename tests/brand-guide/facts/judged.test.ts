/** Texts written and labelled by judges who had not seen the reader: precision and recall per kind and language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { preparePhones } from '../../../brand-guide/facts/prepare-phones.ts';
import type { FactKind, Mention } from '../../../brand-guide/facts/types.ts';
import anotherFeed from './judged/another-feed.json' with { type: 'json' };
import feed from './judged/feed.json' with { type: 'json' };
import hours from './judged/hours-and-reductions.json' with { type: 'json' };
import manyTrades from './judged/many-trades.json' with { type: 'json' };
import moreHours from './judged/more-hours.json' with { type: 'json' };
import shopFronts from './judged/shop-fronts.json' with { type: 'json' };
import wordings from './judged/wordings.json' with { type: 'json' };

/** A label is a kind and each reading that is right. */
interface Text {
  readonly locale: string;
  readonly text: string;
  readonly says: readonly (readonly unknown[])[];
  /** What a reader may find or leave. */
  readonly maySay?: readonly (readonly unknown[])[];
}
interface Table {
  readonly texts: readonly Text[];
  readonly kinds: readonly FactKind[];
}

const PRECISION = 0.99;
const RECALL = 0.95;

const EVERY = ['price', 'percentage', 'date', 'time', 'code', 'url', 'phone'] as const;
const TABLES: Readonly<Record<string, Table>> = {
  feed: { texts: feed, kinds: EVERY },
  'another feed': { texts: anotherFeed, kinds: EVERY },
  'many trades': { texts: manyTrades, kinds: EVERY },
  'shop fronts': { texts: shopFronts, kinds: EVERY },
  wordings: { texts: wordings, kinds: ['percentage', 'time'] },
  'hours and reductions': { texts: hours, kinds: ['percentage', 'time'] },
  'more hours and reductions': { texts: moreHours, kinds: ['percentage', 'time'] },
};

beforeAll(preparePhones);

/** Numbers by their value, links without a slash at their end. */
const written = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, of]) => `${name} ${name === 'currency' ? String(of) : Number(of)}`)
        .toSorted()
        .join()
    : String(value).replace(/\/$/u, '');

const isOneOf = (label: readonly unknown[], { kind, readings }: Mention): boolean => {
  const [wanted, ...right] = label;
  const known = right.map(written);
  return kind === wanted && readings.length > 0 && readings.every((one) => known.includes(written(one)));
};

/** Several readings are no value, unless the judge has them too; a percentage that reduces nothing raises nothing. */
const says = ({ readings: [first, ...others] }: Mention): boolean =>
  first !== undefined &&
  others.every((one) => written(one) === written(first)) &&
  !(typeof first === 'object' && 'reduction' in first && !first.reduction);

const total = () => ({ right: 0, found: 0, said: 0 });
const scores = new Map<string, ReturnType<typeof total>>();
const scoreOf = (key: string) => {
  const score = scores.get(key) ?? total();
  scores.set(key, score);
  return score;
};

function judge(
  name: string,
  { locale, text, says: labels, maySay = [] }: Text,
  kinds: readonly FactKind[],
): void {
  const left = findMentions(text, { locale, labels: [], currencies: [] }).filter(({ kind }) =>
    kinds.includes(kind),
  );
  const keys = (kind: unknown) => [
    `${name} ${String(kind)}`,
    `${name} ${String(kind)} ${locale.slice(0, 2)}`,
  ];
  const count = (kind: unknown, what: 'right' | 'found' | 'said') => {
    for (const key of keys(kind)) scoreOf(key)[what] += 1;
  };
  for (const label of labels) {
    count(label[0], 'said');
    const at = left.findIndex((mention) => isOneOf(label, mention));
    if (at < 0) continue;
    left.splice(at, 1);
    count(label[0], 'found');
    count(label[0], 'right');
  }
  for (const mention of left)
    if (says(mention) && !maySay.some((label) => isOneOf(label, mention))) count(mention.kind, 'found');
}

const percent = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

describe.each(Object.entries(TABLES))('%s', (name, { texts, kinds }) => {
  beforeAll(() => {
    for (const one of texts) judge(name, one, kinds);
  });
  test.each(kinds)('%s is read with the precision and recall that people trust', (kind) => {
    const { right, found, said } = scoreOf(`${name} ${kind}`);
    expect(said).toBeGreaterThan(20);
    expect(percent(right, found)).toBeGreaterThanOrEqual(PRECISION);
    expect(percent(right, said)).toBeGreaterThanOrEqual(RECALL);
  });
});

afterAll(() => {
  const lines = [...scores]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { right, found, said }]) => {
      const [precision, recall] = [percent(right, found), percent(right, said)].map((one) => one.toFixed(3));
      return `${key.padEnd(41)} precision ${precision}  recall ${recall}  (${said})`;
    });
  console.log(lines.join('\n'));
});
