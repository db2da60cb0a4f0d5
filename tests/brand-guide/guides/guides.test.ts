import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHANNEL_IDS } from '../../../brand-guide/engine/channel.ts';
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { prepareGuide } from '../../../brand-guide/engine/prepare.ts';
import type { Place } from '../../../brand-guide/engine/types.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { neutralGuide, phrasesFor } from '../../../brand-guide/guides/neutral.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import schema from '../../../brand-guide/schema/guide.schema.json' with { type: 'json' };
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { resolveGuide } from '../../../brand-guide/schema/resolve.ts';

const FOLDER = new URL('../../../brand-guide/guides/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const LOCALES = ['en-GB', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR'];

function guideOf(file: string): Guide {
  const loaded = loadGuide(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.guide;
}

test('the example guides are all here', () => {
  expect(FILES).toEqual(['kestrel-bank.yaml', 'lumen-opticians.yaml', 'northwind-coffee.yaml']);
});

/** The items of a guide that people write one by one. */
const itemsOf = ({ names, vocabulary, disclosures, requiredPhrases, claims }: Guide) => [
  ...(names ?? []),
  ...(vocabulary?.terms ?? []),
  ...(disclosures ?? []),
  ...(requiredPhrases ?? []),
  ...(claims ?? []),
];

/** Every place that the guide says something of, and the one of its own language. */
const placesOf = ({ meta, locales, channels, accounts, phrases }: Guide): readonly Place[] => {
  const own = meta.language ?? 'en';
  const tags = [own, ...Object.keys({ ...locales, ...phrases })];
  const ids = CHANNEL_IDS.filter((id) => channels?.[id]);
  return tags.flatMap((locale) => [
    { locale },
    ...ids.map((channel) => ({ locale, channel })),
    ...Object.keys(accounts ?? {}).map((account) => ({ locale, account })),
  ]);
};

/** Whether the text is one that only proves what is right, as an admitted term has. */
const isAdmitted = (item: ReturnType<typeof itemsOf>[number]): boolean =>
  'status' in item && item.status === 'admitted';

test('between them they use every section', () => {
  const used = FILES.flatMap((file) => Object.keys(guideOf(file)));
  const sections = Object.keys(schema.properties);
  expect(sections.filter((section) => !used.includes(section))).toEqual([]);
});

describe.each(FILES)('%s', (file) => {
  beforeAll(() => prepareGuide(guideOf(file)));

  test('passes its own examples', () => {
    expect(testGuide(guideOf(file))).toEqual([]);
  });

  test('proves every item', () => {
    const items = itemsOf(guideOf(file));
    const bare = items.filter(
      (item) => !item.examples?.accept || (!item.examples.reject && !isAdmitted(item)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    const own = Object.entries(guideOf(file).rules ?? {});
    const proven = { examples: { accept: expect.any(Array), reject: expect.any(Array) } };
    expect(Object.fromEntries(own)).toEqual(
      Object.fromEntries(own.map(([id]) => [id, expect.objectContaining(proven)])),
    );
    expect(items.length).toBeGreaterThan(20);
  });

  test('holds in every place that it names', () => {
    const guide = guideOf(file);
    const places = placesOf(guide);
    expect(places.length).toBeGreaterThan(5);
    for (const place of places) {
      const resolved = resolveGuide(guide, place);
      expect(Object.keys(resolved)).not.toContain('channels');
      expect(resolved.meta).toEqual(guide.meta);
    }
    expect(compileGuide(guide, { locale: guide.meta.language ?? 'en' }).rules.length).toBeGreaterThan(20);
  });
});

describe('phrases', () => {
  const guides = [['neutral', neutralGuide], ...FILES.map((file) => [file, guideOf(file)] as const)] as const;
  const rows = guides.flatMap(([name, guide]) =>
    LOCALES.map((locale) => [name, locale, phrasesFor(guide, locale)] as const),
  );

  test.each(rows)('%s in %s are whole', (_, __, phrases) => {
    const { quantities: _own, ...stock } = phrases;
    expect(Object.keys(stock).toSorted()).toEqual(
      [
        'from',
        'linkInBio',
        'off',
        'offer',
        'optOut',
        'sender',
        'unsubscribe',
        'scanQr',
        'shortCta',
        'until',
        'withCode',
      ].toSorted(),
    );
  });

  test.each(rows)('%s in %s: a reduction is read as one', (_, locale, phrases) => {
    const mentions = findMentions((phrases.off ?? '').replace('{percent}', '20%'), { locale });
    expect(mentions.map((one) => one.readings)).toEqual([[{ percent: '20', reduction: true }]]);
  });

  test('a guide has the last word, its own locale first', () => {
    const guide = { phrases: { en: { linkInBio: 'Link below' }, 'en-GB': { shortCta: 'Have a look' } } };
    expect(phrasesFor(guide, 'en-GB')).toMatchObject({
      linkInBio: 'Link below',
      shortCta: 'Have a look',
      scanQr: 'Scan for more',
    });
    expect(phrasesFor(guide, 'de')).toEqual({});
  });
});
