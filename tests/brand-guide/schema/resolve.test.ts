import { describe, expect, test } from 'vitest';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { resolveGuide } from '../../../brand-guide/schema/resolve.ts';

const guide: Guide = {
  meta: { name: { full: 'Northwind Coffee' } },
  hashtags: { required: ['NorthwindCoffee'], max: 5 },
  names: [{ id: 'nw', canonical: 'Northwind', never: ['North Wind'] }],
  phrases: { en: { linkInBio: 'Link in bio' } },
  channels: {
    sms: { hashtags: null },
    x: { hashtags: { max: 1 }, names: [{ id: 'frappe', canonical: 'Frappé' }] },
  },
  locales: {
    el: { hashtags: { max: 4, required: ['Καφές'] } },
    'el-GR': { hashtags: { max: 3 }, names: [{ id: 'nw', canonical: 'Northwind', never: ['Νόρθγουιντ'] }] },
  },
};

describe('overlays', () => {
  test.each([
    ['none applies', { locale: 'en-US' }, { hashtags: { required: ['NorthwindCoffee'], max: 5 } }],
    ['a language', { locale: 'el-CY' }, { hashtags: { required: ['Καφές'], max: 4 } }],
    ['a locale over its language', { locale: 'el-GR' }, { hashtags: { required: ['Καφές'], max: 3 } }],
    [
      'a channel over a locale',
      { locale: 'el-GR', channel: 'x' } as const,
      { hashtags: { required: ['Καφές'], max: 1 } },
    ],
    [
      'items merge by id',
      { locale: 'el-GR' },
      { names: [{ id: 'nw', canonical: 'Northwind', never: ['Νόρθγουιντ'] }] },
    ],
    [
      'new items follow',
      { locale: 'en', channel: 'x' } as const,
      { names: [{ id: 'nw' }, { id: 'frappe', canonical: 'Frappé' }] },
    ],
    [
      'untouched sections stay',
      { locale: 'en', channel: 'x' } as const,
      { phrases: { en: { linkInBio: 'Link in bio' } } },
    ],
  ])('%s', (_, place, expected) => {
    expect(resolveGuide(guide, place)).toMatchObject(expected);
  });

  test('null removes', () => {
    expect(resolveGuide(guide, { locale: 'en', channel: 'sms' })).not.toHaveProperty('hashtags');
  });

  test.each([{ locale: 'el-GR', channel: 'sms' } as const, { locale: 'ru-RU' }])(
    'none is left in the guide of one place: %j',
    (place) => {
      const resolved = resolveGuide(guide, place);
      expect([resolved.channels, resolved.locales]).toEqual([undefined, undefined]);
    },
  );

  test('the guide itself is left alone', () => {
    const before = structuredClone(guide);
    resolveGuide(guide, { locale: 'el-GR', channel: 'x' });
    expect(guide).toEqual(before);
  });
});
