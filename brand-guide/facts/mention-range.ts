/** Ranges between two mentions of one kind: "€10–€20" begins at ten and goes up to twenty. */
import type { FoldedText } from './fold.ts';
import { anyOf, fromAll, LETTER } from './lexicon.ts';
import type { FactValue, Mention } from './types.ts';

const WORD = `(?<!${LETTER})${anyOf(fromAll((language) => language.date.range))}(?!${LETTER})`;
const JOIN = new RegExp(`^ ?(?:[-–—~]|${WORD}) ?$`, 'u');
const AND = new RegExp(`^ ?${anyOf(['and', 'και', 'и', 'dan', 'و', '和'])} ?$`, 'u');
const BETWEEN = new RegExp(
  `(?<!${LETTER})${anyOf(['between', 'μεταξύ', 'между', 'antara', 'بین', '介於'])} ?$`,
  'u',
);
const REACH = 12;

/** What must be the same at both ends, and the number that must grow. */
function measured(value: FactValue | undefined, kind: Mention['kind']): [string, number] | undefined {
  if (typeof value === 'object')
    return 'amount' in value
      ? [value.currency, Number(value.amount)]
      : [String(value.reduction), Number(value.percent)];
  return kind === 'quantity' && value !== undefined ? ['', Number(value)] : undefined;
}

function isRange(text: FoldedText, low: Mention, high: Mention): boolean {
  if (low.kind !== high.kind || low.readings.length !== 1 || high.readings.length !== 1) return false;
  const [from, to] = [measured(low.readings[0], low.kind), measured(high.readings[0], high.kind)];
  if (!from || !to || from[0] !== to[0] || from[1] >= to[1]) return false;
  const gap = text.folded(low.end, high.start);
  const { start } = text.folded(low.start, low.end);
  const between = text.text.slice(gap.start, gap.end);
  if (JOIN.test(between)) return true;
  return AND.test(between) && BETWEEN.test(text.text.slice(Math.max(0, start - REACH), start));
}

/** Gives both ends of each range their qualifiers; mentions in text order. */
export function withMentionRanges(text: FoldedText, mentions: readonly Mention[]): Mention[] {
  const ranged = [...mentions];
  for (let at = 1; at < ranged.length; at += 1) {
    const [low, high] = [ranged[at - 1], ranged[at]];
    if (low && high && isRange(text, low, high))
      ranged.splice(at - 1, 2, { ...low, qualifier: 'from' }, { ...high, qualifier: 'up-to' });
  }
  return ranged;
}
