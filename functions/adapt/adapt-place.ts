/** One place's voice, whole: adapted, given the guide's safe fixes, linted. What the API stores and the CLI prints. */
import type { ChannelId, Count } from '../../brand-guide/engine/channel.ts';
import { applyFixes } from '../../brand-guide/engine/fixes.ts';
import type { CompiledGuide } from '../../brand-guide/engine/lint.ts';
import type { Finding, Part } from '../../brand-guide/engine/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { channelOf } from '../channels/specs.ts';
import type { Campaign, CampaignDraft } from '../core/campaign.ts';
import type { Content, Note } from '../core/variant.ts';
import { adapt } from './adapt.ts';
import { factsAt, lintPlace, type Standing } from './lint-place.ts';
import { messageIn } from './message-parts.ts';

type AnyCampaign = Campaign | CampaignDraft;

export interface Adapted {
  readonly content: Content;
  readonly count: Count;
  readonly notes: {
    readonly kept: readonly Note[];
    readonly leftOut: readonly Note[];
    readonly changed: readonly Note[];
  };
  /** Left after the safe fixes. */
  readonly findings: readonly Finding[];
}

export interface Asked {
  readonly steps?: readonly string[];
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
}

const wanted = <T>(asked: readonly T[] | undefined, one: T): boolean => asked?.includes(one) ?? true;

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
          ? locales.map((locale) => ({ step: step.id, channel: id, format: channel.spec.formats[0], locale }))
          : [];
      }),
    );

const fixed = (part: Part, findings: readonly Finding[]): Part => ({
  ...part,
  text: applyFixes(
    part.text,
    findings.filter((finding) => finding.field === part.field),
  ).text,
});
