import { expect, test } from 'vitest';
import type { ExampleVoice } from '../../../../brand-guide/engine/campaign-rule.ts';
import type { Guide } from '../../../../brand-guide/schema/guide.ts';
import { reportOn } from './report-on.ts';

const STORY =
  'Fresh garden mint meets our slow-roasted house espresso, blended over ice and finished with dark cocoa, and every cup pays the growers of the valley a fair price for their work.';
const OTHER =
  'We spent two long summers up in the hills with people who know mint better than we ever will, and what they taught us is now in a tall glass that waits for you behind our counter.';
const EL =
  'Φρέσκια μέντα από τον κήπο συναντά τον εσπρέσο μας, χτυπημένη με πάγο και μαύρο κακάο, και κάθε φλιτζάνι πληρώνει δίκαια τους καλλιεργητές της κοιλάδας για τη δουλειά που κάνουν όλο τον χρόνο.';
const RU =
  'Свежая садовая мята встречает наш эспрессо медленной обжарки со льдом и тёмным какао, и каждая чашка честно платит тем, кто круглый год растит мяту в долине и ждёт вас в гости этим летом вместе с нами.';
const ZH = '清新的花園薄荷遇上慢焙濃縮咖啡,加冰打勻再撒上黑可可,每一杯都讓山谷裡的農夫得到公平的報酬。';
const FA =
  'نعناع تازه باغچه با اسپرسوی آرام‌برشت ما روی یخ می‌نشیند و با کاکائوی تلخ تمام می‌شود و هر فنجان مزد عادلانه کشاورزان دره را می‌دهد تا سال آینده هم برای شما نعناع بکارند.';
const ID =
  'Mint segar dari kebun bertemu espresso panggang pelan kami, dikocok dengan es lalu ditaburi kakao pekat, dan setiap cangkir membayar petani lembah dengan harga yang adil atas kerja mereka sepanjang tahun.';
const half = (text: string): string => text.slice(0, text.length / 2);
const LINES =
  'Subject to availability at participating stores only, while our stocks last, and one for each guest who comes.';

/** Guide, locale, the earlier text on Instagram, the later channel and its text, and whether it is a copy. */
const ROWS: readonly (readonly [Partial<Guide>, string, string, ExampleVoice['channel'], string, boolean])[] =
  [
    [{}, 'en-US', STORY, 'facebook', STORY, true],
    [{}, 'en-US', STORY, 'facebook', `${STORY} ${OTHER}`, true],
    [{}, 'en-US', STORY, 'facebook', OTHER, false],
    [{}, 'en-US', STORY, 'facebook', `${half(STORY)} ${half(OTHER)}`, false],
    [{}, 'en-US', half(STORY), 'facebook', half(STORY), false],
    [{}, 'en-US', STORY, 'facebook', STORY.toUpperCase(), true],
    [{}, 'en-US', STORY, 'telegram', STORY, true],
    [{ consistency: { similarity: 0.3 } }, 'en-US', STORY, 'facebook', `${half(STORY)} ${half(OTHER)}`, true],
    [{}, 'el-GR', EL, 'facebook', EL, true],
    [{}, 'ru-RU', RU, 'facebook', `☕️ ${RU}`, true],
    [{}, 'id-ID', ID, 'facebook', ID, true],
    [{}, 'zh-TW', ZH, 'facebook', ZH, true],
    [{}, 'fa-IR', FA, 'facebook', FA, true],
    [{}, 'en-US', `${LINES} ${half(OTHER)}`, 'facebook', `${LINES} ${half(STORY)}`, false],
    [
      {
        disclosures: [{ id: 'd', text: { en: [LINES] }, position: 'end' }],
        consistency: { similarity: 0.1 },
      },
      'en-US',
      `${OTHER} ${LINES}`,
      'facebook',
      `${STORY} ${LINES}`,
      false,
    ],
  ];
test.each(ROWS)('%#: %j %s', (guide, locale, earlier, channel, text, isCopy) => {
  const voices: ExampleVoice[] = [
    { channel: 'instagram', locale, text: earlier },
    { channel, locale, text },
  ];
  const found = reportOn('verbatim-copy', { guide }, voices);
  expect(found.map((one) => [one.channel, one.severity, one.beside?.channel])).toEqual(
    isCopy ? [[channel, 'suggestion', 'instagram']] : [],
  );
  for (const { evidence } of found) expect(earlier.toLowerCase()).toContain(evidence.toLowerCase());
});

test('channels of one length class may say the same, unless the guide asks', () => {
  const voices: ExampleVoice[] = [
    { channel: 'instagram', text: STORY },
    { channel: 'x', text: STORY },
  ];
  expect(reportOn('verbatim-copy', { guide: {} }, voices)).toEqual([]);
  expect(reportOn('verbatim-copy', { guide: { consistency: { differ: true } } }, voices)).toHaveLength(1);
});

test('facts, links and tags are no words of its own', () => {
  const facts = [{ id: 'p', kind: 'price', value: { amount: '4.95', currency: 'USD' } }] as const;
  const tail = 'now $4.95 https://n.example/a '.repeat(9);
  const voices: ExampleVoice[] = [
    { channel: 'instagram', text: `${tail} #mint ` },
    { channel: 'facebook', text: `${tail} #mint ` },
  ];
  expect(reportOn('verbatim-copy', { guide: {}, facts }, voices)).toEqual([]);
});

test('all copies of a step in one locale are one finding that names their channels', () => {
  const voices = (['instagram', 'facebook', 'telegram', 'linkedin'] as const).flatMap((channel) => [
    { channel, text: STORY },
    { channel, locale: 'ru-RU', text: RU },
  ]);
  const found = reportOn('verbatim-copy', { guide: {} }, voices);
  expect(found.map(({ locale, channel, beside }) => [locale, channel, beside?.channel])).toEqual([
    ['en-US', 'facebook', 'instagram'],
    ['ru-RU', 'facebook', 'instagram'],
  ]);
  for (const { message } of found)
    expect(message).toContain('word for word: facebook, telegram, linkedin as instagram (100%)');
});

test('copies that the guide weighs otherwise are a finding of their own, and those it lets be are none', () => {
  const guide: Partial<Guide> = {
    channels: {
      telegram: { gates: { rules: { 'verbatim-copy': { severity: 'error' } } } },
      linkedin: { gates: { rules: { 'verbatim-copy': { off: true } } } },
    },
  };
  const voices = (['instagram', 'linkedin', 'facebook', 'telegram'] as const).map((channel) => ({
    channel,
    text: STORY,
  }));
  expect(
    reportOn('verbatim-copy', { guide }, voices).map(({ channel, severity }) => [channel, severity]),
  ).toEqual([
    ['facebook', 'suggestion'],
    ['telegram', 'error'],
  ]);
});
