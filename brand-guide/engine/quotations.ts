/** Finds what stands in quotation marks; an apostrophe, an inch and a foot never open one. */
import type { Scope } from './types.ts';
import { matchesOf } from './matches-of.ts';

interface Marks {
  /** Without it the pattern cannot match, and need not be tried. */
  readonly needs: readonly string[];
  readonly pattern: RegExp;
}

const IDEOGRAPH = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
/** Where a mark may open: behind no letter or figure of a script that spaces its words. */
const OPENS = String.raw`(?<!(?!${IDEOGRAPH})[\p{L}\p{N}\p{M}])`;
/** What an apostrophe stands before, where letters are left out. */
const CLIPPED_WORDS =
  'tis twas twere twill em cause cuz til till round bout neath n nuff kay s t d m re ve ll'.split(' ');
const EITHER_CASE = CLIPPED_WORDS.map(
  (word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`,
);
const CLIPPED = `(?!(?:${EITHER_CASE.join('|')})(?![\\p{L}\\p{N}])|\\d)`;
/** Long enough for a sentence or two, and bounded, since any apostrophe may look like an opening. */
const WITHIN = 300;

const QUOTATIONS: readonly Marks[] = [
  { needs: ['“', '„'], pattern: /„[^„“”]*[“”]|“[^“”]*”/gu },
  { needs: ['«'], pattern: /«[^«»]*»/gu },
  { needs: ['‹'], pattern: /‹[^‹›\n]*›/gu },
  { needs: ['「'], pattern: /「[^「」]*」/gu },
  { needs: ['『'], pattern: /『[^『』]*』/gu },
  { needs: ['《'], pattern: /《[^《》\n]*》/gu },
  { needs: ['"'], pattern: new RegExp(`${OPENS}"[^"\\n]+"`, 'gu') },
  {
    needs: ['‘', '‚'],
    pattern: new RegExp(
      `${OPENS}[‘‚](?=\\S)${CLIPPED}(?:[^‘’\\n]|’(?=\\p{L})){1,${WITHIN}}[‘’](?!\\p{L})`,
      'gu',
    ),
  },
  {
    needs: ["'"],
    pattern: new RegExp(
      `(?<=^|[\\s(\\[{“«—–])'(?=[\\p{L}\\p{N}])${CLIPPED}(?:[^'\\n]|'(?=\\p{L})){1,${WITHIN}}(?<=\\S)'(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },
];

/** In no order. None crosses an empty line. */
export function quotationsOf(text: string): Scope[] {
  const found: Scope[] = [];
  for (const { needs, pattern } of QUOTATIONS) {
    if (!needs.some((one) => text.includes(one))) continue;
    for (const { 0: match, index } of matchesOf(text, pattern)) {
      if (!/\n\s*\n/u.test(match)) found.push({ kind: 'quotation', start: index, end: index + match.length });
    }
  }
  return found;
}
