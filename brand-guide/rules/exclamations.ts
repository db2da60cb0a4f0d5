/** Holds the exclamation marks of a text to the number that the guide allows. */
import { isProse, isVerbatim } from '../engine/prose.ts';
import type { Literal, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import { matchesOf } from '../engine/matches-of.ts';

const RUN = /[!！‼⁉?？]+(?!=)/gu;
const MARK = /[!！‼⁉]/gu;

interface Run extends Range {
  readonly part: Part;
  /** A doubled mark counts two. */
  readonly marks: number;
}

function countOf(run: string): number {
  return (run.match(MARK) ?? []).reduce((sum, mark) => sum + (mark === '‼' ? 2 : 1), 0);
}

/** Where the run begins behind a name that it ends. */
function ownStart(context: RuleContext, part: Part, start: number): number {
  return context.hits(part).find((hit) => hit.start <= start && hit.end > start)?.end ?? start;
}

function runsOf(context: RuleContext): Run[] {
  return context.subject.parts.flatMap((part) =>
    matchesOf(part.text, RUN).flatMap(({ index, 0: run }) => {
      const range = { start: ownStart(context, part, index), end: index + run.length };
      const marks = countOf(part.text.slice(range.start, range.end));
      return marks > 0 && isProse(context, part, range) ? [{ part, ...range, marks }] : [];
    }),
  );
}

/** What the run may keep: the marks that are left, else the end of a plain sentence or its question mark. */
function kept({ part, start, end }: Run, left: number): string {
  const run = part.text.slice(start, end);
  const wide = /[！？]/u.test(run) || /\p{sc=Han}$/u.test(part.text.slice(0, start));
  if (/[?？⁉]/u.test(run)) return wide ? '？' : '?';
  if (left > 0) return (wide ? '！' : '!').repeat(left);
  return wide ? '。' : '.';
}

function* tooMany(context: RuleContext, max: number, runs: readonly Run[], all: number): Iterable<Report> {
  let counted = 0;
  for (const run of runs) {
    const left = Math.max(0, max - counted);
    counted += run.marks;
    if (counted <= max || isVerbatim(context, run.part, run)) continue;
    const marks = all === 1 ? '1 exclamation mark' : `${all} exclamation marks`;
    yield {
      field: run.part.field,
      start: run.start,
      end: run.end,
      message: `${marks} in this text, and the guide allows ${max === 0 ? 'none' : `only ${max}`}; let the words do it.`,
      suggestions: [kept(run, left)],
    };
  }
}

export const exclamations: Rule = {
  meta: {
    id: 'exclamations',
    says: 'A text has no more exclamation marks than the guide allows.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Counts the exclamation marks of all parts of a text against `voice.exclamationMax`, and finds each run of them from the first that is too many. `!!!` counts three, `！` counts as `!`, an opening `¡` is not counted. A mark that belongs to a name of the guide or to a fact, and those in links, code and merge tags, are not counted.',
    options: ['voice'],
    examples: [
      {
        guide: { voice: { exclamationMax: 1 }, names: [{ id: 'yahoo', canonical: 'Yahoo!' }] },
        locale: 'en-US',
        accept: ['Mint is back!', 'Yahoo! writes about us. Come by!', '¡Hola!'],
        reject: [
          { text: 'Mint is back! Hurry!', evidence: '!' },
          { text: 'Mint is back!!!', evidence: '!!!' },
        ],
      },
      {
        guide: { voice: { exclamationMax: 0 } },
        locale: 'zh-TW',
        accept: ['薄荷回來了。'],
        reject: [{ text: '薄荷回來了！', evidence: '！' }],
      },
    ],
  },
  wanted: (guide) => guide.voice?.exclamationMax !== undefined,
  *literals(guide): Iterable<Literal> {
    for (const { id, canonical, forms } of guide.names ?? []) {
      for (const text of [canonical, ...Object.values(forms ?? {}).flat()])
        if (/[!！]/u.test(text)) yield { text, item: id, anywhere: true };
    }
  },
  *check(context) {
    const max = context.guide.voice?.exclamationMax;
    if (max === undefined) return;
    const runs = runsOf(context);
    const all = runs.reduce((sum, run) => sum + run.marks, 0);
    if (all > max) yield* tooMany(context, max, runs, all);
  },
};
