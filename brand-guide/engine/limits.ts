/** What a channel's figure does to a finding: its grade decides the severity, and an unpublished one is said to be so. */
import type { Limit } from './channel.ts';
import type { Severity } from './types.ts';

function isPublished({ grade }: Limit): boolean {
  return grade === 'official' || grade === 'official-quoted';
}

/** `error` where the channel publishes the figure or refuses over it. */
export function severityOf(limit: Limit): Severity {
  return isPublished(limit) || limit.enforced === true ? 'error' : 'warning';
}

/** What a message adds on the figure: that it is approximate, and its note. Begins with a space or a semicolon, or is empty. */
export function sayingOf(limit: Limit): string {
  const approximate = isPublished(limit) ? '' : ' (approximate: not published by the channel)';
  return `${approximate}${limit.note === undefined ? '' : `; ${limit.note}`}`;
}
