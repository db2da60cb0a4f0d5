/** Reads a text without structure as a message and its facts, each with its place in the text, for a person to confirm. */
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../../brand-guide/facts/reading-context.ts';
import type { ReadingContext } from '../../../brand-guide/facts/types.ts';
import { blocksOf } from './blocks-of.ts';
import { countedNouns } from './counted.ts';
import { factsIn } from './facts-in.ts';
import { channelOfHandles, messageOf } from './message-of.ts';
import { legalChannels } from './required-facts.ts';
import type { Block, Doubt, ReadText, TextPlace } from '../../core/free-text.ts';

const evidenceOf = (source: string, { start, end }: Block) => ({
  start,
  end,
  text: source.slice(start, end),
});

const whyLegal = ({ text }: Block, { channels }: TextPlace): string => {
  const required = legalChannels(text, channels);
  if (required.length === 0)
    return 'taken for small print that is required nowhere, for want of room: say where it has to stand';
  return required.length === channels.length
    ? 'taken for small print that every channel needs'
    : `taken for small print, required on ${required.join(', ')}: say where else it has to stand`;
};

function doubtsOf(source: string, blocks: readonly Block[], place: TextPlace): readonly Doubt[] {
  const has = (kind: Block['kind']): boolean => blocks.some((block) => block.kind === kind);
  return [
    ...(has('headline') || !has('body')
      ? []
      : [{ what: 'headline', why: 'the first line is too long for one' }]),
    ...(has('cta') ? [] : [{ what: 'call to action', why: 'no sentence ends the text with a link' }]),
    ...blocks.flatMap((block): Doubt[] => {
      if (block.kind === 'legal')
        return [{ what: 'legal', why: whyLegal(block, place), evidence: evidenceOf(source, block) }];
      if (block.kind !== 'mentions' || channelOfHandles(block, place)) return [];
      return [
        {
          what: 'mentions',
          why: 'does not say whose: name the channel',
          evidence: evidenceOf(source, block),
        },
      ];
    }),
  ];
}

const contextOf = ({ locale, names = [] }: TextPlace): ReadingContext => ({
  ...readingContextOf({ locale, facts: [], names }),
  labels: countedNouns(locale),
});

/** Takes plain text or Markdown of any size in time linear in it, and never throws. */
export function readText(source: string, place: TextPlace): ReadText {
  const mentions = findMentions(source, contextOf(place));
  const blocks = blocksOf(source, mentions, place.locale);
  const { facts, doubts } = factsIn(source, blocks, mentions, place);
  return {
    blocks,
    message: messageOf(source, blocks, place),
    facts,
    doubts: [...doubtsOf(source, blocks, place), ...doubts],
  };
}
