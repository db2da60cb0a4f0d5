/** Rule: a text holds no characters that steer a machine, turn the reading order over, or stand for a lost letter. */
import type { Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import { matchesOf } from '../engine/matches-of.ts';

/** Controls but tab and line breaks, overrides of the direction, non-characters, and the sign of a lost character. */
const RUN = /[\p{Cc}\p{Noncharacter_Code_Point}\u202D\u202E\uFFFD]+/gu;
const USUAL = /[\t\n\r]/u;
const LOST = '\uFFFD';

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const namesOf = (run: string): string => [...new Set([...run].map(codeOf))].join(', ');

/** What a reader misses has to be written by a person; the rest is taken away. */
function reportOf({ field }: Part, { start, end }: Range, run: string): Report {
  return run.includes(LOST)
    ? { field, start, end, message: `A character was lost here (${namesOf(run)}); write it again.` }
    : {
        field,
        start,
        end,
        message: `Nobody sees ${namesOf(run)}, and it may break or turn over what follows; remove it.`,
        fix: { start, end, text: '' },
      };
}

function* runsIn(text: string): Iterable<Range & { readonly run: string }> {
  for (const { index, 0: whole } of matchesOf(text, RUN)) {
    let start = index;
    for (const run of whole.split(USUAL)) {
      if (run !== '') yield { start, end: start + run.length, run };
      start += run.length + 1;
    }
  }
}

function* check({ subject }: RuleContext): Iterable<Report> {
  for (const part of subject.parts)
    for (const { run, ...range } of runsIn(part.text)) yield reportOf(part, range, run);
}

export const controlCharacter: Rule = {
  meta: {
    id: 'control-character',
    says: 'A text holds no control characters, no overrides of its direction and no sign of a lost character.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Finds control characters other than tab and line break, U+202D and U+202E, which turn the order of letters over, characters that Unicode keeps out of texts, and U+FFFD, which stands where a character was lost. The fix removes them; a lost character is for a person to write again. Marks that right-to-left texts need (U+200E, U+200F, isolates, the non-joiner) are left alone.',
    options: [],
    examples: [
      {
        guide: {},
        locale: 'en-US',
        accept: ['Two lines,\nand a\ttab', 'Mint ☕️ for a 👩‍🍳'],
        reject: [
          { text: 'Mint\u0000 latte', evidence: '\u0000', fixed: 'Mint latte' },
          { text: 'Red \u001B[31mmint', evidence: '\u001B', fixed: 'Red [31mmint' },
          { text: 'Price \u202E9.4$', evidence: '\u202E', fixed: 'Price 9.4$' },
          { text: 'Caf\uFFFD au lait', evidence: '\uFFFD' },
        ],
      },
      { guide: {}, locale: 'fa-IR', accept: ['نوشیدنی\u200Cهای تازه\u200F'] },
    ],
  },
  check,
};
