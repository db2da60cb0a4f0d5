import { describe, expect, test } from 'vitest';
import { fixWith, lintWith } from './lint-with.ts';

type Form = 'familiar' | 'polite';
const setting = (address: Form, locale: string) => ({
  guide: { voice: { address: { [locale.slice(0, 2)]: address } } },
  locale,
});
const found = (address: Form, locale: string, text: string) =>
  lintWith('address-form', setting(address, locale), text).map((one) => [
    one.start,
    one.end,
    one.evidence,
    one.fix?.text ?? one.suggestions?.[0] ?? '',
    one.severity,
  ]);

/** The form asked for, the locale, the text; each range with the other form, and how sure it is. */
describe('finds', () => {
  test.each([
    [
      'polite',
      'el-GR',
      'Ο καφές σου και εσύ',
      [
        [8, 11, 'σου', 'σας', 'warning'],
        [16, 19, 'εσύ', 'εσείς', 'warning'],
      ],
    ],
    [
      'polite',
      'el-GR',
      'ΕΣΥ τι ΘΕΣ;',
      [
        [0, 3, 'ΕΣΥ', 'ΕΣΕΙΣ', 'warning'],
        [7, 10, 'ΘΕΣ', 'ΘΕΛΕΤΕ', 'warning'],
      ],
    ],
    [
      'polite',
      'el-GR',
      'Διάλεξε πέντε. Φόρεσέ τους. Κράτα έναν.',
      [
        [0, 7, 'Διάλεξε', 'Διαλέξτε', 'suggestion'],
        [15, 21, 'Φόρεσέ', 'Φορέστε', 'suggestion'],
        [28, 33, 'Κράτα', 'Κρατήστε', 'warning'],
      ],
    ],
    ['polite', 'el-GR', 'Κέρδισε η Μαρία, που διάλεξε τρεις.', []],
    [
      'polite',
      'ru-RU',
      'Расскажи в комментариях или напиши нам',
      [
        [0, 8, 'Расскажи', 'Расскажите', 'warning'],
        [28, 34, 'напиши', 'напишите', 'warning'],
      ],
    ],
    ['polite', 'fa-IR', 'برامون بنویس', [[7, 12, 'بنویس', 'بنویسید', 'warning']]],
    ['polite', 'el-GR', 'Μάθε περισσότερα', [[0, 4, 'Μάθε', 'Μάθετε', 'warning']]],
    [
      'familiar',
      'el-GR',
      'Δοκιμάστε τον καφέ σας',
      [
        [0, 9, 'Δοκιμάστε', 'Δοκίμασε', 'suggestion'],
        [19, 22, 'σας', 'σου', 'suggestion'],
      ],
    ],
    [
      'polite',
      'ru-RU',
      'Выбери свою оправу: твоё',
      [
        [0, 6, 'Выбери', 'Выберите', 'warning'],
        [20, 24, 'твоё', 'ваше', 'warning'],
      ],
    ],
    [
      'polite',
      'ru-RU',
      'Тебе понравится твое',
      [
        [0, 4, 'Тебе', 'Вам', 'warning'],
        [16, 20, 'твое', 'ваше', 'warning'],
      ],
    ],
    [
      'familiar',
      'ru-RU',
      'Вы с нами: ваш кофе',
      [
        [0, 2, 'Вы', 'Ты', 'suggestion'],
        [11, 14, 'ваш', 'твой', 'suggestion'],
      ],
    ],
    ['familiar', 'ru-RU', 'Мы ждём Вас', [[8, 11, 'Вас', 'тебя', 'warning']]],
    ['polite', 'id-ID', 'Bingkai pilihan kamu', [[16, 20, 'kamu', 'Anda', 'warning']]],
    ['polite', 'id-ID', 'Coba di rumahmu', [[8, 15, 'rumahmu', 'rumah Anda', 'warning']]],
    ['polite', 'id-ID', 'Untuk kalian semua', [[6, 12, 'kalian', '', 'warning']]],
    [
      'familiar',
      'id-ID',
      'Anda dan rumah Anda',
      [
        [0, 4, 'Anda', 'Kamu', 'warning'],
        [15, 19, 'Anda', 'kamu', 'warning'],
      ],
    ],
    [
      'polite',
      'zh-TW',
      '你們與你',
      [
        [0, 2, '你們', '各位', 'warning'],
        [3, 4, '你', '您', 'warning'],
      ],
    ],
    ['familiar', 'zh-TW', '歡迎您', [[2, 3, '您', '你', 'warning']]],
    [
      'polite',
      'fa-IR',
      'برای تو ببین',
      [
        [5, 7, 'تو', 'شما', 'suggestion'],
        [8, 12, 'ببین', 'ببینید', 'warning'],
      ],
    ],
    ['polite', 'fa-IR', 'هرچه می خواهی', [[5, 13, 'می خواهی', 'می‌خواهید', 'warning']]],
    [
      'familiar',
      'fa-IR',
      'شما انتخاب کنید',
      [
        [0, 3, 'شما', 'تو', 'suggestion'],
        [4, 15, 'انتخاب کنید', 'انتخاب کن', 'suggestion'],
      ],
    ],
  ] as const)('not %s in %s: %s', (address, locale, text, expected) => {
    expect(found(address, locale, text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    ['familiar', 'el-GR', 'Ο καφές σου και εσύ: μάθε, δοκίμασε'],
    ['polite', 'el-GR', 'Ο καφές σας, δείτε'],
    ['polite', 'el-GR', 'Δοκίμασε με τον φίλο του, με σένα'.replace(', με σένα', '')],
    ['polite', 'ru-RU', 'Кофе для вас, выберите вкус, тыква'],
    ['polite', 'ru-RU', 'Гость сказал: «Ты лучший»'],
    ['familiar', 'ru-RU', 'Ты знаешь, твоя мята, выставка'],
    ['polite', 'id-ID', 'Anda bertemu tamu, jamu, ilmu, semu, temu'],
    ['polite', 'id-ID', 'kamus, kalianda, @kamu #kamu kamu.example'],
    ['familiar', 'id-ID', 'rumahmu dan kamu'],
    ['polite', 'zh-TW', '為您準備迷你杯'],
    ['familiar', 'zh-TW', '為你與你們'],
    ['polite', 'fa-IR', 'برای شما انتخاب کنید، توت، بیان'],
    ['familiar', 'fa-IR', 'برای تو'],
    ['polite', 'en-US', 'you and your mint'],
  ] as const)('%s in %s: %s', (address, locale, text) => {
    expect(found(address, locale, text)).toEqual([]);
  });

  test('a word of a name', () => {
    const guide = {
      voice: { address: { id: 'polite' as const } },
      names: [{ id: 'k', canonical: 'Kopi Kamu' }],
    };
    expect(lintWith('address-form', { guide, locale: 'id-ID' }, 'Kopi Kamu untuk Anda')).toEqual([]);
  });
});

describe('mends where the sentence stays right', () => {
  test.each([
    ['polite', 'id-ID', 'KAMU, kamulah, Kamu', 'ANDA, Andalah, Anda'],
    ['familiar', 'id-ID', 'ANDA. Anda dan Anda', 'KAMU. Kamu dan kamu'],
    ['polite', 'zh-TW', '你好，你的妳', '您好，您的您'],
    ['polite', 'ru-RU', 'Ты хочешь', 'Ты хочешь'],
  ] as const)('%s in %s: %s', (address, locale, text, fixed) => {
    expect(fixWith('address-form', setting(address, locale), text)).toBe(fixed);
  });
});

test('says which form it is, and where it is not sure', () => {
  const [one] = lintWith('address-form', setting('familiar', 'el-GR'), 'Ο καφές σας');
  expect(one?.message).toBe(
    '“σας” is the polite form, and the brand addresses its readers in the familiar one, unless several people are meant.',
  );
});
