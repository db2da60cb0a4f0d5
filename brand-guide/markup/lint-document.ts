/** Lints a document as one text, its findings over the source. */
import type { Channel } from '../engine/channel.ts';
import type { CompiledGuide } from '../engine/compile-rules.ts';
import { lint } from '../engine/lint.ts';
import type { Finding, Subject } from '../engine/types.ts';
import { projectionOf, targetsOf } from './projection.ts';
import { inOrder, overSource } from './trace.ts';
import type { SourceDocument } from './types.ts';

/** What a rule may say of an address that no reader sees. */
const OF_TARGETS: ReadonlySet<string> = new Set(['link-policy']);
/** Not the field of the prose: the same address in both is two findings. */
const TARGETS = 'link';

function targetFindings(
  compiled: CompiledGuide,
  document: SourceDocument,
  about: Omit<Subject, 'parts'>,
): readonly Finding[] {
  const rules = compiled.rules.filter(({ rule }) => OF_TARGETS.has(rule.meta.id));
  const projection = rules.length > 0 ? targetsOf(document) : undefined;
  if (!projection?.text) return [];
  const parts = [{ field: TARGETS, text: projection.text }];
  const findings = lint({ ...compiled, rules }, { ...about, parts });
  return overSource(document, projection, findings);
}

/** The prose is the main part of the channel, or a part named `text`. Pure; ranges slice the source to the evidence. */
export function lintDocument(
  compiled: CompiledGuide,
  document: SourceDocument,
  channel?: Channel,
): readonly Finding[] {
  const projection = projectionOf(document);
  const { text, scopes, headings } = projection;
  const field = channel?.spec.fields[0].name ?? 'text';
  const part = {
    field,
    text,
    ...(scopes.length > 0 && { scopes }),
    ...(headings.length > 0 && { headings }),
  };
  const about = { locale: compiled.place.locale, ...(channel && { channel }) };
  const prose = overSource(document, projection, lint(compiled, { ...about, parts: [part] }));
  const targets = targetFindings(compiled, document, about);
  return targets.length === 0 ? prose : [...prose, ...targets].toSorted(inOrder);
}
