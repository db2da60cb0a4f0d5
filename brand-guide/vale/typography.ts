/** Turns typewriter punctuation into typographic and back, and letters into plain ones. */

const DUMB: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '—': '---',
  '–': '--',
  '…': '...',
  '\u00A0': ' ',
};

const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
};

export function straightened(text: string): string {
  return text.replaceAll(/[‘’“”—–…\u00A0]/gu, (mark) => DUMB[mark] ?? mark);
}

/** A quotation mark opens after white space, a bracket or a dash. */
export function typographic(text: string): string {
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('...', '…')
    .replaceAll(/(?<=^|[\s([{<—–/])"/gu, '“')
    .replaceAll('"', '”')
    .replaceAll(/(?<=^|[\s([{<—–/])'/gu, '‘')
    .replaceAll("'", '’');
}

export function plainLetters(text: string): string {
  return straightened(text)
    .replaceAll(/[æÆœŒßøØđĐłŁþÞðÐ]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
}
