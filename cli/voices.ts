/** A campaign's voices: every place that was asked for, adapted. */
import type { ChannelId } from '../brand-guide/engine/channel.ts';
import { compileGuide } from '../brand-guide/engine/compile.ts';
import type { CompiledGuide } from '../brand-guide/engine/compile-rules.ts';
import { covers } from '../brand-guide/engine/locale.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { nearMiss } from '../brand-guide/schema/near-miss.ts';
import { adaptPlace, placesOf } from '../functions/adapt/adapt-place.ts';
import type { Adapted, Asked } from '../functions/adapt/adapt-place.ts';
import type { Standing } from '../functions/adapt/lint-place.ts';
import { channelOf } from '../functions/channels/specs.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import { Refused } from '../functions/core/errors.ts';
import { notCheckedAt } from './not-checked.ts';
import type { NotChecked } from './not-checked.ts';
import type { Selection } from './open-campaign.ts';
import type { Terminal } from './terminal.ts';

export interface Voice {
  readonly place: Standing;
  readonly adapted: Adapted;
  readonly notChecked: readonly NotChecked[];
}

export type Compile = (channel: ChannelId, locale: string, account?: string) => CompiledGuide;

/** Compiles the guide once for each channel, locale and account. */
export function compiling(guide: Guide): Compile {
  const compiled = new Map<string, CompiledGuide>();
  return (channel, locale, account) => {
    const key = `${channel} ${locale} ${account ?? ''}`;
    const place = { channel, locale, ...(account !== undefined && { account }) };
    const made = compiled.get(key) ?? compileGuide(guide, place);
    compiled.set(key, made);
    return made;
  };
}

function refuseOther(what: string, asked: string, known: readonly string[]): Refused {
  const near = nearMiss(asked, known);
  const hint = near === undefined ? `it has ${known.join(', ')}` : `did you mean ${near}?`;
  return new Refused('invalid-input', `the campaign has no ${what} "${asked}": ${hint}`);
}

/** The campaign's own steps, channels and locales that the selection names. */
function askedOf(campaign: CampaignDraft, { step, channel, locale, as }: Selection): Asked {
  const steps = campaign.steps.map(({ id }) => id);
  if (step !== undefined && !steps.includes(step)) throw refuseOther('step', step, steps);
  for (const one of channel ?? [])
    if (!campaign.channels.includes(one)) throw refuseOther('channel', one, campaign.channels);
  for (const tag of locale ?? [])
    if (!campaign.locales.some((one) => covers(tag, one))) throw refuseOther('locale', tag, campaign.locales);
  const formats = (channel ?? campaign.channels).flatMap((id) => channelOf(id)?.spec.formats ?? []);
  if (as !== undefined && !formats.includes(as)) throw refuseOther('format', as, [...new Set(formats)]);
  return {
    ...(as !== undefined && { format: as }),
    ...(step !== undefined && { steps: [step] }),
    ...(channel && { channels: channel }),
    ...(locale && { locales: campaign.locales.filter((one) => locale.some((tag) => covers(tag, one))) }),
  };
}

/** Says which channels wait for their module. @throws Refused `not-available-yet` where no other was asked for. */
function sayUnavailable({ say, paintTalk }: Terminal, channels: readonly ChannelId[]): void {
  const waiting = channels.filter((id) => !channelOf(id));
  if (waiting.length === 0) return;
  const line = `not available yet: ${waiting.join(', ')}`;
  if (waiting.length === channels.length) throw new Refused('not-available-yet', line);
  say(paintTalk.dim(`Channels ${line}`));
}

/**
 * Adapts in the order of the campaign's steps, channels and locales.
 * @throws Refused `invalid-input` for a step, channel or locale that the campaign does not have.
 */
export function voicesOf(
  terminal: Terminal,
  campaign: CampaignDraft,
  selection: Selection,
  compile: Compile,
): readonly Voice[] {
  const asked = askedOf(campaign, selection);
  sayUnavailable(terminal, asked.channels ?? campaign.channels);
  return placesOf(campaign, asked).map((place) => {
    const compiled = compile(place.channel, place.locale);
    const adapted = adaptPlace(campaign, place, compiled.guide, compiled);
    return { place, adapted, notChecked: notCheckedAt(campaign, place, adapted.content, compiled) };
  });
}
