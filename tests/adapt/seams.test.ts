/** The adapter's seams, each as a table: sentences, what leans, frames, links, GSM text. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFrame } from '../../functions/adapt/frames.ts';
import { asGsm } from '../../functions/adapt/gsm-text.ts';
import { leans } from '../../functions/adapt/leaning.ts';
import { withUtm } from '../../functions/adapt/links.ts';
import { splitSentences } from '../../functions/adapt/sentences.ts';
import { isGsm7 } from '../../functions/channels/sms/segments.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');

describe('sentences', () => {
  it.each([
    ['en-GB', 'One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['en-GB', 'It is $4.95 now. Come.', ['It is $4.95 now.', 'Come.']],
    ['en-GB', 'Ask Dr. Brown at 9 p.m. sharp. Bye.', ['Ask Dr. Brown at 9 p.m. sharp.', 'Bye.']],
    ['en-US', 'From 10:00 a.m. Every room is open.', ['From 10:00 a.m.', 'Every room is open.']],
    ['en-US', 'Doors close at 9 p.m. Tuesday. Bye.', ['Doors close at 9 p.m. Tuesday.', 'Bye.']],
    ['en-US', 'We call at 9 a.m. EST. Bye.', ['We call at 9 a.m. EST.', 'Bye.']],
    ['el-GR', 'Ανοίγουμε στις 8 π.μ. Ελάτε νωρίς.', ['Ανοίγουμε στις 8 π.μ.', 'Ελάτε νωρίς.']],
    ['en-GB', 'See https://a.com/b.c?d=e. Then go.', ['See https://a.com/b.c?d=e.', 'Then go.']],
    ['en-GB', 'A line\nthat was wrapped. Next.', ['A line that was wrapped.', 'Next.']],
    ['en-GB', 'One line\nAnother line', ['One line', 'Another line']],
    ['en-US', 'Sign up by September 12. After that, no.', ['Sign up by September 12.', 'After that, no.']],
    ['en-GB', '1. Choose five. 2. Wear them.', ['1. Choose five.', '2. Wear them.']],
    ['de-DE', 'Bis 12. September. Danach nicht.', ['Bis 12. September.', 'Danach nicht.']],
    ['en-GB', 'He said “Go.” She went.', ['He said “Go.”', 'She went.']],
    ['el-GR', 'Ερωτήσεις; Κάλεσε στο 210 555 0142.', ['Ερωτήσεις;', 'Κάλεσε στο 210 555 0142.']],
    ['el-GR', 'Ρώτα τον κ. Παπά. Ναι.', ['Ρώτα τον κ. Παπά.', 'Ναι.']],
    ['ru-RU', 'Звоните по тел. Ивану. Спасибо.', ['Звоните по тел. Ивану.', 'Спасибо.']],
    ['id-ID', 'Datang ke Jl. Sudirman. Gratis!', ['Datang ke Jl. Sudirman.', 'Gratis!']],
    ['id-ID', 'Untuk bangsal St. Brendan. Daftar!', ['Untuk bangsal St. Brendan.', 'Daftar!']],
    ['zh-TW', '挑五副鏡框。留下最愛的一副!還在猶豫?', ['挑五副鏡框。', '留下最愛的一副!', '還在猶豫?']],
    ['fa-IR', 'پرسشی دارید؟ تماس بگیرید.', ['پرسشی دارید؟', 'تماس بگیرید.']],
    ['en-GB', '', []],
  ])('%s: %s', (locale, text, sentences) => {
    expect(splitSentences(text, locale).map((one) => one.text)).toEqual(sentences);
  });

  it('keeps every character but white space, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab. ?!\n。漢;؟')), maxLength: 6_000 }),
        (text) => {
          expect(
            bare(
              splitSentences(text, 'el-GR')
                .map((one) => one.text)
                .join(''),
            ),
          ).toBe(bare(text));
        },
      ),
    );
  });
});

describe('a sentence that leans on the one before', () => {
  it.each([
    ['en-GB', 'It joins four flavours.'],
    ['en-GB', 'Show them to your friends.'],
    ['en-GB', 'So come by.'],
    ['el-GR', 'Δείξε τους σε όσους εμπιστεύεσαι.'],
    ['el-GR', 'Έτσι γίνεται.'],
    ['el-GR', 'Θέλουμε να μείνει έτσι.'],
    ['en-GB', 'If you need us in those hours, call.'],
    ['el-GR', 'Αν μας χρειαστείτε εκείνες τις ώρες, καλέστε.'],
    ['ru-RU', 'В него входят все занятия.'],
    ['fa-IR', 'بعد از آن شماره‌ها چاپ می‌شود.'],
    ['ru-RU', 'Покажите их друзьям.'],
    ['ru-RU', 'Поэтому приходите.'],
    ['id-ID', 'Coba, lalu kirim kembali.'],
    ['zh-TW', '看看,再寄回來。'],
    ['fa-IR', 'آن‌ها را نشان دهید.'],
  ])('%s: %s', (locale, text) => expect(leans(text, locale)).toBe(true));

  it.each([
    ['en-GB', 'Order five frames and wear them at home.'],
    ['en-GB', 'Growers of Italy send their best.'],
    ['en-GB', 'We thank those who came.'],
    ['el-GR', 'Παράγγειλε έως πέντε σκελετούς και φόρεσέ τους στο σπίτι.'],
    ['ru-RU', 'Закажите до пяти оправ и носите их дома.'],
    ['zh-TW', '挑五副鏡框。'],
    ['fa-IR', 'پنج فریم انتخاب کنید.'],
    ['sw-KE', 'It is a language without a list.'],
  ])('is not, in %s: %s', (locale, text) => expect(leans(text, locale)).toBe(false));
});

describe('frames', () => {
  const frame = '{name}, {price}[ {label}]. {offer}[ {withCode}][ {until}].[ {link}]';
  const all = {
    name: 'Mint',
    price: '$4.95',
    label: 'grande',
    offer: '20% off',
    withCode: 'with M20',
    until: 'until 17 May',
    link: 'a.com',
  };
  it.each([
    ['every slot', all, 'Mint, $4.95 grande. 20% off with M20 until 17 May. a.com'],
    [
      'a group without its value goes',
      { name: 'Mint', price: '$4.95', offer: '20% off' },
      'Mint, $4.95. 20% off.',
    ],
    ['a bare slot without its value refuses', { name: 'Mint', offer: '20% off' }, undefined],
    ['no price, no offer', { name: 'Mint' }, undefined],
    [
      'a name with a dollar pattern stays as it is',
      { ...all, name: "$& $'" },
      "$& $', $4.95 grande. 20% off with M20 until 17 May. a.com",
    ],
  ])('%s', (_, slots, text) => expect(fillFrame(frame, slots)).toBe(text));
});

describe('links', () => {
  const utm = { source: '{channel}', medium: 'social', campaign: '{campaign}-{step}' };
  const place = { channel: 'x', campaign: 'Java Mint!', step: 'main' };
  const added = 'utm_source=x&utm_medium=social&utm_campaign=java-mint-main';
  it.each([
    ['bare', 'https://a.com/b', `https://a.com/b?${added}`],
    ['with a query', 'https://a.com/b?c=d', `https://a.com/b?c=d&${added}`],
    ['with a fragment', 'https://a.com/b#c?d', `https://a.com/b?${added}#c?d`],
    ['with both', 'https://a.com/b?c=%20d#e', `https://a.com/b?c=%20d&${added}#e`],
    ['with an open query', 'https://a.com/b?', `https://a.com/b?${added}`],
    ['given already', `https://a.com/b?${added}`, `https://a.com/b?${added}`],
    [
      'given in part',
      'https://a.com/b?utm_source=me',
      'https://a.com/b?utm_source=me&utm_medium=social&utm_campaign=java-mint-main',
    ],
    ['of another scheme', 'mailto:hi@a.com', 'mailto:hi@a.com'],
    ['that is none', 'find us', 'find us'],
  ])('%s', (_, url, expected) => {
    expect(withUtm(url, utm, place)).toBe(expected);
    expect(withUtm(expected, utm, place)).toBe(expected);
  });

  const piece = fc.stringMatching(/^[a-z0-9%=&?.~-]{0,12}$/u);
  const addresses = fc
    .record({
      path: piece.map((text) => text.replaceAll(/[?%]/gu, '')),
      query: fc.option(piece),
      fragment: fc.option(piece),
    })
    .map(({ path, query, fragment }) =>
      [
        `https://a.com/${path}`,
        query === null ? '' : `?${query}`,
        fragment === null ? '' : `#${fragment}`,
      ].join(''),
    );
  it('keeps any query and fragment as they are, and adds each parameter once', () => {
    fc.assert(
      fc.property(addresses, fc.constantFrom('x', 'e-mail', 'λ'), (url, channel) => {
        const once = withUtm(url, utm, { ...place, channel });
        const [before, after] = [new URL(url), new URL(once)];
        expect(withUtm(once, utm, { ...place, channel })).toBe(once);
        expect(after.hash).toBe(before.hash);
        expect(after.pathname).toBe(before.pathname);
        expect(after.search.replace(/^\?/u, '').startsWith(before.search.replace(/^\?/u, ''))).toBe(true);
        for (const name of ['utm_source', 'utm_medium', 'utm_campaign'])
          expect(after.searchParams.getAll(name)).toHaveLength(1);
      }),
    );
  });

  it('stays as it is without a policy', () =>
    expect(withUtm('https://a.com', undefined, place)).toBe('https://a.com'));
});

describe('text within GSM-7', () => {
  it.each([
    ['“Mint” – it’s here…', '"Mint" - it\'s here...'],
    ['Frappe\u0301 for €4.95', 'Frappé for €4.95'],
    ['Mint 🌿 is here 🇬🇷', 'Mint is here'],
    ['Δωρεάν “τώρα”', 'Δωρεάν “τώρα”'],
    ['免費 – “現在”', '免費 – “現在”'],
  ])('%s', (text, written) => expect(asGsm(text, isGsm7)).toBe(written));
});
