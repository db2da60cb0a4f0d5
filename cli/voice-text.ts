/** An adapted place for people: what it says, and the account of how it came to say it. */
import type { Finding } from '../brand-guide/engine/types.ts';
import type { Note } from '../functions/core/variant.ts';
import type { Colors } from './terminal.ts';
import type { Voice } from './voices.ts';

function heading({ place, adapted: { count } }: Voice): string {
  const { step, channel, format, locale } = place;
  const length = `${count.length}${count.limit === null ? '' : ` of ${count.limit}`} ${count.unit}`;
  return `${channel} ${format} · ${locale} · ${step} · ${length}`;
}

/** What has one reason stands together: `left out: headline; detail “…” (a micro channel carries …)`. */
function notesLines(title: string, notes: readonly Note[]): string[] {
  const reasons = [...new Set(notes.map(({ why }) => why))];
  return reasons.map((reason) => {
    const whats = notes.filter(({ why }) => why === reason).map(({ what }) => what);
    return `${title}: ${whats.join('; ')} (${reason})`;
  });
}

function findingLine({ field, line, column, severity, message, rule }: Finding, paint: Colors): string {
  const colour = { error: paint.red, warning: paint.yellow, suggestion: paint.cyan }[severity];
  return `${colour(severity)} ${field}:${line}:${column} ${message} ${paint.dim(rule)}`;
}

export function voiceText(voice: Voice, paint: Colors): string {
  const { content, notes, findings } = voice.adapted;
  const [only, another] = content.parts;
  const texts =
    another || !only
      ? content.parts.map(({ field, text }) => `${paint.dim(`[${field}]`)}\n${text}`)
      : [only.text];
  const beside = [
    ...(content.link === undefined ? [] : [`link: ${content.link}`]),
    ...(content.media.length === 0 ? [] : [`pictures: ${content.media.map(({ file }) => file).join(', ')}`]),
    ...notesLines('left out', notes.leftOut),
    ...notesLines('changed', notes.changed),
    ...notesLines('to settle', notes.problems),
  ];
  return [
    paint.bold(heading(voice)),
    ...texts,
    ...beside.map((line) => paint.dim(line)),
    ...findings.map((finding) => findingLine(finding, paint)),
  ].join('\n');
}
