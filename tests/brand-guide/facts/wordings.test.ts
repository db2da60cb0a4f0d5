/** Names and legal lines as a table: which wordings state them, and where nothing can be checked. */
import { expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import type { Fact, KnownName } from '../../../brand-guide/facts/types.ts';

const lumen: Fact = { id: 'brand', kind: 'name', value: 'Lumen', required: true };
const guide: KnownName[] = [
  {
    canonical: 'Lumen',
    forms: {
      el: ['Λούμεν', 'Λούμεν Οπτικά'],
      ru: ['Люмен', 'Люмена', 'Люмену'],
      fa: ['لومن', 'عینک\u200cسازی لومن'],
      zh: ['流明眼鏡'],
    },
    never: ['Lúmen', 'Λιούμεν'],
  },
  { canonical: 'Northwind' },
];
const trial: Fact = {
  id: 'trial',
  kind: 'name',
  value: 'Home Trial',
  forms: {
    en: ['Home Trial', 'home-trial'],
    fa: ['امتحان\u200cخانگی'],
    ru: ['Примерка дома', 'Примерку дома'],
  },
  required: true,
};
const allergens: Fact = {
  id: 'allergens',
  kind: 'legal',
  value: 'Contains "milk" & nuts.',
  forms: { en: ['Contains "milk" & nuts.'], el: ['Περιέχει γάλα.'] },
  required: true,
};

const rows: [fact: Fact, locale: string, text: string, state: string][] = [
  [lumen, 'en-GB', 'Try Lumen at home', 'stated'],
  [lumen, 'en-GB', 'Try Lumens at home', 'missing'],
  [lumen, 'en-GB', 'Try Lúmen at home', 'missing'],
  [lumen, 'el-GR', 'Η Λούμεν σάς περιμένει', 'stated'],
  [lumen, 'el-GR', 'ΛΟΥΜΕΝ ΟΠΤΙΚΑ', 'stated'],
  [lumen, 'el-GR', 'η λουμεν', 'missing'],
  [lumen, 'el-GR', 'Η Λιούμεν', 'missing'],
  [lumen, 'el-GR', 'Η Lumen σάς περιμένει', 'stated'],
  [lumen, 'ru-RU', 'Заходите к Люмену', 'stated'],
  [lumen, 'ru-RU', 'Заходите в Люменом', 'missing'],
  [lumen, 'fa-IR', 'به عینک سازی لومن سر بزنید', 'stated'],
  [lumen, 'fa-IR', 'لومن‌ها', 'stated'],
  [lumen, 'zh-TW', '歡迎光臨流明眼鏡門市', 'stated'],
  [lumen, 'id-ID', 'Coba Northwind', 'missing'],
  [trial, 'en-GB', 'Book a home-trial', 'stated'],
  [trial, 'fa-IR', 'امتحان خانگی عینک', 'stated'],
  [trial, 'ru-RU', 'Закажите примерку дома', 'stated'],
  [trial, 'ru-RU', 'Примеркой дома', 'missing'],
  [trial, 'id-ID', 'Home Trial', 'unchecked'],
  [allergens, 'en-GB', 'Now with mint. Contains\n“milk”  & nuts.', 'stated'],
  [allergens, 'en-GB', 'Contains milk & nuts.', 'missing'],
  [allergens, 'en-GB', 'Contains "milk" and nuts.', 'missing'],
  [allergens, 'el-GR', 'ΠΕΡΙΕΧΕΙ ΓΑΛΑ.', 'stated'],
  [allergens, 'ru-RU', 'Содержит молоко.', 'unchecked'],
];
test.each(rows)('%j in %s: %j', (fact, locale, text, state) => {
  const parts = [{ field: 'text', text, mentions: [] }];
  const { facts } = compareFacts({ facts: [fact], parts, locale, names: guide });
  expect(facts[0]?.state).toBe(state);
});
