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
