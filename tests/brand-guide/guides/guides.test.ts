import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { neutralGuide, phrasesFor } from '../../../brand-guide/guides/neutral.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';

const FOLDER = new URL('../../../brand-guide/guides/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const LOCALES = ['en-GB', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR'];

function guideOf(file: string): Guide {
  const loaded = loadGuide(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  return loaded.guide;
}

test('the example guides are all here', () => {
  expect(FILES).toEqual(['lumen-opticians.yaml', 'northwind-coffee.yaml']);
});

describe.each(FILES)('%s', (file) => {
  test('passes its own examples', () => {
    expect(testGuide(guideOf(file))).toEqual([]);
  });

  test('proves every term and name', () => {
    const guide = guideOf(file);
    const bare = [...(guide.names ?? []), ...(guide.vocabulary?.terms ?? [])].filter(
      (item) => !item.examples?.accept || !item.examples.reject,
    );
    expect(bare).toEqual([]);
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
      ['from', 'linkInBio', 'off', 'offer', 'optOut', 'scanQr', 'shortCta', 'until', 'withCode'].toSorted(),
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
