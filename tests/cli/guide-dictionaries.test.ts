import { describe, expect, test } from 'vitest';
import { guideDictionaries, guideHunspell } from '../../cli/guide-dictionaries.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { folderWith } from './support/run.ts';

const guide: Guide = {
  meta: { name: { full: 'T' } },
  vocabulary: { spelling: { el: 'el', ru: 'koi', en: 'en', id: 'missing', fa: 'odd' } },
};
const files = {
  'el.aff': 'SET UTF-8\n',
  'el.dic': '1\nμέντα\n',
  'koi.aff': 'SET KOI8-R\n',
  // «мята» in KOI8-R
  'koi.dic': new Uint8Array([0x31, 0x0a, 0xcd, 0xd1, 0xd4, 0xc1]),
  'odd.aff': 'SET MARTIAN\n',
  'odd.dic': '1\na\n',
};

describe('the dictionary that a guide names', () => {
  test.each([
    ['el-GR', 'el', 'μέντα'],
    ['ru-RU', 'koi', 'мята'],
  ])('%s is read beside the guide, in its own encoding', async (locale, name, word) => {
    const folder = await folderWith(files);
    const found = await guideDictionaries({ folder }, guide, 'guide.yaml', locale);
    expect(Object.keys(found)).toEqual([name]);
    expect([found[name]?.correct(word), found[name]?.correct(`${word}x`)]).toEqual([true, false]);
  });

  test('the English one comes along', async () => {
    const found = await guideHunspell({ folder: '/' }, guide, 'guide.yaml', 'en-US');
    expect([found?.name, found?.source.dic.includes('\ncoffee')]).toEqual(['en', true]);
  });

  test('a locale without one has none', async () => {
    expect(await guideDictionaries({ folder: '/' }, guide, 'guide.yaml', 'zh-TW')).toEqual({});
  });

  test.each([
    ['id-ID', 'guide.yaml: vocabulary.spelling: the dictionary missing (.aff and .dic): no such file'],
    [
      'fa-IR',
      'guide.yaml: vocabulary.spelling: the dictionary odd (.aff and .dic): is in an encoding that is not known',
    ],
  ])('%s: what is not there is refused in one line', async (locale, message) => {
    const folder = await folderWith(files);
    await expect(guideDictionaries({ folder }, guide, 'guide.yaml', locale)).rejects.toThrow(message);
  });
});
