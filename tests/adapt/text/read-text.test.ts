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
      fact: { id: 'price', kind: 'price', value: { amount: '5.00', currency: 'EUR' }, required: true },
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

describe('which numbers are facts', () => {
  const valuesIn = (source: string, locale: string) =>
    read(source, locale).facts.map(({ fact: { kind, value, role, label }, evidence: [{ text }] }) => [
      kind,
      text,
      typeof value === 'string' ? value : Object.values(value).join(' '),
      ...(role ? [role] : []),
      ...(label ? [label[locale]?.[0]] : []),
    ]);
  it.each([
    [
      'en-IE',
      'Your first 12 months are free of monthly fees (normally €3.50 a month). No code needed.',
      [
        ['quantity', '12', '12', 'months'],
        ['price', '€3.50', '3.50 EUR', 'was'],
      ],
    ],
    [
      'en-GB',
      'Opens in under two seconds on a four-year-old phone, and support answers within 2 hours.',
      [
        ['quantity', 'two', '2', 'seconds'],
        ['quantity', '2', '2', 'hours'],
      ],
    ],
    ['en-GB', 'Open 24 hours a day, 7 days a week, rated 5 stars by 1 in 3.', []],
    ['en-GB', 'Made with 70% cocoa. Try it for 30 days, or bring it back within 14 days.', []],
    ['en-GB', 'No code needed, no promo code: just come.', []],
    [
      'en-US',
      'Use code FIG20 for 20% off before May 3, 2027.',
      [
        ['code', 'FIG20', 'FIG20'],
        ['percentage', '20%', '20 true'],
        ['date', 'May 3, 2027', '2027-05-02', 'end'],
      ],
    ],
    ['el-GR', 'Οι πρώτοι 3 μήνες είναι δικοί σου.', [['quantity', '3', '3', 'μήνες']]],
    [
      'ru-RU',
      'Первые 30 дней бесплатно.',
      [
        ['quantity', '30', '30', 'дней'],
        ['price', 'бесплатно', 'free'],
      ],
    ],
    ['id-ID', 'Coba selama 30 hari.', [['quantity', '30', '30', 'hari']]],
    ['zh-TW', '前3個月免月費。', [['quantity', '3', '3', '個月']]],
    ['fa-IR', 'تا ۳۰ روز امتحان کنید.', [['quantity', '۳۰', '30', 'روز']]],
  ])('%s: %s', (locale, source, facts) => {
    expect(valuesIn(`!\n${source}`, locale)).toEqual(facts);
  });

  it('leaves what may be two things, or counts one thing twice, to a person', () => {
    const { doubts } = read(
      '!\nPay $5 on 3/4/2027. Try it for 30 days, or bring it back within 14 days.',
      'en',
    );
    expect(
      doubts.filter(({ evidence }) => evidence).map(({ what, evidence }) => [what, evidence?.text]),
    ).toEqual([
      ['date', '3/4/2027'],
      ['quantity', '30'],
      ['quantity', '14'],
    ]);
  });
});

it('names a quantity by what it counts, and other facts by their kind', () => {
  const { facts } = read('!\nTry it for 30 days within 2 weeks: €5, or €9 for two.');
  expect(facts.map(({ fact }) => fact.id)).toEqual(['days', 'weeks', 'price', 'price-2']);
});

it('takes the names that the guide knows for facts', () => {
  const names = [{ canonical: 'Kestrel Bank' }];
  const { facts } = readText('Back to Kestrel Bank', { ...place('en-GB'), names });
  expect(facts).toEqual([
    {
      fact: { id: 'name', kind: 'name', value: 'Kestrel Bank' },
      evidence: [{ start: 8, end: 20, text: 'Kestrel Bank' }],
    },
  ]);
});

describe('where small print is required', () => {
  const short = 'Terms apply.';
  const long = 'Harbour Tea Ltd is authorised and regulated. Capital at risk does not apply to tea at all.';
  it.each([
    [short, ['facebook', 'x', 'sms'], ['facebook', 'x'], 'required on facebook, x'],
    [short, ['x', 'facebook'], ['x', 'facebook'], 'every channel needs'],
    [short, ['sms'], ['sms'], 'every channel needs'],
    [long, ['facebook', 'x', 'sms'], ['facebook'], 'required on facebook'],
    [long, ['x', 'sms'], undefined, 'required nowhere'],
  ] as const)('%s on %j: %j', (line, channels, required, says) => {
    const { facts, doubts, message } = readText(`Tea\n\nIt is good.\n\n${line}`, {
      locale: 'en-GB',
      channels,
    });
    const legal = facts.find(({ fact }) => fact.kind === 'legal')?.fact;
    expect(legal?.required).toEqual(required && { channels: required });
    expect(doubts.find(({ what }) => what === 'legal')?.why).toContain(says);
    expect(message).toEqual({ headline: 'Tea', body: 'It is good.' });
  });
});

describe('what of the offer is required', () => {
  const requiredIn = (source: string) =>
    read(source).facts.flatMap(({ fact }) => (fact.required === true ? [fact.id] : []));
  it.each([
    [
      'the only price, reduction, code and last day',
      'A pot is €5, or 20% off with code FIG20 until 3 May 2027.',
      ['price', 'percentage', 'code', 'date'],
    ],
    ['no price of several', 'A pot is €5, a tin is €9.', []],
    ['no price that was', 'A pot was €9, and it opens on 3 May 2027.', []],
    ['the one to pay of two', 'A pot is €5 instead of €9.', ['price']],
    ['nothing that only the small print says', 'Come and sit.\nTerms apply until 3 May 2027.', []],
    ['no number', 'Stay for 30 days.', []],
  ])('%s', (_, source, ids) => {
    expect(requiredIn(`!\n${source}`)).toEqual(ids);
  });
});
