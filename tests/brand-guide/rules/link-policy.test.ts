import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { mixesAlphabets, readLink, shapeOf, unicodeHost } from '../../../brand-guide/engine/hosts.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { LinkPolicy } from '../../../brand-guide/schema/social.ts';
import { fixWith, lintWith } from './lint-with.ts';

const HTTPS: LinkPolicy = { https: true };
const OWN: LinkPolicy = {
  allowDomains: ['lumen.example', 'https://www.очки.рф/'],
  shorteners: ['lum.example'],
};
const UTM: LinkPolicy = { allowDomains: ['lumen.example'], utm: { source: '{channel}', medium: 'social' } };

type Ranges = readonly (readonly [number, number])[];

const ROWS: readonly (readonly [LinkPolicy, string, Ranges, string])[] = [
  [HTTPS, 'See http://a.example, now', [[4, 20]], 'See https://a.example, now'],
  [HTTPS, 'See HTTP://a.example', [[4, 20]], 'See https://a.example'],
  [HTTPS, 'https://a.example a.example', [], 'https://a.example a.example'],
  [HTTPS, 'Στο http://lumen.example/δοκιμή;', [[4, 31]], 'Στο https://lumen.example/δοκιμή;'],
  [HTTPS, '在http://lumen.example試戴', [[1, 21]], '在https://lumen.example試戴'],
  [{}, 'http://a.example', [], 'http://a.example'],
  [
    OWN,
    'lumen.example/try https://el.lumen.example lum.example/x',
    [],
    'lumen.example/try https://el.lumen.example lum.example/x',
  ],
  [OWN, 'https://notlumen.example', [[0, 24]], 'https://notlumen.example'],
  [OWN, 'Смотрите www.очки.рф/a', [], 'Смотрите www.очки.рф/a'],
  [OWN, 'https://www.xn--h1adl0b.xn--p1ai', [], 'https://www.xn--h1adl0b.xn--p1ai'],
  [OWN, 'با https://other.example، ممنون', [[3, 24]], 'با https://other.example، ممنون'],
  [OWN, 'It was great.it is ASP.NET or Node.js', [], 'It was great.it is ASP.NET or Node.js'],
  [OWN, 'great.it/menu', [[0, 13]], 'great.it/menu'],
  [OWN, 'me@other.example tel 5.5', [], 'me@other.example tel 5.5'],
  [
    {},
    'https://bit.ly/x t.co/y',
    [
      [0, 16],
      [17, 23],
    ],
    'https://bit.ly/x t.co/y',
  ],
  [{ shorteners: ['bit.ly'] }, 'https://bit.ly/x', [], 'https://bit.ly/x'],
  [{}, 'http://127.0.0.1:80/a', [[0, 21]], 'http://127.0.0.1:80/a'],
  [{}, 'https://lumen.example@evil.example/', [[0, 35]], 'https://lumen.example@evil.example/'],
  [OWN, 'https://lum\u0435n.example', [[0, 21]], 'https://lum\u0435n.example'],
  [OWN, 'https://xn--lumn-qkf.example', [[0, 28]], 'https://xn--lumn-qkf.example'],
  [OWN, 'https://1umen.example', [[0, 21]], 'https://1umen.example'],
  [{}, 'https://p\u0430ypal.example', [[0, 22]], 'https://p\u0430ypal.example'],
];

describe('holds links to', () => {
  test.each(ROWS)('%o: %s', (links, text, ranges, fixed) => {
    const setting = { guide: { links } };
    expect(lintWith('link-policy', setting, text).map(({ start, end }) => [start, end])).toEqual(ranges);
    expect(fixWith('link-policy', setting, text)).toBe(fixed);
  });
});

describe('says how bad it is', () => {
  test.each<[LinkPolicy, string, string, string]>([
    [OWN, 'https://lum\u0435n.example', 'error', 'looks like'],
    [OWN, 'https://lumen.example@evil.example/', 'error', 'leads to evil.example'],
    [{}, 'https://p\u0430ypal.example', 'error', 'mixes alphabets'],
    [OWN, 'https://lumem.example', 'warning', 'did you mean lumen.example?'],
    [OWN, 'https://bit.ly/x', 'warning', 'hides where it leads'],
    [OWN, 'https://10.0.0.1', 'warning', 'by its number'],
  ])('%o: %s', (links, text, severity, says) => {
    const [found] = lintWith('link-policy', { guide: { links } }, text);
    expect([found?.severity, found?.message.includes(says)]).toEqual([severity, true]);
  });
});

describe('asks for the campaign’s tags on the brand’s own pages alone', () => {
  test.each([
    ['https://lumen.example', 1],
    ['https://lumen.example/?utm_source=x&utm_medium=y#z', 0],
    ['https://lumen.example/?utm_source=x&utm_medium=', 1],
    ['lumen.example', 0],
  ])('%s: %s', (text, count) => {
    expect(lintWith('link-policy', { guide: { links: UTM }, channel: 'x' }, text)).toHaveLength(count);
    expect(lintWith('link-policy', { guide: { links: UTM } }, text)).toEqual([]);
  });
});

test('the link beside the text is held to the same', () => {
  const setting = { guide: { links: { ...OWN, https: true } }, subject: { link: 'http://other.example' } };
  const found = lintWith('link-policy', setting, 'Mint');
  expect(found.map(({ start, end, fix }) => [start, end, fix])).toEqual([
    [0, 0, undefined],
    [0, 0, undefined],
  ]);
  expect(new Set(found.map((one) => one.fingerprint)).size).toBe(2);
});

test('an encrypted link is the same fact, so the fix is kept', () => {
  const text = 'See http://a.example now';
  const read = (one: string) => findMentions(one, { locale: 'en-US' });
  expect(applyFixes(text, lintWith('link-policy', { guide: { links: HTTPS } }, text), read).text).toBe(
    'See https://a.example now',
  );
});

describe('reads hosts', () => {
  test.each([
    ['https://me:pw@A.Example:8080/x?y#z', 'a.example'],
    ['//a.example', ''],
    ['http://[::1]:3000/', '[::1]'],
    ['a.example.', 'a.example'],
  ])('%s', (written, host) => {
    expect(readLink(written).host).toBe(host);
  });

  test.each([
    ['xn--h1adl0b.xn--p1ai', 'очки.рф'],
    ['xn--q2y042d.tw', '眼鏡.tw'],
    ['xn----plbplc0bb.xn--qxam', 'ελ-λάδα.ελ'],
    ['xn--nrthwind-nbh.example', 'nоrthwind.example'],
    ['xn--\u00ff', 'xn--\u00ff'],
    ['xn--99999999999999', 'xn--99999999999999'],
  ])('%s is %s', (host, expected) => {
    expect(unicodeHost(host)).toBe(expected);
  });

  test('sees through letters that pass for others', () => {
    expect(shapeOf('nоrthwınd')).toBe(shapeOf('northwind'));
    expect([mixesAlphabets('nоrth.example'), mixesAlphabets('очки.example')]).toEqual([true, false]);
  });
});
