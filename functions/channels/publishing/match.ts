/** Whether a post on a channel is the one that was sent. */
import { plusSeconds } from '../../core/instant.ts';
import { CLOCK_SKEW_SECONDS } from '../../core/lease.ts';
import type { Job, Posted, ReadBack } from '../../ports/publisher.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const entity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/** What a reader of HTML sees, without its line breaks. */
export const plainOf = (html: string): string =>
  html.replace(/<[^<>]*>/gu, '').replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/giu, entity);

/** Servers move white space, and some show a mention without its server. */
const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .replace(/(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+\p{L}/gu, '$1');

export const saysTheSame = (one: string, other: string): boolean => squeezed(one) === squeezed(other);

/** What is older was there before the first call of its kind: an instant, by whichever clock is behind. */
export const madeSince = ({ entry: { attempt, slot } }: Job): string =>
  plusSeconds(attempt?.firstIntentAt ?? attempt?.intentAt ?? slot.instant, -CLOCK_SKEW_SECONDS);

/** Posts that may be the one that was sent, the newest first; without any, what that says. */
export const foundAmong = (
  [first, ...also]: readonly Posted[],
  otherwise: Extract<ReadBack, { is: 'absent' | 'unknown' }>,
): ReadBack => (first ? { is: 'found', ...first, ...(also.length > 0 && { also }) } : otherwise);
