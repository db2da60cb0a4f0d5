/** Texts without structure in six languages become blocks and facts, each with its exact place. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../../functions/adapt/text/read-text.ts';
import type { TextPlace } from '../../../functions/core/free-text.ts';
import cases from './six-languages.json' with { type: 'json' };

const CHANNELS = ['facebook', 'x'] as const;
const place = (locale: string): TextPlace => ({ locale, channels: CHANNELS });
const read = (source: string, locale = 'en-GB') => readText(source, place(locale));
const blocksIn = (source: string, locale = 'en-GB') =>
  read(source, locale).blocks.map(({ kind, start, end }) => [kind, source.slice(start, end)]);

describe.each(cases)('a text in $locale', ({ locale, source, blocks, facts, cta }) => {
  it('is parted into blocks', () => {
    expect(blocksIn(source, locale)).toEqual(blocks);
  });

  it('states facts, and no others', () => {
    const found = read(source, locale).facts.map(
      ({ fact: { kind, value, role }, evidence: [{ start, end }] }) => [
        kind,
        source.slice(start, end),
        value,
        ...(role ? [role] : []),
      ],
    );
    expect(found).toEqual(facts);
  });

  it('calls to action by its words', () => {
    expect(read(source, locale).message.cta?.text).toBe(cta);
  });
});

it('gives ranges in UTF-16 over the text as typed, behind a byte order mark and CRLF too', () => {
  const { blocks, facts } = read('\uFEFF🎉 Sale!\r\n\r\nAll mugs €5.\r\n');
  expect(blocks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
    ['headline', 1, 9],
    ['body', 13, 25],
  ]);
  expect(facts).toEqual([
    {
      fact: { id: 'price', kind: 'price', value: { amount: '5.00', currency: 'EUR' } },
      evidence: [{ start: 22, end: 24, text: '€5' }],
    },
  ]);
});

describe('what is a headline', () => {
  const long = `${'Word '.repeat(30)}ends here.`;
  it.each([
    ['the first line', 'Tea is back\nSoon.', 'Tea is back'],
    ['a heading of Markdown, without its marks', '## Tea is **back** ##\n\nSoon.', 'Tea is back'],
    ['one emoji', '🎉', '🎉'],
    [
      'a single line, link and all',
      'Tea is back: https://tea.example/back',
      'Tea is back: https://tea.example/back',
    ],
    ['not a long line', `${long}\nMore.`, undefined],
    [
      'not a line that only was wrapped',
      'Fresh garden mint meets our slow-roasted\nespresso over ice.',
      undefined,
    ],
    ['not hashtags', '#Tea #Mint\nTea is back', 'Tea is back'],
    ['not small print', 'Terms apply.\nTea is back', 'Tea is back'],
  ])('%s', (_, source, headline) => {
    expect(read(source).message.headline).toBe(headline);
  });
});

describe('what is a call to action', () => {
  const story =
    'Tea is back\n\nIt grew on a hill for two long years, in fog and in sun, and it tastes like that.';
  it.each([
    ['a last line', `${story}\n\nTaste it: https://tea.example`, 'Taste it', 'https://tea.example'],
    [
      'a link in Markdown',
      `${story}\n\n[Taste it](https://tea.example/a)`,
      'Taste it',
      'https://tea.example/a',
    ],
    [
      'words over their link',
      `${story}\n\nTaste it 👇\nhttps://tea.example/a`,
      'Taste it',
      'https://tea.example/a',
    ],
    ['a last sentence', `${story} Taste it at https://tea.example/a.`, 'Taste it', 'https://tea.example/a'],
    [
      'words behind the link',
      `${story}\n\nhttps://tea.example/a to taste it`,
      'to taste it',
      'https://tea.example/a',
    ],
    [
      'one above small print',
      `${story}\n\nTaste it: https://tea.example/a\nTerms apply: https://tea.example/t`,
      'Taste it',
      'https://tea.example/a',
    ],
    ['an address without https', `${story}\n\nTaste it: tea.example/a`, 'Taste it', 'https://tea.example/a'],
    [
      'not a link amid a story',
      `Tea is back\n\nRead https://tea.example/a first. Then come and drink it with us.`,
      undefined,
      undefined,
    ],
    ['not a link without words', `Tea is back\n\nhttps://tea.example/a`, undefined, undefined],
    ['not the terms', `${story}\n\nTerms apply: https://tea.example/t`, undefined, undefined],
    ['not an e-mail address', `${story}\n\nWrite to us: tea@tea.example`, undefined, undefined],
  ])('%s', (_, source, text, url) => {
    const { cta } = read(source).message;
    expect([cta?.text, cta?.url]).toEqual([text, url]);
  });
});
