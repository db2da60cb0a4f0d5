/** Words of six scripts to make messages of, and how each of them says the offer. */

const english = {
  words: ['mint', 'fresh', 'ice', 'café', 'growers', 'slowly'],
  lean: 'It',
  price: '£4.50',
  offer: '15% off',
  stop: '.',
  ask: '?',
} as const;

/** `lean` opens a sentence that needs the one before. */
export const TONGUES = {
  'en-GB': english,
  'en-US': english,
  'en-IE': english,
  'el-GR': {
    words: ['δυόσμος', 'πάγος', 'καφές', 'αργά', 'φρέσκος', 'κήπος'],
    lean: 'Έτσι',
    price: '4,50 £',
    offer: 'έκπτωση 15%',
    stop: '.',
    ask: ';',
  },
  'ru-RU': {
    words: ['мята', 'лёд', 'кофе', 'медленно', 'свежий', 'сад'],
    lean: 'Поэтому',
    price: '4,50 £',
    offer: 'скидка 15%',
    stop: '.',
    ask: '?',
  },
  'id-ID': {
    words: ['mint', 'es', 'kopi', 'perlahan', 'segar', 'kebun'],
    lean: 'Jadi',
    price: '£4,50',
    offer: 'diskon 15%',
    stop: '.',
    ask: '?',
  },
  'zh-TW': {
    words: ['薄荷', '冰塊', '咖啡', '慢慢', '清晨', '農人'],
    lean: '因此',
    price: '£4.50',
    offer: '15% 折扣',
    stop: '。',
    ask: '？',
  },
  'fa-IR': {
    words: ['نعنا', 'یخ', 'قهوه', 'آهسته', 'تازه', 'باغ'],
    lean: 'بنابراین',
    price: '۴٫۵۰ پوند',
    offer: '۱۵٪ تخفیف',
    stop: '.',
    ask: '؟',
  },
} as const;
export type Tongue = keyof typeof TONGUES;
export const LOCALES = Object.keys(TONGUES).filter((one): one is Tongue => one in TONGUES);
