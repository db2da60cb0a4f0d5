/** Finds the few characters that force an SMS into the encoding that takes more than twice the segments. */
import type { Channel } from '../engine/channel.ts';
import { foreignRuns, greekCapitals, withStandIns } from '../engine/gsm.ts';
import type { ForeignRun } from '../engine/gsm.ts';
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';

/** From this share of its letters on, a text is written in another alphabet rather than sprinkled with it. */
const ANOTHER_ALPHABET = 0.2;

interface Costs {
  readonly before: number;
  readonly after: number;
}

function segments(count: number): string {
  return count === 1 ? '1 segment' : `${count} segments`;
}

function costing({ before, after }: Costs): string {
  return before === after
    ? `it is ${segments(before)} either way`
    : `${segments(after)} instead of ${before} without it`;
}

function isInAnotherAlphabet(text: string, foreign: string): boolean {
  const others = foreign.match(/(?!\p{sc=Latin})\p{L}/gu)?.length ?? 0;
  return others > (text.match(/\p{L}/gu)?.length ?? 0) * ANOTHER_ALPHABET;
}

function isGreek(text: string): boolean {
  return /\p{sc=Greek}/u.test(text);
}

function* each(
  { text, field }: Part,
  runs: readonly ForeignRun[],
  costs: Costs,
  open: ReadonlySet<ForeignRun>,
): Iterable<Report> {
  const severity = costs.after < costs.before ? 'warning' : 'suggestion';
  for (const run of runs) {
    const { start, end } = run;
    const evidence = text.slice(start, end);
    const write = run.text === '' ? 'leave it out' : `write “${run.text}”`;
    const message = `“${evidence}” is not in GSM-7, so the whole message is sent as UCS-2; ${write}: ${costing(costs)}.`;
    const fix = { start, end, text: run.text };
    const mend = run.kind === 'same' && open.has(run) ? { fix } : { suggestions: [run.text] };
    yield { field, start, end, message, severity, ...mend };
  }
}

/** One finding for the whole: capitals are a decision about the message, not about a letter. */
function* inCapitals(
  { text, field }: Part,
  runs: readonly ForeignRun[],
  pieces: (text: string) => number,
): Iterable<Report> {
  const [start, end] = [runs[0]?.start ?? 0, runs.at(-1)?.end ?? 0];
  const capitals = greekCapitals(text);
  const rest = foreignRuns(capitals);
  if (rest.some(({ kind }) => kind === 'none')) return;
  const costs = { before: pieces(text), after: pieces(withStandIns(capitals, rest)) };
  if (costs.after >= costs.before) return;
  const part = greekCapitals(text.slice(start, end));
  const message = `Small Greek letters are sent as UCS-2; in capitals this is ${segments(costs.after)} instead of ${costs.before}.`;
  yield {
    field,
    start,
    end,
    item: 'greek',
    message,
    severity: 'suggestion',
    suggestions: [withStandIns(part, foreignRuns(part))],
  };
}

function* check(context: RuleContext, { pieces }: Channel, part: Part): Iterable<Report> {
  const { text } = part;
  const all = foreignRuns(text);
  if (all.length === 0 || !pieces) return;
  const foreign = all.map(({ start, end }) => text.slice(start, end)).join('');
  if (isInAnotherAlphabet(text, foreign)) {
    if (isGreek(foreign)) yield* inCapitals(part, all, pieces);
    return;
  }
  const sent = outside(
    all,
    context.scopes(part).filter(({ kind }) => kind === 'merge-tag'),
  );
  const costs = { before: pieces(text), after: pieces(withStandIns(text, sent)) };
  yield* each(part, sent, costs, new Set(outside(sent, closedScopes(context, part))));
}

export const smsEncoding: Rule = {
  meta: {
    id: 'sms-encoding',
    says: 'An SMS is not made longer by a character that has a plain stand-in.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'One character outside GSM-7 makes a whole SMS UCS-2: 70 characters a segment instead of 160. Finds each such character in a text that is otherwise GSM-7 and says the segments with and without it (a suggestion where they are the same). The fix writes a mark’s or space’s plain stand-in; letters, signs and emoji are only suggested. A text in another alphabet is left alone; small Greek letters, where capitals save segments, are one suggestion for the whole message.',
    options: [],
    examples: [
      {
        guide: {},
        locale: 'en-US',
        channel: 'sms',
        accept: ["It's Java Mint café time - $4.95", 'Ελάτε', 'Скидка – 20%'],
        reject: [
          { text: 'It’s here', evidence: '’', fixed: "It's here" },
          { text: 'Mint – at last…', evidence: '…', fixed: 'Mint - at last...' },
          { text: 'Mint 🌿', evidence: '🌿' },
        ],
      },
      {
        guide: {},
        locale: 'el-GR',
        channel: 'sms',
        accept: ['NEA ΓYAΛIA', 'Νέα γυαλιά'],
        reject: [
          {
            text: `Νέα γυαλιά, ${'και φακοί, '.repeat(6)}τώρα`,
            evidence: `Νέα γυαλιά, ${'και φακοί, '.repeat(6)}τώρα`,
          },
        ],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel === 'sms',
  *check(context) {
    const { channel, parts } = context.subject;
    if (channel?.spec.id !== 'sms') return;
    for (const part of parts) yield* check(context, channel, part);
  },
};
