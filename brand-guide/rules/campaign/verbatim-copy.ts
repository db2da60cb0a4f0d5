/** Rule over a campaign: its variants say the same, and not in the same words everywhere. */
import type { CampaignReport, CampaignRule, JudgedVoice } from '../../engine/campaign-rule.ts';
import { groupedBy } from '../../engine/grouped-by.ts';
import type { Part, Range } from '../../engine/types.ts';
import { ownWords } from './own-words.ts';
import type { OwnWords } from './own-words.ts';

/** Words of its own below which a text is too short to be called a copy. */
const LEAST_WORDS = 25;
const SIMILAR = 0.8;
const ID = 'verbatim-copy';

interface Worded {
  readonly voice: JudgedVoice;
  readonly own: OwnWords;
}

/** The share of the shorter one's sequences that the other has too. */
function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let common = 0;
  for (const gram of few) if (many.has(gram)) common += 1;
  return common / few.size;
}

/** The longest stretch of the text that stands in the other one too. */
function longestCommon(
  { grams }: OwnWords,
  other: ReadonlySet<string>,
): (Range & { part: Part }) | undefined {
  let longest: (Range & { part: Part }) | undefined;
  let current: (Range & { part: Part }) | undefined;
  for (const { text, part, range } of grams) {
    const isNext = current?.part === part && range.start < current.end;
    if (!other.has(text)) current = undefined;
    else if (current && isNext) current = { part, start: current.start, end: range.end };
    else current = { part, ...range };
    if (current && current.end - current.start > (longest ? longest.end - longest.start : 0))
      longest = current;
  }
  return longest;
}

/** Where two channels of one length class are to differ, the guide of the later one says so. */
function mayBeCopies(a: JudgedVoice, b: JudgedVoice): boolean {
  const [first, second] = [a.subject.channel?.spec, b.subject.channel?.spec];
  if (!first || !second || first.id === second.id) return false;
  return first.lengthClass !== second.lengthClass || b.compiled.guide.consistency?.differ === true;
}

interface Copy extends Worded {
  readonly of: JudgedVoice;
  /** Of the shorter one's sequences, 0 to 1. */
  readonly share: number;
  readonly range: Range & { readonly part: Part };
}

/** The earlier variant that the later one is most like, where that is a copy. */
function copied(earlier: readonly Worded[], { voice, own }: Worded): Copy[] {
  const { consistency, gates } = voice.compiled.guide;
  if (gates?.rules?.[ID]?.off) return [];
  const [most] = earlier
    .filter((one) => mayBeCopies(one.voice, voice))
    .map((one) => ({ ...one, share: containment(one.own.set, own.set) }))
    .filter(({ share }) => share >= (consistency?.similarity ?? SIMILAR))
    .toSorted((a, b) => b.share - a.share);
  const range = most && longestCommon(own, most.own.set);
  return most && range ? [{ voice, own, of: most.voice, share: most.share, range }] : [];
}

const channels = (voices: readonly JudgedVoice[]): string =>
  [...new Set(voices.map(({ place }) => place.channel))].join(', ');

/** “facebook, email as instagram (95–100%)” */
function likened(copies: readonly Copy[]): string {
  const shares = copies.map(({ share }) => Math.round(share * 100));
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const of = channels(copies.map((one) => one.of));
  return `${channels(copies.map(({ voice }) => voice))} as ${of} (${least === most ? '' : `${least}–`}${most}%)`;
}

/** One finding, on the first of the copies, however many there are: whoever reads it decides about the step's texts at once. */
function told(copies: readonly Copy[]): CampaignReport[] {
  const [first] = copies;
  if (!first) return [];
  const groups = groupedBy(copies, ({ of }) => of.place.channel);
  const message = `Texts of this step say the same word for word: ${groups.map(likened).join('; ')}; tell it in another way where people read both.`;
  const { part, start, end } = first.range;
  const item = groups.map(
    (group) => `${channels(group.map(({ voice }) => voice))}<${group[0].of.place.channel}`,
  );
  return [
    {
      field: part.field,
      start,
      end,
      item: item.join(' '),
      message,
      voice: first.voice,
      beside: first.of.place,
    },
  ];
}

/** Copies that the guides of their places weigh in one way. */
const weighed = ({ voice }: Copy): string =>
  JSON.stringify([voice.compiled.guide.gates?.rules?.[ID], voice.compiled.gates]);

/** What is left out only makes it shorter. */
const isLongEnough = (voice: JudgedVoice): boolean =>
  voice.subject.parts.reduce((sum, part) => sum + voice.words(part).length, 0) >= LEAST_WORDS;

function* check(voices: readonly JudgedVoice[]): Iterable<CampaignReport> {
  const worded = voices
    .filter(isLongEnough)
    .map((voice) => ({ voice, own: ownWords(voice) }))
    .filter(({ own }) => own.count >= LEAST_WORDS);
  for (const group of groupedBy(worded, ({ voice: { place } }) => JSON.stringify([place.step, place.locale])))
    for (const copies of groupedBy(
      group.flatMap((one, at) => copied(group.slice(0, at), one)),
      weighed,
    ))
      yield* told(copies);
}

const STORY =
  'Fresh garden mint meets our slow-roasted house espresso, blended over ice and finished with dark cocoa, and every cup pays the growers of the valley a fair price for their work.';

export const verbatimCopy: CampaignRule = {
  meta: {
    id: ID,
    says: 'The variants of a step are consistent, not identical.',
    severity: 'suggestion',
    languages: 'any',
    docs: 'Counts how many sequences of three words, or of three characters of Chinese, of the shorter of two texts in one locale stand in the longer one too, once facts, links, tags, disclosures, legal lines, calls to action and the guide’s stock phrases are left out. From `consistency.similarity` on (0.8 where the guide says nothing) the later one is a copy of the one that it is most like. All copies of a step in a locale are one finding, on the first of them, that names their channels. Both need 25 words of their own; channels of one length class may say the same unless `consistency.differ` asks them not to.',
    options: ['consistency'],
    examples: [
      {
        guide: {},
        accept: [
          [
            { channel: 'instagram', text: STORY },
            { channel: 'facebook', text: STORY.split(' ').toReversed().join(' ') },
          ],
          [
            { channel: 'instagram', text: STORY },
            { channel: 'instagram', locale: 'en-GB', text: STORY },
          ],
        ],
        reject: [
          [
            { channel: 'instagram', text: STORY },
            { channel: 'facebook', text: `${STORY} Find your café.` },
          ],
        ],
      },
    ],
  },
  check,
};
