/** A text that somebody else may write: what they are told, and what is made of their answer. */
import type { Part } from '../../../brand-guide/engine/types.ts';
import type { RewriteAnswer, RewriteAsk } from '../../core/rewrite.ts';
import type { Adapted } from '../adapt-place.ts';
import { channelAt } from '../../channels/channel-at.ts';
import { factsAt, lintPlace, postOf } from '../lint-place.ts';
import { faultOf } from './fault-of.ts';
import { keptLines } from './kept-lines.ts';
import type { Rewriting } from './types.ts';

const keepOf = ({ campaign, place, message, guide }: Rewriting, { content: { parts, link } }: Adapted) =>
  keptLines({ parts, message, facts: factsAt(campaign, place), guide, locale: place.locale, link });

export function askFor(rewriting: Rewriting, plain: Adapted): RewriteAsk {
  const { campaign, place, message, guide } = rewriting;
  const channel = channelAt(place.channel, postOf(place, plain.content), place.limits);
  return {
    locale: place.locale,
    channel: channel?.spec.name ?? place.channel,
    format: place.format,
    message,
    facts: factsAt(campaign, place),
    ...(guide.voice && { voice: guide.voice }),
    parts: plain.content.parts.map((part) => {
      const { limit = null, unit = 'characters' } = channel?.count(part.text, part.field) ?? {};
      return { ...part, limit, unit };
    }),
    keep: keepOf(rewriting, plain),
  };
}

const tidy = (parts: readonly Part[]): readonly Part[] =>
  parts.map(({ field, text }) => ({ field, text: text.replace(/\r\n?/gu, '\n').normalize('NFC').trim() }));

const notUsed = (plain: Adapted, why: string): Adapted => ({
  ...plain,
  notes: { ...plain.notes, leftOut: [...plain.notes.leftOut, { what: 'rewritten text', why }] },
});

/** What was written where it may stand; else the deterministic text, whose account says why. */
export function settleRewritten(rewriting: Rewriting, plain: Adapted, answer: RewriteAnswer): Adapted {
  if (answer.is === 'nothing') return notUsed(plain, answer.reason);
  const { campaign, place, compiled, now } = rewriting;
  const parts = tidy(answer.parts);
  const fault = faultOf(rewriting, plain, keepOf(rewriting, plain), parts);
  if (fault !== undefined) return notUsed(plain, fault);
  const content = { ...plain.content, parts };
  const [main] = parts;
  const count =
    main && channelAt(place.channel, postOf(place, content), place.limits)?.count(main.text, main.field);
  return {
    content,
    count: count ?? plain.count,
    notes: {
      ...plain.notes,
      changed: [
        ...plain.notes.changed,
        {
          what: 'text',
          why: 'written anew in the brand’s voice; facts, lines, link and limits were checked',
        },
      ],
    },
    findings: lintPlace(compiled, campaign, place, content, now === undefined ? {} : { now }),
  };
}
