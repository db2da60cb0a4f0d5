/** The script that a locale is written in, and the scripts of words. */

const SCRIPTS = {
  Latn: ['Latin', /\p{sc=Latin}/u],
  Grek: ['Greek', /\p{sc=Greek}/u],
  Cyrl: ['Cyrillic', /\p{sc=Cyrillic}/u],
  Arab: ['Arabic', /\p{sc=Arabic}/u],
  Hani: ['Chinese', /[\p{sc=Han}\p{sc=Bopomofo}]/u],
  Kana: ['Japanese', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  Hang: ['Korean', /\p{sc=Hangul}/u],
  Hebr: ['Hebrew', /\p{sc=Hebrew}/u],
  Thai: ['Thai', /\p{sc=Thai}/u],
  Deva: ['Devanagari', /\p{sc=Devanagari}/u],
} as const satisfies Record<string, readonly [string, RegExp]>;
export type Script = keyof typeof SCRIPTS;

const isScript = (name: string): name is Script => name in SCRIPTS;
const ALL = Object.keys(SCRIPTS).filter(isScript);
const SEVERAL: Readonly<Record<string, readonly Script[]>> = {
  Hant: ['Hani'],
  Hans: ['Hani'],
  Jpan: ['Hani', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

const writings = new Map<string, string | undefined>();

function maximised(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined;
  }
}

/** As CLDR knows it: `Hant` for `zh-TW`; undefined for a tag that is none. */
export function writingOf(locale: string): string | undefined {
  if (!writings.has(locale)) writings.set(locale, maximised(locale));
  return writings.get(locale);
}

/** Undefined for a locale whose script is not known here. */
export function scriptsOf(locale: string): readonly Script[] | undefined {
  const writing = writingOf(locale);
  if (writing === undefined) return undefined;
  return SEVERAL[writing] ?? (isScript(writing) ? [writing] : undefined);
}

const known = new Map<number, Script | undefined>();

/** By its first letter. */
export function scriptOf(word: string): Script | undefined {
  const point = word.codePointAt(0) ?? 0;
  if (!known.has(point)) {
    const sign = String.fromCodePoint(point);
    known.set(
      point,
      ALL.find((name) => SCRIPTS[name][1].test(sign)),
    );
  }
  return known.get(point);
}

export const scriptName = (script: Script): string => SCRIPTS[script][0];
