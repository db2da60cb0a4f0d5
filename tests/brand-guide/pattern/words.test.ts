/** Where words begin and end in six scripts, and what half characters and invisible ones do. */
import { expect, it } from 'vitest';
import { found, matchesOf } from './find.ts';

/** pattern, text, what is found */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['\\bcaf\\b', 'café', []],
  ['\\bcaf\\b', 'caf\u0065\u0301', []],
  ['\\bcafe\\b', 'cafe\u0301', []],
  ['\\bδωρο\\b', 'δωρο, δωροδοκία', ['δωρο']],
  ['\\bνόμο\\b', 'νόμος', []],
  ['\\bкот\\b', 'кот, котик и скот', ['кот']],
  ['\\bмасла\\b', 'масла-то', ['масла']],
  ['\\bmasa\\b', 'masalah masa', ['masa']],
  ['\\b優惠\\b', '優惠 優惠券', ['優惠']],
  ['優惠', '限時優惠券', ['優惠']],
  ['\\bکتاب\\b', 'کتاب‌ها', []],
  ['\\bکتاب\\b', 'کتاب ها', ['کتاب']],
  ['\\b٣\\b', '٣ ٣٤', ['٣']],
  ['\\ba\\b', 'a\u200db a', ['a']],
  ['\\ba\\b', 'a_b a‿b a', ['a']],
  ['\\ba\\b', '\u202ea\u202c \u200ea\u200f', ['a', 'a']],
  ['\\Ba\\B', 'bab a', ['a']],
  ['a\\B', 'ab a', ['a']],
  ['\\b-\\b', 'a-b - c', ['-']],
  ['\\b', '👍', []],
  ['\\b𝒳\\b', 'x𝒳 𝒳', ['𝒳']],
  ['.', '👍\ud83d', ['👍', '\ud83d']],
  ['[^a]', '\udc4d\ud83da', ['\udc4d', '\ud83d']],
  ['\\bx\\b', '\ud83dx\udc4d', ['x']],
  ['👩\u200d', '👩\u200d👧', ['👩\u200d']],
  ['\\w+', '\u200dß\u200c', ['\u200dß\u200c']],
];

it.each(rows)('%s in %j finds %j', (source, text, expected) => {
  expect(found(source, text)).toEqual(expected);
  for (const match of matchesOf(source, text)) expect(text.slice(match.start, match.end)).toBe(match.text);
});
