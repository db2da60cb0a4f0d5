import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopesOf } from '../../../brand-guide/engine/scopes.ts';
import { paragraphsOf, sentencesOf, wordsOf } from '../../../brand-guide/engine/segments.ts';
import type { Range } from '../../../brand-guide/engine/types.ts';
import { runs } from '../../support/runs.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';

const cut = (text: string, ranges: readonly Range[]): string[] =>
  ranges.map(({ start, end }) => text.slice(start, end));

/** Sentences are written with `|` between them; what stands around a `|` but one space is kept. */
const SENTENCES: readonly (readonly [locale: string, text: string])[] = [
  ['en', 'Tea is here.| Come by!| Why not?'],
  ['en', 'Dr. Okafor opens at 9 a.m. on Monday.| Come by.'],
  ['en', 'Open until 7 p.m. Friday.| Then we rest.'],
  ['en', 'Doors close at 7 p.m.| Bring a friend.'],
  ['en', 'See Mr. and Mrs. Bell at St. Paul St. today.| Ask them.'],
  ['en', 'Fruit, e.g. Bramley apples, i.e. Sour ones.| Nice.'],
  ['en', 'Tea, cups, etc. are here.| Cups, pots, etc.| We have all.'],
  ['en', 'By J. R. R. Tolkien.| Read it.'],
  ['en', 'This is plan B.| We like it.'],
  ['en', 'Made in the U.S. by hand.| In the U.S. Navy too.'],
  ['en', 'It costs 3.50 today.| It was 4.'],
  ['en', 'Version 2.0.1 is out.| Get No. 5 now.| No.| Yes.'],
  ['en', 'See p. 5 for more.| Jan. 5 is the day.'],
  ['en', 'Wait... what?| Wait...| What?'],
  ['en', 'Wait… what?| Wait…| What?'],
  ['en', 'So . . . we wait.| Good.'],
  ['en', '“Really?” she asked.| “Yes.”| He left.'],
  ['en', 'He said "Stop!"| Then he left.'],
  ['en', '(See the map.)| Then come.'],
  ['en', 'What?!| No way!!!| Yes.'],
  ['en', 'Yahoo!Mail is a name.| So is guide.yaml here.'],
  ['en', 'Visit northbay.example/tea?x=1.| It is new.'],
  ['en', 'The new iPhone.| iPhone 15 is out.'],
  ['en', 'Open now! 🎉| Come by.'],
  ['en', 'Open now!🎉🎉| Come by.'],
  ['en', 'Open now.| 👉 Book here'],
  ['en', 'Open now. 👩‍👩‍👧| We wait.'],
  ['en', 'Come by.| #Tea #Cups'],
  ['en', 'Come by!| @northbay'],
  ['en', 'Come by. 🍵| #Tea'],
  ['en', 'Today:\n|• green tea\n|• black tea\n|All day long'],
  ['en', 'Today:\n|- Green tea, loose\n|- Black tea'],
  ['en', '🍵 Green tea\n|🎂 And cake\n|✨ And more'],
  ['en', '1. Open the tin.\n|2. Smell it.'],
  ['en', 'First Flush Is Here\n|The new tea has come.'],
  ['en', 'This line is as long as a mail program lets one be before wrapping\nNorthbay at its edge.| Good.'],
  ['en', 'This goes on,\nover the line.| Good.'],
  ['en', 'One paragraph\n\n|another one'],
  ['en', 'One.\r\n|Two.\r\n\r\n|Three'],
  ['en', 'Hi {{first_name}}!| Your tea is here.'],
  ['en', '*Great!*| Next.'],
  ['en', 'Semicolons go on; they do.| Right.'],
  ['el', 'Τι ώρα ανοίγετε;| Στις 9 π.μ. κάθε μέρα.'],
  ['el', 'Γυαλιά, π.χ. Lumen, από 89 €.| Ελάτε!'],
  ['el', 'Τηλ. 210 1234567.| Ο κ. Παπαδόπουλος και η κα. Νίκου.'],
  ['el', 'Φακοί, θήκες κ.λπ.| Όλα εδώ.'],
  ['el', 'Σελ. 12, αρ. 5.| «Έλα!»| Πάμε;'],
  ['el', 'Έτοιμοι\u037E| Ναι.'],
  ['el', 'Έλα ;)| Πάμε.'],
  ['ru', 'Звоните: тел. 495 123-45-67.| Ждём!'],
  ['ru', 'Чай, кофе и т. д.| Приходите.'],
  ['ru', 'Чай, т. е. Камелия.| Вкусно.'],
  ['ru', 'Мы в г. Москва, ул. Ленина, д. 5.| Приходите.'],
  ['ru', 'Открыты с 2019 г.| Теперь и в Казани.'],
  ['ru', 'Всё по 500 руб.| Спешите!| «Да!» — сказал он.'],
  ['ru', 'А. С. Пушкин был тут.| Читайте.'],
  ['id', 'Datang ke Jl. Merdeka No. 5.| Buka pukul 9.'],
  ['id', 'Teh, kopi, dll.| Semua ada.'],
  ['id', 'Bpk. Andi dan dr. Sari hadir.| Rp. 50.000 saja.'],
  ['zh-TW', '茶來了。|快來！|好嗎？|好'],
  ['zh-TW', '他說：「好。」|我們走吧。'],
  ['zh-TW', '什麼是茶?|茶是飲料!|好'],
  ['zh-TW', '我……不知道。|真的'],
  ['zh-TW', '只要 3.5 折。|快'],
  ['fa', 'چای رسید.| می‌آیید؟| بله!'],
  ['fa', 'چرا؟|چون خوب است۔| تمام'],
  ['fa', 'سال ۱۴۰۰ ه.ش. بود.| دکتر م. کاظمی آمد.'],
  ['fa', 'صبر کنید… بعد بیایید.| خوب است.|بعد'],
  ['fa', 'قیمت ۳.۵ است.| «بیا!»| گفت او.'],
];

describe('sentences', () => {
  it.each(SENTENCES)('in %s: %j', (locale, written) => {
    const text = written.replaceAll('|', '');
    const expected = written.split('|').map((one) => one.trim());
    const found = sentencesOf(text, locale);
    expect(cut(text, found)).toEqual(expected);
    let at = 0;
    for (const { start, end } of found) {
      expect(text.slice(at, start).trim()).toBe('');
      at = end;
    }
  });
});

describe('words', () => {
  it.each([
    ["Don't stop-gap the co\u00ADop's tea", ["Don't", 'stop-gap', 'the', "co\u00ADop's", 'tea']],
    ['It is 1,234.50 at 12:30, ok', ['It', 'is', '1,234.50', 'at', '12:30', 'ok']],
    ['see #Tea @north https://a.example/b `x` {{y}} end', ['see', 'end']],
    ['“quoted words” count', ['quoted', 'words', 'count']],
    ['می‌آیید چای', ['می‌آیید', 'چای']],
    ['喝 Northbay 茶', ['喝', 'Northbay', '茶']],
    ['喝茶2杯', ['喝', '茶', '2', '杯']],
    ['コーヒー', ['コ', 'ー', 'ヒ', 'ー']],
    ['café cafe\u0301', ['café', 'cafe\u0301']],
    ['𠮷野家', ['𠮷', '野', '家']],
    ['τ’ αυτό κι όμως', ['τ', 'αυτό', 'κι', 'όμως']],
    ['🎉 — …', []],
  ])('of %j', (text, expected) => {
    expect(cut(text, wordsOf(text, scopesOf(text)))).toEqual(expected);
  });
});

it.each([
  ['a\n\nb', ['a', 'b']],
  ['a\nb', ['a\nb']],
  ['a\r\n \t\r\n\r\n  b\n', ['a', 'b\n']],
  ['\n\n', []],
  ['a\u2029b', ['a', 'b']],
])('paragraphs of %j', (text, expected) => {
  expect(cut(text, paragraphsOf(text))).toEqual(expected);
});

const PIECES =
  'a|Dr.|.|!|?|;|…|。|؟| | |\n|\n\n|\r\n|"|”|)|«|1|,|Tea|чай|茶|چای|e\u0301|\u0301|👩‍👩‍👧|🇬🇷|🇬|1️⃣|🏽|❤️|#x|\u200D|\u200F|\uD83C';
const piece = fc.constantFrom(...PIECES.split('|'));
const texts = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const REPEATED = ['word ', 'A. ', 'Dr. x ', 'a.b', '!"', '. 🎉🎉', 'Tea\n', ' \n', 'τι; \n', '. ', '… '];

describe.each([
  ['paragraphs', paragraphsOf],
  ['sentences', (text: string) => sentencesOf(text, 'el')],
  ['words', (text: string) => wordsOf(text, [])],
])('%s', (_what, ranges) => {
  it('lie in order, and part no character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const edges = new Set([text.length, ...[...graphemes.segment(text)].map(({ index }) => index)]);
        let at = 0;
        for (const { start, end } of ranges(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect([text, start, edges.has(start)]).toEqual([text, start, true]);
          expect([text, end, edges.has(end)]).toEqual([text, end, true]);
          at = end;
        }
      }),
      runs(2000),
    );
  });

  it('take time linear in the text, whatever it repeats', GROWTH, () => {
    const cutAll = (size: number): void => {
      for (const unit of REPEATED) ranges(unit.repeat(size));
    };
    expect(slowdown(cutAll, 1000)).toBeLessThan(LINEAR);
  });
});
