/** One place's voice, whole: adapted, given the guide's safe fixes, linted. What the API stores and the CLI prints. */
import type { Channel, ChannelId, Count } from '../../brand-guide/engine/channel.ts';
import type { CompiledGuide } from '../../brand-guide/engine/compile-rules.ts';
import { judge } from '../../brand-guide/engine/lint.ts';
import type { Finding } from '../../brand-guide/engine/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { channelAt } from '../channels/channel-at.ts';
import type { Post } from '../channels/channel-at.ts';
import { channelOf } from '../channels/specs.ts';
import type { Campaign, CampaignDraft, Message } from '../core/campaign.ts';
import { Refused } from '../core/errors.ts';
import type { Content, Notes } from '../core/variant.ts';
import { adapt } from './adapt.ts';
import { blockedSentences } from './blocked-sentences.ts';
import { factsAt, postOf, readerAt, subjectAt, type Addressed, type Standing } from './lint-place.ts';
import { messageIn, stepOf } from './message-parts.ts';
import { picturesOf } from './pictures-of.ts';
import { sentencesOf } from './reading.ts';
import { disclosureTexts } from './required.ts';
import { mended } from './safe-fixes.ts';
import type { Adaptation } from './types.ts';

type AnyCampaign = Campaign | CampaignDraft;

export interface Adapted {
  readonly content: Content;
  readonly count: Count;
  readonly notes: Notes;
  /** Left after the safe fixes. */
  readonly findings: readonly Finding[];
}

export interface Asked {
  readonly steps?: readonly string[];
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
  /** A format of the channels that have it, such as `thread`; others take their first. */
  readonly format?: string;
}

const wanted = <T>(asked: readonly T[] | undefined, one: T): boolean => asked?.includes(one) ?? true;

const formatOf = ({ spec }: Channel, format: string | undefined): string =>
  spec.formats.find((one) => one === format) ?? spec.formats[0];

/** The places of a campaign that can be adapted now: available channels, and locales in which the step has a message. */
export const placesOf = (campaign: AnyCampaign, asked: Asked = {}): readonly Standing[] =>
  campaign.steps
    .filter((step) => wanted(asked.steps, step.id))
    .flatMap((step) =>
      campaign.channels.flatMap((id) => {
        const channel = wanted(asked.channels, id) ? channelOf(id) : undefined;
        const locales = campaign.locales.filter(
          (locale) => wanted(asked.locales, locale) && messageIn(step, locale),
        );
        return channel
          ? locales.map((locale) => ({
              step: step.id,
              channel: id,
              format: formatOf(channel, asked.format),
              locale,
            }))
          : [];
      }),
    );

/** What the post may consist of: the limits of all of it hold. */
const mostOf = (place: Addressed, message: Message | undefined): Post => ({
  format: place.format,
  pictures: message !== undefined && picturesOf(message).length > 0,
  fields: channelOf(place.channel)?.spec.fields.map(({ name }) => name) ?? [],
});

const voice = (
  campaign: AnyCampaign,
  place: Addressed,
  guide: Guide,
  avoid: readonly string[],
): Adaptation => {
  const step = stepOf(campaign, place.step);
  const message = step && messageIn(step, place.locale);
  const channel = channelAt(place.channel, mostOf(place, message), place.limits);
  if (!channel || !message)
    throw new Refused('not-available-yet', `Nothing can be adapted for ${place.channel} in ${place.locale}.`);
  return adapt({
    message,
    facts: factsAt(campaign, place),
    declared: campaign.facts,
    guide,
    channel,
    format: place.format,
    locale: place.locale,
    step: place.step,
    topics: campaign.topics,
    avoid,
    ...(campaign.window && { window: campaign.window }),
    campaign: {
      id: 'id' in campaign ? campaign.id : campaign.name,
      name: campaign.name,
      ...(campaign.brand !== undefined && { brand: campaign.brand }),
    },
  });
};

interface Judging {
  readonly guide: Guide;
  readonly compiled: CompiledGuide;
  readonly now?: string | undefined;
}

function adaptedBut(
  campaign: AnyCampaign,
  place: Addressed,
  { guide, compiled, now }: Judging,
  avoid: readonly string[],
): Adapted {
  const said = voice(campaign, place, guide, avoid);
  const when = now === undefined ? {} : { now };
  const first: Content = {
    parts: said.parts,
    media: said.media,
    ...(said.link !== undefined && { link: said.link }),
  };
  const channel = channelAt(place.channel, postOf(place, first), place.limits);
  const { content, changed, findings } = mended(
    first,
    (told) => judge(compiled, subjectAt(campaign, place, told, when)),
    readerAt(campaign, place),
    channel,
    disclosureTexts(guide, place.locale),
  );
  const [main] = content.parts;
  const count = main && channel?.count(main.text, main.field);
  return {
    content,
    count: count ?? { length: 0, limit: null, unit: said.unit, fits: true },
    notes: {
      kept: said.kept,
      leftOut: said.leftOut,
      changed: [...said.changed, ...changed],
      problems: said.problems,
    },
    findings,
  };
}

const blocks = ({ findings }: Adapted): number => findings.filter(({ gate }) => gate === 'block').length;

/** What of the told message may not be told as yet. */
function blockedIn(
  campaign: AnyCampaign,
  place: Addressed,
  { findings, content }: Adapted,
): readonly string[] {
  const step = stepOf(campaign, place.step);
  const message = step && messageIn(step, place.locale);
  if (message === undefined) return [];
  const sentences = sentencesOf({ message, locale: place.locale }).map(({ text }) => text);
  return blockedSentences(findings, content.parts, sentences);
}

/**
 * Where a channel or a part of it tells some of the message, it leaves out claims without evidence, as long as less is blocked
 * without it.
 *
 * @throws Refused `not-available-yet` for a channel without a module or a locale without a message.
 */
export function adaptPlace(
  campaign: AnyCampaign,
  place: Addressed,
  guide: Guide,
  compiled: CompiledGuide,
  now?: string,
): Adapted {
  const judging = { guide, compiled, now };
  let best = adaptedBut(campaign, place, judging, []);
  let last = best;
  let avoid: readonly string[] = [];
  while (blocks(last) > 0) {
    const more = blockedIn(campaign, place, last).filter((sentence) => !avoid.includes(sentence));
    if (more.length === 0) break;
    avoid = [...avoid, ...more];
    last = adaptedBut(campaign, place, judging, avoid);
    if (blocks(last) < blocks(best)) best = last;
  }
  return best;
}
