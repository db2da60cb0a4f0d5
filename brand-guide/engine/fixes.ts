/** Applies the fixes of one text's findings. */
import { textOf } from '../facts/finder.ts';
import type { Mention } from '../facts/types.ts';
import { target } from '../facts/url.ts';
import type { Finding, Fix } from './types.ts';

export interface Fixed {
  readonly text: string;
  readonly applied: readonly Finding[];
  /** In their order; their ranges are still over the text before. */
  readonly left: readonly Finding[];
}

/** Reads the facts that a text states. */
export type ReadFacts = (text: string) => readonly Mention[];

interface Edit {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Fixes in order, without those that overlap or touch one before. */
function choose(findings: readonly Finding[], length: number): Edit[] {
  const wanted = findings
    .flatMap((finding) => (finding.fix ? [{ finding, fix: finding.fix }] : []))
    .filter(({ fix }) => fix.start >= 0 && fix.start <= fix.end && fix.end <= length)
    .toSorted((a, b) => a.fix.start - b.fix.start || a.fix.end - b.fix.end);
  const chosen: Edit[] = [];
  let reached = -1;
  for (const edit of wanted) {
    if (edit.fix.start <= reached) continue;
    chosen.push(edit);
    reached = edit.fix.end;
  }
  return chosen;
}

function write(text: string, edits: readonly Edit[]): string {
  let written = '';
  let at = 0;
  for (const { fix } of edits) {
    written += text.slice(at, fix.start) + fix.text;
    at = fix.end;
  }
  return written + text.slice(at);
}

/** A link is its target: another scheme or another spelling of its host leads to the same place. */
function keyOf({ kind, readings, day }: Mention): string {
  return JSON.stringify([kind, kind === 'url' ? readings.map((one) => target(textOf(one))) : readings, day]);
}

/** Whether every fact that one text states is stated by the other as often. */
function keepsFacts(before: string, after: string, read: ReadFacts): boolean {
  const counts = new Map<string, number>();
  for (const mention of read(after)) counts.set(keyOf(mention), (counts.get(keyOf(mention)) ?? 0) + 1);
  return read(before).every((mention) => {
    const left = (counts.get(keyOf(mention)) ?? 0) - 1;
    counts.set(keyOf(mention), left);
    return left >= 0;
  });
}

/** Rules whose fixes are about facts; theirs alone may change one. */
function mendsFacts({ finding }: Edit): boolean {
  return finding.rule.startsWith('fact-');
}

function factSafe(text: string, edits: readonly Edit[], read: ReadFacts): Edit[] {
  const others = edits.filter((edit) => !mendsFacts(edit));
  if (keepsFacts(text, write(text, others), read)) return [...edits];
  const safe = others.filter((edit) => keepsFacts(text, write(text, [edit]), read));
  const together = keepsFacts(text, write(text, safe), read);
  return edits.filter((edit) => mendsFacts(edit) || (together && safe.includes(edit)));
}

/**
 * One pass in order of place: a fix that overlaps or touches one before it is left, and so is one that would change
 * a fact that `read` finds in the text. Lint the result again for what is left.
 */
export function applyFixes(text: string, findings: readonly Finding[], read: ReadFacts = () => []): Fixed {
  const edits = factSafe(text, choose(findings, text.length), read);
  const done = new Set(edits.map((edit) => edit.finding));
  return {
    text: write(text, edits),
    applied: edits.map((edit) => edit.finding),
    left: findings.filter((finding) => !done.has(finding)),
  };
}
