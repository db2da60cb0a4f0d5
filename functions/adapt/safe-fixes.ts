/** Applies the guide's safe fixes to a text until nothing changes. */
import type { Channel } from '../../brand-guide/engine/channel.ts';
import { applyFixes } from '../../brand-guide/engine/fixes.ts';
import type { Judgement } from '../../brand-guide/engine/lint.ts';
import type { Finding, Fix, Part } from '../../brand-guide/engine/types.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import type { Content, Note } from '../core/variant.ts';

/** A guide whose rules undo one another ends here; what is left is found. */
const MOST_PASSES = 5;

export interface Mended {
  readonly content: Content;
  readonly changed: readonly Note[];
  /** Of the content as it is now. */
  readonly findings: readonly Finding[];
}

interface FixedPart {
  readonly part: Part;
  readonly applied: readonly Finding[];
}

/** Whether the fix would write within a line that the guide itself asks for: it would be asked for anew. */
const isWithin = (text: string, { start, end }: Fix, line: string): boolean => {
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length))
    if (start < at + line.length && end > at) return true;
  return false;
};

/** The part with its findings' fixes, save those that would change a fact in it, or one of the guide's own `lines`. */
export const fixedPart = (
  part: Part,
  findings: readonly Finding[],
  read: Reader,
  lines: readonly string[],
): Part => fixed(part, findings, read, lines).part;

function fixed(part: Part, findings: readonly Finding[], read: Reader, lines: readonly string[]): FixedPart {
  const own = findings.filter(
    ({ field, fix }) => field === part.field && fix && !lines.some((line) => isWithin(part.text, fix, line)),
  );
  if (own.length === 0) return { part, applied: [] };
  const { text, applied } = applyFixes(part.text, own, read);
  return { part: { ...part, text }, applied };
}

/** A fix that makes a text too long for its channel is left to a person, for it would trade one fault for another. */
function fitting(part: Part, result: FixedPart, channel: Channel | undefined): FixedPart {
  const fits = ({ text, field }: Part): boolean => channel?.count(text, field).fits ?? true;
  return fits(result.part) || !fits(part) ? result : { part, applied: [] };
}

function noted({ evidence, fix, message }: Finding): Note {
  const was = evidence === '' ? '' : `“${evidence}” → `;
  return { what: `${was}“${fix?.text.trim() ?? ''}”`, why: message };
}

/** `judged` tells what the guide finds in a content; `lines` of the guide's own stay as they are. */
export function mended(
  first: Content,
  judged: (content: Content) => Pick<Judgement, 'fixable' | 'findings'>,
  read: Reader,
  channel: Channel | undefined,
  lines: readonly string[],
): Mended {
  let content = first;
  let judgement = judged(first);
  const changed: Note[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fixable = judgement.fixable();
    const results = content.parts.map((part) => fitting(part, fixed(part, fixable, read, lines), channel));
    if (results.every(({ part }, index) => part.text === content.parts[index]?.text)) break;
    changed.push(...results.flatMap(({ applied }) => applied.map(noted)));
    content = { ...content, parts: results.map(({ part }) => part) };
    judgement = judged(content);
  }
  return { content, changed, findings: judgement.findings() };
}
