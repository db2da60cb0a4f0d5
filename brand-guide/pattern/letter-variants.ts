/** Which characters are the same letter in another case: Unicode's simple case folding, as regular expressions have it. */
import extras from './case-extras.json' with { type: 'json' };

/** Where going up and down again does not lead to the letter that a character folds to. */
const FOLDS: Readonly<Record<string, string>> = {
  '\u0131': '\u0131',
  '\u1fd3': '\u0390',
  '\u1fe3': '\u03b0',
  '\ufb05': '\ufb06',
};

/** Characters of a letter beside its small and its capital form. */
const EXTRAS: ReadonlyMap<string, string> = new Map(Object.entries(extras));

const isOne = (text: string): boolean => text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);

const upper = (character: string): string => {
  const up = character.toUpperCase();
  return isOne(up) ? up : character;
};

const foldCharacter = (character: string): string => {
  const known = FOLDS[character];
  if (known !== undefined) return known;
  const up = upper(character);
  const down = up.toLowerCase();
  return isOne(down) ? down : up;
};

/** The code point that stands for all variants of a letter. */
const foldPoint = (point: number): number =>
  foldCharacter(String.fromCodePoint(point)).codePointAt(0) ?? point;

/** All code points of the letter that a code point writes, itself included, ascending. */
export const variantsOf = (point: number): readonly number[] => {
  if (point < 0x41 || (point > 0x5a && point < 0x61)) return [point];
  const folded = foldCharacter(String.fromCodePoint(point));
  const all = [folded, upper(folded), ...(EXTRAS.get(folded) ?? '')];
  return [...new Set(all.map((one) => one.codePointAt(0) ?? 0))].toSorted((a, b) => a - b);
};

const foldedUnits = new Uint16Array(0x10000);
const isKnown = new Uint8Array(0x10000);

/** The same for a UTF-16 unit; a surrogate folds to itself. */
export const foldUnit = (unit: number): number => {
  if (isKnown[unit] === 1) return foldedUnits[unit] ?? unit;
  isKnown[unit] = 1;
  foldedUnits[unit] = unit >= 0xd800 && unit < 0xe000 ? unit : foldPoint(unit);
  return foldedUnits[unit] ?? unit;
};

/** Unit by unit, so that offsets stay. */
export const foldUnits = (text: string): Uint16Array => {
  const folded = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) folded[at] = foldUnit(text.charCodeAt(at));
  return folded;
};
