/** What holds for every text that is read: nothing is lost, nothing is said twice, and time grows with length alone. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedCampaign } from '../../../functions/adapt/text/proposed-campaign.ts';
import { readText } from '../../../functions/adapt/text/read-text.ts';
import { checkCampaign } from '../../../functions/core/campaign-file.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';
import cases from './six-languages.json' with { type: 'json' };

const LOCALES = ['en-GB', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR', 'de-CH'] as const;
const CHANNELS = ['facebook', 'instagram', 'x', 'sms'] as const;

/** Lines such as people write, their marks, and whatever else a file may hold. */
const line = fc.oneof(
  fc.constantFrom(...cases.flatMap(({ source }) => source.split(/\r?\n/u))),
  fc.constantFrom(
    '---',
    '===',
    '# Title #',
    '```',
    '- item',
    '  goes on',
    '1. one',
    '2) two',
    '🌿 mint',
    '👉 https://a.example/b',
    '[Go](https://a.example/b)',
    '**bold** and `code`',
    '#One #Two',
    'Come today. #One',
    'X: @shop',
    '@shop, @other',
    '* Terms apply.',
    '† See terms',
    '\uFEFF',
    '\u0000',
    '\u200F',
    '   ',
    'a\u2028b',
    '@',
    '#',
    '[',
    '](',
    '****',
    '_ _',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\r', ' ')), { maxLength: 14 })
  .map((lines) => lines.map(([one, end]) => `${one}${end}`).join(''));
const place = fc.constantFrom(...LOCALES).map((locale) => ({ locale, channels: CHANNELS }));

const law = (holds: (source: string, read: ReturnType<typeof readText>) => void): void =>
  fc.assert(
    fc.property(text, place, (source, where) => holds(source, readText(source, where))),
    { numRuns: 300 },
  );

describe('every text', () => {
  it('has each character that is not blank in exactly one block', () => {
    law((source, { blocks }) => {
      let cursor = 0;
      for (const { start, end } of blocks) {
        expect(source.slice(cursor, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(cursor);
        cursor = end;
      }
      expect(source.slice(cursor).trim()).toBe('');
    });
  });

  it('has its evidence where the ranges say', () => {
    law((source, { facts, doubts }) => {
      const evidence = [
        ...facts.flatMap((one) => one.evidence),
        ...doubts.flatMap((one) => (one.evidence ? [one.evidence] : [])),
      ];
      for (const { start, end, text: said } of evidence) expect(source.slice(start, end)).toBe(said);
    });
  });

  it('has one headline and one call to action at most, and ids of its own for every fact', () => {
    law((_, { blocks, facts }) => {
      for (const kind of ['headline', 'cta'])
        expect(blocks.filter((block) => block.kind === kind).length).toBeLessThan(2);
      expect(new Set(facts.map(({ fact }) => fact.id)).size).toBe(facts.length);
    });
  });

  it('is a campaign, or one line says why it is none', () => {
    law((source, read) => {
      const proposed = proposedCampaign(read, { locale: 'en-GB', channels: CHANNELS, zone: 'Etc/UTC' });
      const checked = checkCampaign(proposed);
      if (checked.ok) expect(checked.campaign.facts).toEqual(read.facts.map(({ fact }) => fact));
      else for (const { message } of checked.problems) expect(message).toMatch(/^[^\n]+$/u);
      const { headline, body, details } = read.message;
      expect(checked.ok).toBe([headline, body, details].some((one) => one !== undefined));
    });
  });
});

describe('a text of ten times the length takes about ten times as long', () => {
  it.each([
    ['paragraphs', 'A mug is €5 until 3 May 2027. Terms apply: https://a.example/t\n\n'],
    ['one line', 'A mug is €5 until 3 May 2027, see https://a.example/t. '],
    ['details', '- 🌿 Mint and espresso\n'],
    ['links alone', 'https://a.example/t\n'],
    ['marks', '-*_=~ '],
    ['hashtags', '#One #Two '],
    ['handles', '@one, @two '],
    ['open brackets', '[a]( '],
    ['asterisks', '*a '],
    ['blanks', ' \t'],
    ['numbers', '1. '],
  ])('of %s', GROWTH, (_, unit) => {
    const run = (size: number) => readText(unit.repeat(size), { locale: 'en-GB', channels: CHANNELS });
    expect(slowdown(run, 100)).toBeLessThan(LINEAR);
  });
});
