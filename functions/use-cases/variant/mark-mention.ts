/** A person says of a mention that it is none of the campaign's facts, or takes that back. */
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { Mention } from '../../../brand-guide/facts/types.ts';
import { readingContext } from '../../adapt/lint-place.ts';
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import { withMark, withoutMark } from '../../core/not-facts.ts';
import { edition, putVariant, type Versioned } from '../rows.ts';
import type { MarkedNotFact, Variant } from '../../core/variant.ts';
import { useCase } from '../use-case.ts';
import { openSeen, type OpenVariant } from './open-variant.ts';

export interface MarkInput {
  readonly id: VariantId;
  readonly ifRev: number;
  readonly field: string;
  /** UTF-16 offsets of the mention, or within it. */
  readonly start: number;
  readonly end: number;
  /** `fact` takes an earlier mark back. */
  readonly is: 'not-fact' | 'fact';
}

/** @throws Refused `not-found` where the text mentions nothing there. */
const mentionAt = ({ head, revision, campaign }: OpenVariant, input: MarkInput): Mention => {
  const part = revision.parts.find(({ field }) => field === input.field);
  const context = readingContext(campaign, head.value.place.locale);
  const mention = part
    ? findMentions(part.text, context).find(({ start, end }) => start <= input.start && input.end <= end)
    : undefined;
  if (mention) return mention;
  throw new Refused('not-found', `"${input.field}" mentions no fact from ${input.start} to ${input.end}.`);
};

/** @throws Refused `not-found`, `stale`. */
export const markMention = useCase(
  'mark-mention',
  async (world, { tenant, member }, input: MarkInput): Promise<Versioned<Variant>> => {
    const opened = await openSeen(world, tenant, input);
    const { head } = opened;
    const { kind, text } = mentionAt(opened, input);
    const now = world.clock.now();
    const mark: MarkedNotFact = { field: input.field, kind, text, by: member.user, at: now };
    const next = input.is === 'not-fact' ? withMark(head.value, mark) : withoutMark(head.value, mark);
    if (!next) throw new Refused('not-found', `“${text}” is not marked in "${input.field}".`);
    const row = putVariant(tenant, next, now, head);
    await world.store.commit({
      head: row,
      by: { user: member.user },
      event: { type: 'mention.marked', data: { field: input.field, kind, text, is: input.is } },
    });
    return edition(row.value);
  },
);
