/** An adapted place as the command prints it. */
import type { Finding } from '../brand-guide/engine/types.ts';
import type { Voice } from './voices.ts';

/** A finding in one part of a variant. */
export function findingJson(finding: Finding) {
  const { field, rule, severity, message, start, end, line, column, fix, suggestions, evidence } = finding;
  return {
    field,
    rule,
    severity,
    message,
    start,
    end,
    line,
    column,
    ...(fix && { fix: { start: fix.start, end: fix.end, text: fix.text } }),
    ...(suggestions && { suggestions }),
    evidence,
  };
}

/** `problems` is what a person has to settle, beside what the findings say. */
export function voiceJson({ place, adapted }: Voice) {
  const { content, count, notes, findings } = adapted;
  const { step, channel, format, locale, account } = place;
  return {
    step,
    channel,
    format,
    locale,
    ...(account !== undefined && { account }),
    parts: Object.fromEntries(content.parts.map(({ field, text }) => [field, text])),
    ...(content.link !== undefined && { link: content.link }),
    media: content.media,
    length: count.length,
    limit: count.limit,
    unit: count.unit,
    kept: notes.kept,
    leftOut: notes.leftOut,
    changed: notes.changed,
    problems: notes.problems,
    findings: findings.map(findingJson),
  };
}
