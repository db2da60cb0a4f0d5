/** Applies the guide's safe fixes to a text until nothing changes. */
import type { Channel } from '../../brand-guide/engine/channel.ts';
import { applyFixes } from '../../brand-guide/engine/fixes.ts';
import type { Judgement } from '../../brand-guide/engine/lint.ts';
import type { Finding, Part } from '../../brand-guide/engine/types.ts';
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

/** The part with its findings' fixes, save those that would change a fact in it. */
export const fixedPart = (part: Part, findings: readonly Finding[], read: Reader): Part =>
  fixed(part, findings, read).part;

function fixed(part: Part, findings: readonly Finding[], read: Reader): FixedPart {
  const own = findings.filter((finding) => finding.field === part.field && finding.fix);
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

/** `judged` tells what the guide finds in a content. */
export function mended(
  first: Content,
  judged: (content: Content) => Pick<Judgement, 'fixable' | 'findings'>,
  read: Reader,
  channel: Channel | undefined,
): Mended {
  let content = first;
  let judgement = judged(first);
  const changed: Note[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fixable = judgement.fixable();
    const results = content.parts.map((part) => fitting(part, fixed(part, fixable, read), channel));
    if (results.every(({ part }, index) => part.text === content.parts[index]?.text)) break;
    changed.push(...results.flatMap(({ applied }) => applied.map(noted)));
    content = { ...content, parts: results.map(({ part }) => part) };
    judgement = judged(content);
  }
  return { content, changed, findings: judgement.findings() };
}
