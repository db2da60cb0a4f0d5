/** Laws of times in words: a phrase says for every hour what the clock says, and whatever stands around one is survived. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';

interface Form {
  readonly locale: string;
  readonly hours: string;
  readonly say: (hour: string) => string;
  /** Minutes from the named hour of the morning. */
  readonly add: number;
}

const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve';
const GREEK = 'μία δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα';
const FUSED =
  'μιάμιση δυόμισι τρεισήμισι τεσσερισήμισι πεντέμισι εξίμισι εφτάμισι οχτώμισι εννιάμισι δεκάμισι εντεκάμισι δωδεκάμισι';
const RUSSIAN = 'час два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать';
const ORDINALS =
  'первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого';
const INDONESIAN = 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas';
const CHINESE = '一 兩 三 四 五 六 七 八 九 十 十一 十二';
const PERSIAN = 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده';

const forms: Form[] = [
  { locale: 'en-GB', hours: ENGLISH, say: (hour) => `Boats leave at ${hour} in the morning.`, add: 0 },
  {
    locale: 'en-GB',
    hours: ENGLISH,
    say: (hour) => `Half past ${hour} in the morning, rain or shine`,
    add: 30,
  },
  {
    locale: 'en-GB',
    hours: ENGLISH,
    say: (hour) => `Be there by quarter to ${hour} in the morning`,
    add: -15,
  },
  { locale: 'en-GB', hours: ENGLISH, say: (hour) => `At twenty-five past ${hour} in the morning`, add: 25 },
  { locale: 'en-GB', hours: ENGLISH, say: (hour) => `At ten to ${hour} in the morning`, add: -10 },
  { locale: 'el-GR', hours: GREEK, say: (hour) => `Ραντεβού στις ${hour} το πρωί.`, add: 0 },
  { locale: 'el-GR', hours: GREEK, say: (hour) => `Ραντεβού στις ${hour} παρά τέταρτο το πρωί.`, add: -15 },
  { locale: 'el-GR', hours: FUSED, say: (hour) => `Ραντεβού στις ${hour} το πρωί.`, add: 30 },
  { locale: 'ru-RU', hours: RUSSIAN, say: (hour) => `Сбор без четверти ${hour} утра`, add: -15 },
  { locale: 'ru-RU', hours: ORDINALS, say: (hour) => `Сбор в половине ${hour} утра`, add: -30 },
  { locale: 'ru-RU', hours: ORDINALS, say: (hour) => `Сбор в пол${hour} утра`, add: -30 },
  { locale: 'ru-RU', hours: ORDINALS, say: (hour) => `Сбор в десять минут ${hour} утра`, add: -50 },
  { locale: 'id-ID', hours: INDONESIAN, say: (hour) => `Kumpul jam setengah ${hour} pagi`, add: -30 },
  { locale: 'id-ID', hours: INDONESIAN, say: (hour) => `Kumpul pukul ${hour} pagi`, add: 0 },
  { locale: 'zh-TW', hours: CHINESE, say: (hour) => `早上${hour}點一刻集合`, add: 15 },
  { locale: 'zh-TW', hours: CHINESE, say: (hour) => `早上${hour}點半集合`, add: 30 },
  { locale: 'fa-IR', hours: PERSIAN, say: (hour) => `قرار ما ساعت ${hour} و نیم صبح`, add: 30 },
  { locale: 'fa-IR', hours: PERSIAN, say: (hour) => `قرار ما یک ربع به ${hour} صبح`, add: -15 },
];

const timesIn = (text: string, locale: string) =>
  findMentions(text, { locale, labels: [] }).filter(({ kind }) => kind === 'time');

/** Twelve in the morning is midnight, and a quarter to one is past it. */
function morning(hour: number, add: number): string {
  const minutes = (hour * 60 + add + 720) % 720;
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

describe.each(forms)('$locale, $add minutes from the hour', ({ locale, hours, say, add }) => {
  test.each(hours.split(' ').map((word, at) => ({ word: word.replace('_', ' '), hour: at + 1 })))(
    '$word',
    ({ word, hour }) => {
      const times = timesIn(say(word), locale);
      expect(times.map(({ readings }) => readings)).toEqual([[morning(hour, add)]]);
    },
  );
});

const LOCALES = ['en-GB', 'el-GR', 'ru-RU', 'id-ID', 'zh-TW', 'fa-IR'];
const words = [ENGLISH, GREEK, FUSED, RUSSIAN, ORDINALS, INDONESIAN, CHINESE, PERSIAN]
  .flatMap((list) => list.split(' '))
  .concat(
    'half past quarter to at in the morning και παρά τέταρτο στις το βράδυ без четверти в половине'.split(
      ' ',
    ),
  )
  .concat('вечера jam setengah kurang malam 點 半 刻 晚上 午夜 ساعت و نیم ربع به شب 7 12 : . ,'.split(' '));

test('every reading is a time of the clock, over the text as typed, whatever the order of the words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 12 }),
      fc.constantFrom(...LOCALES),
      (said, locale) => {
        const text = said.join(' ');
        let reached = 0;
        for (const { start, end, text: typed, readings } of timesIn(text, locale)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(text.slice(start, end)).toBe(typed);
          for (const reading of readings) expect(reading).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
          reached = end;
        }
      },
    ),
  );
});
