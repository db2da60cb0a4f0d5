/** An adapted place as the command prints it. */
import type { Finding } from '../brand-guide/engine/types.ts';
import type { Note } from '../functions/core/variant.ts';
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

/** The rule of what the adapter itself found: no range, since it is about what is not there. */
const ADAPTATION = 'adaptation';

/** What a person has to settle; `card` describes the picture that would settle it. Left out where a rule says the same. */
function problemJson({ what, why, fix }: Note, field: string) {
  const place = { start: 0, end: 0, line: 1, column: 1 };
  const message = `${what}: ${why}`;
  return {
    field,
    rule: ADAPTATION,
    severity: 'warning',
    message,
    ...place,
    evidence: '',
    ...(fix && { fix }),
  };
}

/** Rules that report what the account calls by this name. */
const SAME: readonly (readonly [what: RegExp, rule: string])[] = [
  [/^fact /u, 'fact-missing'],
  [/^length$/u, 'channel-length'],
  [/^disclosure /u, 'disclosure'],
  [/^picture$/u, 'channel-media'],
];

const told = ({ what }: Note, findings: readonly Finding[]): boolean =>
  SAME.some(([name, rule]) => name.test(what) && findings.some((finding) => finding.rule === rule));

/** `notChecked` only where something is not. */
export function voiceJson({ place, adapted, notChecked }: Voice) {
  const { content, count, notes, findings } = adapted;
  const { step, channel, format, locale, account } = place;
  const field = content.parts[0]?.field ?? '';
  const problems = notes.problems.filter((note) => !told(note, findings));
  return {
    step,
    channel,
    format,
    locale,
    ...(account !== undefined && { account }),
    parts: Object.fromEntries(content.parts.map(({ field: name, text }) => [name, text])),
    ...(content.link !== undefined && { link: content.link }),
    media: content.media,
    length: count.length,
    limit: count.limit,
    unit: count.unit,
    kept: notes.kept,
    leftOut: notes.leftOut,
    changed: notes.changed,
    findings: [...findings.map(findingJson), ...problems.map((note) => problemJson(note, field))],
    ...(notChecked.length > 0 && { notChecked }),
  };
}
