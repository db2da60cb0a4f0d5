/** Brings findings over a document's prose back to its source. */
import { positionsOf } from '../engine/positions.ts';
import type { Finding, Fix } from '../engine/types.ts';
import type { Projection, SourceDocument } from './types.ts';

/** Characters that mean nothing to Markdown or HTML inside a line of prose. */
const HARMLESS =
  /^[\p{L}\p{M}\p{N}\p{Zs}\p{Sc}\p{Extended_Pictographic}\p{Cf}.,;:!?…'’‘"“”„«»「」『』，。！？、；：؟،؛()/%‰@#+=–—‑™®℠°·-]*$/u;
/** What would make a list, a heading or a rule of a line that begins with it. */
const MARKS_LINE = /^\s*(?:[-+=#>:]|\d+[.)])/u;

function beginsLine(source: string, offset: number): boolean {
  return /(?:^|[\n\r])[\s>]*$/u.test(source.slice(Math.max(0, offset - 80), offset));
}

/** The same change in the source; undefined where it would touch markup, or read as markup. */
function fixOver({ source }: SourceDocument, { map }: Projection, fix: Fix): Fix | undefined {
  if (!map.isVerbatim(fix) || !HARMLESS.test(fix.text)) return undefined;
  const { start, end } = map.toRange(fix);
  if (MARKS_LINE.test(fix.text) && beginsLine(source, start)) return undefined;
  return { start, end, text: fix.text };
}

/** What the finding's text would be, where the change lies inside it. */
function suggestionOf(text: string, { start, end }: Finding, fix: Fix): string | undefined {
  if (fix.start < start || fix.end > end) return undefined;
  return text.slice(start, fix.start) + fix.text + text.slice(fix.end, end);
}

function changes(
  document: SourceDocument,
  projection: Projection,
  finding: Finding,
): Pick<Finding, 'fix' | 'suggestions'> {
  const { fix, suggestions } = finding;
  const own = suggestions && { suggestions };
  if (!fix) return { ...own };
  const written = fixOver(document, projection, fix);
  if (written) return { ...own, fix: written };
  const suggestion = suggestionOf(projection.text, finding, fix);
  if (suggestion === undefined) return { ...own };
  return { suggestions: [suggestion, ...(suggestions ?? []).filter((one) => one !== suggestion)] };
}

/** As findings over one source are told. */
export function inOrder(a: Finding, b: Finding): number {
  return a.start - b.start || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) || a.end - b.end;
}

/**
 * Ranges, lines, columns and evidence over the source. A fix that cannot be written there without touching markup
 * becomes the first suggestion; fingerprints stay those of the prose, so that markup changes none.
 */
export function overSource(
  document: SourceDocument,
  projection: Projection,
  findings: readonly Finding[],
): readonly Finding[] {
  if (document.kind === 'text' || findings.length === 0) return findings;
  const position = positionsOf(document.source);
  const traced = findings.map(({ fix: _fix, suggestions: _suggestions, ...finding }, at): Finding => {
    const { start, end } = projection.map.toRange(finding);
    const evidence = document.source.slice(start, end);
    const whole = findings[at];
    return {
      ...finding,
      ...(whole && changes(document, projection, whole)),
      ...position(start),
      start,
      end,
      evidence,
    };
  });
  return traced.toSorted(inOrder);
}
