import { describe, expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';

const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join(' ');

describe('what is too much is marked', () => {
  test.each([
    ['x', 'a'.repeat(281), 'error', 'a'],
    ['x', `${'α'.repeat(280)}βγ`, 'error', 'βγ'],
    ['x', '字'.repeat(141), 'error', '字'],
    ['x', `${'a'.repeat(279)}👩‍👩‍👧‍👦`, 'error', '👩‍👩‍👧‍👦'],
    ['x', 'ш'.repeat(300), 'error', 'ш'.repeat(20)],
    ['instagram', 'a'.repeat(2201), 'error', 'a'],
    ['instagram', many(31, (at) => `#Tag${at}`), 'error', '#Tag30'],
    ['instagram', many(22, (at) => `@friend${at}`), 'error', '@friend20 @friend21'],
    ['facebook', 'ф'.repeat(63_207), 'error', 'ф'],
    ['threads', 'a'.repeat(501), 'error', 'a'],
    ['threads', `${'a'.repeat(497)}😀`, 'error', '😀'],
    ['threads', '#One #Two', 'error', '#Two'],
    ['bluesky', 'ж'.repeat(301), 'error', 'ж'],
    ['bluesky', '👩‍👩‍👧‍👦'.repeat(121), 'error', '👩‍👩‍👧‍👦'],
    ['mastodon', 'π'.repeat(501), 'error', 'π'],
    ['telegram', 'a'.repeat(4_097), 'error', 'a'],
    ['linkedin', 'a'.repeat(3_001), 'error', 'a'],
    ['tiktok', 'a'.repeat(4_001), 'error', 'a'],
    ['pinterest', 'a'.repeat(801), 'error', 'a'],
    ['youtube', `${'ж'.repeat(2_500)}鏡`, 'error', '鏡'],
    ['youtube', many(61, (at) => `#Tag${at}`), 'warning', '#Tag60'],
    ['email', 'ش'.repeat(51_001), 'warning', 'ش'],
    ['whatsapp', 'a'.repeat(4_097), 'error', 'a'],
    ['push', 'a'.repeat(111), 'warning', 'a'],
    ['in-store-sign', 'one two three four five six seven eight', 'warning', 'eight'],
    ['web-banner', '字'.repeat(41), 'warning', '字'],
    ['sms', 'a'.repeat(161), 'warning', 'a'],
    ['sms', 'ж'.repeat(71), 'warning', 'ж'],
    ['sms', `${'a'.repeat(159)}€`, 'warning', '€'],
  ])('%s, row %#', (channel, text, severity, evidence) => {
    expect(
      lintWith('channel-length', { guide: {}, channel }, text).map((one) => [one.severity, one.evidence]),
    ).toEqual([[severity, evidence]]);
  });
});

describe('what fits is left alone', () => {
  test.each([
    ['x', 'a'.repeat(280)],
    ['x', '字'.repeat(140)],
    ['x', `${'a'.repeat(256)} https://northwind.com/a/very/long/path/that/counts/as/twenty-three`],
    ['x', 'π'.repeat(280)],
    ['instagram', 'a'.repeat(2200)],
    ['instagram', many(30, (at) => `#Tag${at}`)],
    ['instagram', many(20, (at) => `@friend${at}`)],
    ['facebook', '鏡'.repeat(2000)],
    ['sms', 'a'.repeat(160)],
    ['sms', 'ж'.repeat(70)],
    ['sms', ''],
  ])('%s, row %#', (channel, text) => {
    expect(lintWith('channel-length', { guide: {}, channel }, text)).toEqual([]);
  });

  test('no channel, no limit', () => {
    expect(lintWith('channel-length', { guide: {} }, 'a'.repeat(100_000))).toEqual([]);
  });
});

describe('says what to do and how sure it is', () => {
  test.each([
    ['x', 'a'.repeat(290), /^X takes 280 .* and this has 290; cut 10\.?/u],
    ['facebook', 'a'.repeat(63_207), /approximate/u],
    [
      'sms',
      'a'.repeat(161),
      /^This is sent and billed as 2 segments: 161 septets where one segment takes 160; cut 1/u,
    ],
    ['sms', 'ж'.repeat(122), /2 segments: 122 UTF-16 units where one segment takes 70; cut 52/u],
    ['sms', 'ж'.repeat(135), /3 segments/u],
  ])('%s', (channel, text, message) => {
    expect(lintWith('channel-length', { guide: {}, channel }, text)[0]?.message).toMatch(message);
  });
});

describe('merge tags', () => {
  const guide = {
    mergeTags: [
      { id: 'first_name', max: 20 },
      { id: 'shop', max: 3 },
    ],
  };
  test.each([
    ['counts as its longest value', `${'a'.repeat(260)}{{first_name}}`, []],
    [
      'counts as its longest value, short as it is written',
      `${'a'.repeat(261)}{{first_name}}`,
      ['{{first_name}}'],
    ],
    ['counts as its longest value, long as it is written', `{{shop}}${'a'.repeat(277)}`, []],
    ['may have a default', `{{ first_name | friend }}${'a'.repeat(261)}`, ['a']],
    ['counts whole where it is cut', `${'a'.repeat(270)}{{ first_name }} bc`, ['{{ first_name }} bc']],
    ['without a declaration counts as written', `{{city}}${'a'.repeat(272)}`, []],
    ['without a declaration is over as written', `{{city}}${'a'.repeat(273)}`, ['a']],
  ])('%s', (_what, text, evidence) => {
    const found = lintWith('channel-length', { guide, channel: 'x' }, text);
    expect(found.map((one) => one.evidence)).toEqual(evidence);
  });

  test('of which the guide says nothing are told once, where the text is over', () => {
    const [found] = lintWith(
      'channel-length',
      { guide, channel: 'x' },
      `{{city}} {{city}} {{shop}} ${'a'.repeat(300)}`,
    );
    expect(found?.message).toMatch(
      /cut \d+\. \{\{city\}\} is counted as written: the guide’s `mergeTags` does not say/u,
    );
  });
});

describe('the parts beside the main text', () => {
  test.each([
    ['x', 'thread[1]', 'a'.repeat(281), 'error', 'a'],
    ['email', 'subject', 'a'.repeat(999), 'error', 'a'],
    ['push', 'title', 'a'.repeat(41), 'warning', 'a'],
    ['pinterest', 'title', 'я'.repeat(101), 'error', 'я'],
    ['youtube', 'title', 'a'.repeat(101), 'error', 'a'],
    ['whatsapp', 'button', 'a'.repeat(21), 'error', 'a'],
    ['whatsapp', 'footer', 'ع'.repeat(61), 'error', 'ع'],
    ['tiktok', 'title', '鏡'.repeat(91), 'error', '鏡'],
    ['in-store-sign', 'body', 'κρύο '.repeat(26).trim(), 'warning', 'κρύο'],
    ['web-banner', 'button', 'a'.repeat(21), 'warning', 'a'],
  ])('%s %s', (channel, field, text, severity, evidence) => {
    const found = lintWith('channel-length', { guide: {}, channel, field }, text);
    expect(found.map((one) => [one.severity, one.evidence])).toEqual([[severity, evidence]]);
  });

  test.each([
    ['email', 'preheader', 'a'.repeat(5_000)],
    ['in-store-sign', 'price', '$4.95'],
    ['instagram', 'firstComment', '#Mint'],
    ['webhook', 'text', 'a'.repeat(100_000)],
  ])('%s %s has no limit', (channel, field, text) => {
    expect(lintWith('channel-length', { guide: {}, channel, field }, text)).toEqual([]);
  });
});
