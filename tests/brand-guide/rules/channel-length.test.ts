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
