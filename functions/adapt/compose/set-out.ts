/** Sets a text's blocks in order: the guide's early lines first, the call where the guide wants it, the other lines behind. */
import type { Brief } from '../brief.ts';
import { lines, paragraphs } from './composition.ts';
import type { Notices } from './notices.ts';
import { beforeFold } from './fold.ts';

export interface Blocks {
  readonly notices: Notices;
  /** What is told, in its order. */
  readonly told: readonly string[];
  readonly call: string;
}

const written = (blocks: readonly string[]): readonly string[] => blocks.filter((block) => block !== '');

/** The blocks that say anything. */
export function setOut(brief: Brief, { notices, told, call }: Blocks): readonly string[] {
  const { position, beforeFold: soon } = brief.input.guide.cta ?? {};
  const early = lines(...notices.early);
  const notes = [lines(...notices.late), lines(...notices.last)];
  const [first = '', ...rest] = written(told);
  const front = [early, call, first, ...rest, ...notes];
  const usual =
    position === 'end'
      ? [early, first, ...rest, ...lastBut(brief, notices), call, lines(...brief.closing)]
      : [early, first, ...rest, call, ...notes];
  if (call === '' || position === 'start') return written(front);
  if (soon !== true) return written(usual);
  const orders = [usual, [early, first, call, ...rest, ...notes], front];
  return written(orders.find((order) => shows(brief, order, call)) ?? usual);
}

/** The late lines without those that close a letter, behind which nobody looks for its call. */
const lastBut = ({ closing }: Brief, { late, last }: Notices): readonly string[] => [
  lines(...late),
  lines(...last.filter((line) => !closing.includes(line))),
];

/** Whether the words of the call stand before the fold. */
function shows(brief: Brief, order: readonly string[], call: string): boolean {
  const at = order.indexOf(call);
  const asked = brief.cta.replace(/[:：.。]$/u, '');
  const words = asked !== '' && call.startsWith(asked) ? asked : call;
  return beforeFold(brief, paragraphs(...order.slice(0, at), words));
}
