/** Finds what floods a text for whoever listens to it. */
import { drawnOut, emojiWalls, fillerLines, padding, tagWalls } from '../engine/floods.ts';
import type { Flood } from '../engine/floods.ts';
import { foldText } from '../engine/fold.ts';
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Part, Report, Rule, RuleContext, Severity } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';

const SAYS: Readonly<Record<Flood['kind'], (count: number) => string>> = {
  filler: (count) =>
    count === 1
      ? 'A screen reader stops at a line that only makes room; leave an empty line.'
      : `A screen reader stops at ${count} lines that only make room; leave an empty line.`,
  padding: (count) => `${count} invisible characters in a row; remove them.`,
  emoji: (count) => `A screen reader says all ${count} emoji of this row; keep one or two.`,
  hashtags: (count) => `A wall of ${count} hashtags; keep the few that people follow.`,
  letters: (count) => `A letter ${count} times in a row cannot be read out; write the word as it is.`,
};
const SEVERITY: Readonly<Record<Flood['kind'], Severity>> = {
  filler: 'warning',
  padding: 'warning',
  emoji: 'suggestion',
  hashtags: 'suggestion',
  letters: 'suggestion',
};

function reportOf(part: Part, { kind, start, end, count, fix, suggestions }: Flood): Report {
  return {
    field: part.field,
    start,
    end,
    message: SAYS[kind](count),
    severity: SEVERITY[kind],
    ...(fix && { fix }),
    ...(suggestions && { suggestions }),
  };
}

function namesOf({ names = [] }: Guide): string[] {
  return names
    .flatMap((name) => [name.canonical, ...Object.values(name.forms ?? {}).flat()])
    .map((name) => foldText(name));
}

/** Letters in links, tags and code are no words, and a name may be spelt with them. */
function letters(context: RuleContext, part: Part): Flood[] {
  const found = drawnOut(part.text);
  if (found.length === 0) return [];
  const names = namesOf(context.guide);
  return outside(found, closedScopes(context, part)).filter(({ start, end }) => {
    const run = foldText(part.text.slice(start, end));
    return !names.some((name) => name.includes(run));
  });
}

function floodsOf(context: RuleContext, part: Part): Flood[] {
  const { text } = part;
  const fillers = fillerLines(text);
  const walls = [...emojiWalls(text), ...tagWalls(text, context.scopes(part))];
  return [...fillers, ...outside(padding(text), fillers), ...walls, ...letters(context, part)];
}

export const captionFlood: Rule = {
  meta: {
    id: 'caption-flood',
    says: 'A text is not padded, and holds no walls of emoji, tags or repeated letters.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Finds lines of lone dots or blank characters that only make room (the fix leaves one empty line), two or more invisible characters in a row (the fix removes them), more than five emoji in a row, more than ten hashtags in a row or more than three lines of them, and a letter four times or more in a row outside names, links and tags.',
    options: ['names'],
    examples: [
      {
        guide: {},
        locale: 'en-US',
        accept: ['Mint is back.\n\nSo good!', 'Hmmm… www.northwind.com', 'Mint 🌿🌿🌿'],
        reject: [
          { text: 'Mint.\n.\n.\nLink in bio', evidence: '.\n.', fixed: 'Mint.\n\nLink in bio' },
          { text: 'Mint.\n\u2800\n#Mint', evidence: '\u2800', fixed: 'Mint.\n\n#Mint' },
          { text: 'Sooooo good', evidence: 'ooooo' },
          { text: 'New 🌿🌿🌿🌿🌿🌿', evidence: '🌿🌿🌿🌿🌿🌿' },
        ],
      },
      {
        guide: {},
        locale: 'fa-IR',
        accept: ['سلام', 'می‌خواهم'],
        reject: [{ text: 'سلاااااام', evidence: 'اااااا' }],
      },
    ],
  },
  *check(context) {
    for (const part of context.subject.parts)
      for (const flood of floodsOf(context, part)) yield reportOf(part, flood);
  },
};
