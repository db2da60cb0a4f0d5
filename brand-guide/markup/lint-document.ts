/** Lints a document as one text, its findings over the source. */
import type { Channel } from '../engine/channel.ts';
import { lint } from '../engine/lint.ts';
import type { CompiledGuide } from '../engine/compile-rules.ts';
import type { Finding } from '../engine/types.ts';
import { projectionOf } from './projection.ts';
import { overSource } from './trace.ts';
import type { SourceDocument } from './types.ts';

/** The prose is the main part of the channel, or a part named `text`. Pure; ranges slice the source to the evidence. */
export function lintDocument(
  compiled: CompiledGuide,
  document: SourceDocument,
  channel?: Channel,
): readonly Finding[] {
  const projection = projectionOf(document);
  const field = channel?.spec.fields[0].name ?? 'text';
  const part = {
    field,
    text: projection.text,
    ...(projection.scopes.length > 0 && { scopes: projection.scopes }),
  };
  const findings = lint(compiled, {
    parts: [part],
    locale: compiled.place.locale,
    ...(channel && { channel }),
  });
  return overSource(document, projection, findings);
}
