import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import { lintWith } from './lint-with.ts';
import type { Setting } from './lint-with.ts';
import { madeChannel, official } from './made-channel.ts';

const none = madeChannel({ links: { place: 'none' } });
const field = madeChannel({ links: { place: 'field' } });
const phrases = { en: { linkInBio: 'Link in our bio' }, zh: { linkInBio: '連結在簡介' } };

function found(setting: Partial<Setting>, text: string) {
  return lintWith('channel-link', { guide: { phrases }, ...setting }, text).map(
    ({ item, start, end, suggestions }) => [item, [start, end], suggestions?.[0]],
  );
}

describe('a link in a text that makes none of it', () => {
  test.each<readonly [string, string, readonly (readonly [number, number])[], string]>([
    ['en-US', 'At https://n.example/mint.', [[3, 25]], 'Link in our bio'],
    ['en-US', 'At northwind.com today', [[3, 16]], 'Link in our bio'],
    [
      'en-US',
      'https://a.example and https://b.example',
      [
        [0, 17],
        [22, 39],
      ],
      'Link in our bio',
    ],
    ['en-US', 'https://a.example LINK IN OUR BIO', [[0, 17]], ''],
    ['el-GR', 'Δες lumen.gr/γυαλιά', [[4, 19]], 'Ο σύνδεσμος στο προφίλ'],
    ['ru-RU', 'Смотрите https://lumen.ru', [[9, 25]], 'Ссылка в профиле'],
    ['id-ID', 'Lihat https://lumen.co.id', [[6, 25]], 'Tautan di bio'],
    ['zh-TW', '請見https://lumen.tw試戴', [[2, 18]], '連結在簡介'],
    ['fa-IR', 'ببینید https://lumen.ir', [[7, 23]], 'پیوند در بایو'],
  ])('%s: %s', (locale, text, ranges, phrase) => {
    expect(found({ channel: none, locale }, text)).toEqual(ranges.map((range) => ['dead', range, phrase]));
  });

  test('nor where the link travels beside the text', () => {
    expect(found({ channel: field, subject: { link: 'https://n.example' } }, 'At https://n.example')).toEqual(
      [['dead', [3, 20], '']],
    );
    expect(found({ channel: field, field: 'link' }, 'https://n.example')).toEqual([]);
  });
});

describe('a post without a link, where the link travels beside it', () => {
  const url: Fact = { id: 'shop', kind: 'url', value: 'https://n.example/' };
  const missing = [['missing', [4, 4], undefined]];
  test.each<readonly [string, Partial<Setting>, readonly unknown[]]>([
    ['a fact asks for one', { facts: [url] }, missing],
    ['the call to action asks for one', { guide: { cta: { required: true } } }, missing],
    ['it has one', { facts: [url], subject: { link: 'https://n.example/' } }, []],
    ['nothing asks for one', {}, []],
    ['another rule reports it', { facts: [{ ...url, required: true }] }, []],
  ])('%s', (_why, setting, expected) => {
    expect(found({ channel: field, ...setting }, 'Mint')).toEqual(expected);
  });

  test('the link of a text that has one is only in the wrong place', () => {
    expect(found({ channel: field, facts: [url] }, 'https://n.example')).toEqual([['dead', [0, 17], '']]);
  });
});

describe('a bare domain that is counted as a link', () => {
  const counting = (length: number) => ({
    ...madeChannel({ links: { place: 'inline', weight: official(23) } }),
    count: () => ({ length, limit: 280, unit: 'characters', fits: true }),
  });
  test.each<readonly [number, string, readonly unknown[]]>([
    [23, 'At nw.com now', [['weight', [3, 9], undefined]]],
    [23, 'Δες lumen.gr', [['weight', [4, 12], undefined]]],
    [6, 'At nw.com now', []],
    [23, 'https://nw.com', []],
    [23, 'a-very-long-name.northwind.com', []],
    [23, 'Mint', []],
  ])('counted as %i: %s', (length, text, expected) => {
    expect(found({ channel: counting(length) }, text)).toEqual(expected);
  });

  test('says by how much', () => {
    expect(lintWith('channel-link', { guide: {}, channel: 'x' }, 'At nw.com now')[0]).toMatchObject({
      message: 'X makes a link of “nw.com” and counts 23 for it, 17 more than it has.',
      severity: 'suggestion',
    });
  });
});

describe('no link', () => {
  test.each(['hi@northwind.com', '@northwind.com', '`https://n.example`', 'It was.It is', '4.95', ''])(
    '%s',
    (text) => {
      expect(found({ channel: none }, text)).toEqual([]);
      expect(found({}, `${text} https://n.example`)).toEqual([]);
    },
  );
});

describe('what a channel takes of links', () => {
  const six = Array.from({ length: 6 }, (_, at) => `https://n${at}.com`).join(' ');
  const link = `https://n.com/${'a'.repeat(2_048)}`;

  test.each<readonly [string, string, readonly (readonly (string | undefined)[])[]]>([
    ['threads', six, [['cap', 'error', 'https://n5.com']]],
    ['threads', `${six.slice(0, 60)} https://n0.com`, []],
    ['mastodon', 'At nw.com now', [['scheme', 'warning', 'nw.com']]],
    ['mastodon', 'At https://nw.com now', []],
    ['pinterest', 'Mint', [['longest', 'error', '']]],
    ['push', 'Mint', []],
  ])('%s: %s', (channel, text, expected) => {
    const told = lintWith('channel-link', { guide: {}, channel, subject: { link } }, text);
    expect(told.map((one) => [one.item, one.severity, one.evidence])).toEqual(expected);
  });
});
