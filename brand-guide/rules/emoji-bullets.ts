/** Finds lists whose bullets are emoji. */
import { emojiIn } from '../engine/emoji.ts';
import type { Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';

/** From this many lines on it is a list. */
const LINES = 3;
/** Longer than any emoji: what opens a line is sought in so much of it. */
const OPENING = 60;
const BULLET = '•';

/** A line that an emoji opens; `end` is the line's. */
interface Bulleted extends Range {
  /** Without its variation selector. */
  readonly emoji: string;
  readonly emojiEnd: number;
}

/** The emoji that opens a line with words behind it. */
function bulletOf(text: string, start: number, end: number): Bulleted | undefined {
  const line = text.slice(start, Math.min(end, start + OPENING));
  const from = line.length - line.trimStart().length;
  const [first] = emojiIn(line);
  if (first?.start !== from || !/[\p{L}\p{N}]/u.test(text.slice(start + first.end, end))) return undefined;
  const emoji = line.slice(first.start, first.end).replaceAll('\uFE0F', '');
  return { emoji, start: start + from, emojiEnd: start + first.end, end };
}

/** The lines of each list; empty lines between them do not end it. */
function listsOf(text: string): Bulleted[][] {
  const lists: Bulleted[][] = [];
  let open: Bulleted[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    if (line.trim() === '') continue;
    const bullet = bulletOf(text, index, index + line.trimEnd().length);
    if (bullet && bullet.emoji === open[0]?.emoji) open.push(bullet);
    else {
      open = bullet ? [bullet] : [];
      if (bullet) lists.push(open);
    }
  }
  return lists.filter((list) => list.length >= LINES);
}

function plainList(text: string, list: readonly Bulleted[]): string {
  const [first] = list;
  let written = '';
  let at = first?.start ?? 0;
  for (const { start, emojiEnd, end } of list) {
    const rest = text.slice(emojiEnd, end);
    written += text.slice(at, start) + BULLET + (/^\s/u.test(rest) ? '' : ' ') + rest;
    at = end;
  }
  return written;
}

function* listsIn({ text, field }: Part): Iterable<Report> {
  for (const list of listsOf(text)) {
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last) continue;
    const emoji = text.slice(first.start, first.emojiEnd);
    const message = `A screen reader says “${emoji}” before each of these ${list.length} lines; write a plain list.`;
    yield { field, start: first.start, end: last.end, message, suggestions: [plainList(text, list)] };
  }
}

export const emojiBullets: Rule = {
  meta: {
    id: 'emoji-bullets',
    says: 'A list has bullets, not emoji, where the guide wants none as bullets.',
    severity: 'suggestion',
    fixable: false,
    languages: 'any',
    docs: 'Where `emoji.asBullets` is false, finds three or more lines in a row that the same emoji opens; empty lines between them do not matter. The suggestion is the same list with plain bullets.',
    options: ['emoji'],
    examples: [
      {
        guide: { emoji: { asBullets: false } },
        locale: 'en-US',
        accept: ['✅ Mint\n✅ Milk', '🌿 Mint\n🥛 Milk\n☕ Coffee', '• Mint\n• Milk\n• Coffee'],
        reject: [{ text: 'New:\n✅ Mint\n✅ Milk\n✅ Ice', evidence: '✅ Mint\n✅ Milk\n✅ Ice' }],
      },
      {
        guide: { emoji: { asBullets: false } },
        locale: 'fa-IR',
        accept: ['✨ سلام'],
        reject: [{ text: '✔️ عینک\n✔️ لنز\n✔️ معاینه', evidence: '✔️ عینک\n✔️ لنز\n✔️ معاینه' }],
      },
    ],
  },
  wanted: ({ emoji }) => emoji?.asBullets === false,
  *check({ subject }: RuleContext) {
    for (const part of subject.parts) yield* listsIn(part);
  },
};
