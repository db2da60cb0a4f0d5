/** Marks of the text's own script: full-width in Chinese, ، ؛ ؟ in Persian, the Greek question mark. */
import { mark } from './mark.ts';
import type { Mark } from './mark.ts';
import { matchesOf } from '../../engine/matches-of.ts';

interface Marks {
  readonly pattern: RegExp;
  readonly right: Readonly<Record<string, string>>;
  readonly why: string;
}

const HAN = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}';
const ARABIC = '(?=\\p{L})\\p{sc=Arabic}';

const BY_LANGUAGE = new Map<string, readonly Marks[]>([
  [
    'zh',
    [
      {
        pattern: new RegExp(`(?<=[${HAN}”」』）》])([,;:!?])(?![)D/|-]) *`, 'gu'),
        right: { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' },
        why: 'Chinese text takes full-width marks',
      },
      {
        pattern: new RegExp(`(?<=[${HAN}”」』）》])(\\.) *(?=[${HAN}\\s]|$)(?!\\.)`, 'gu'),
        right: { '.': '。' },
        why: 'Chinese text takes full-width marks',
      },
      {
        pattern: new RegExp(`(\\()(?=[^()（）\\n]{0,60}[${HAN}][^()（）\\n]{0,60}[)）])`, 'gu'),
        right: { '(': '（' },
        why: 'Chinese text takes full-width marks',
      },
      {
        pattern: new RegExp(`(\\))(?<=[(（][^()（）\\n]{0,60}[${HAN}][^()（）\\n]{0,60}\\))`, 'gu'),
        right: { ')': '）' },
        why: 'Chinese text takes full-width marks',
      },
    ],
  ],
  [
    'fa',
    [
      {
        pattern: new RegExp(
          `(?<=(?:${ARABIC}|[\\u064B-\\u0652\\u06F0-\\u06F9»)])\\s?)([,;?])(?![\\p{N}])`,
          'gu',
        ),
        right: { ',': '،', ';': '؛', '?': '؟' },
        why: 'Persian text takes its own marks',
      },
    ],
  ],
  [
    'el',
    [
      {
        pattern: /(?<=\p{sc=Greek}\p{M}?[»”)]?\s?)([?？])/gu,
        right: { '?': ';', '？': ';' },
        why: 'A Greek question ends with its own mark',
      },
      {
        pattern: /(\u037E)/gu,
        right: { '\u037E': ';' },
        why: 'The Greek question mark is written as a semicolon',
      },
      {
        pattern: /(\u0387)/gu,
        right: { '\u0387': '·' },
        why: 'The Greek raised dot is written as a middle dot',
      },
    ],
  ],
]);

/** A blank that follows a full-width mark goes with it. */
export function* ownMarks(text: string, language: string): Iterable<Mark> {
  for (const { pattern, right, why } of BY_LANGUAGE.get(language) ?? []) {
    for (const { 0: written, 1: sign = '', index } of matchesOf(text, pattern)) {
      const write = right[sign];
      const trailing = written.length > sign.length && text.charAt(index + written.length).trim() === '';
      if (write !== undefined) yield mark(index, trailing ? sign : written, write, why);
    }
  }
}
