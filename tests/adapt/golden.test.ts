/** What the adapter writes for two campaigns, whole: a change here is a decision that the diff shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { loadGuide } from '../../brand-guide/schema/load.ts';
import { resolveGuide } from '../../brand-guide/schema/resolve.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import type { Adaptation, AdaptInput } from '../../functions/adapt/types.ts';
import { channelOf } from '../../functions/channels/specs.ts';
import type { Message } from '../../functions/core/campaign.ts';
import type { Note } from '../../functions/core/variant.ts';
import figs from '../fixtures/campaigns/frosted-fig.json' with { type: 'json' };
import lenses from '../fixtures/campaigns/lenses-week.json' with { type: 'json' };

interface Fixture extends Pick<AdaptInput, 'campaign' | 'window'> {
  readonly guide: string;
  readonly channels: readonly string[];
  readonly facts: readonly unknown[];
  readonly messages: Readonly<Record<string, Message>>;
}
const fixtures: readonly Fixture[] = [figs, lenses];

const isFact = (value: unknown): value is Fact =>
  typeof value === 'object' && value !== null && 'kind' in value;
const isId = (value: string): value is ChannelId => channelOf(value) !== undefined;

const place = (fixture: Fixture): AdaptInput[] => {
  const source = readFileSync(
    new URL(`../../brand-guide/guides/${fixture.guide}.yaml`, import.meta.url),
    'utf8',
  );
  const loaded = loadGuide(source);
  if (!loaded.ok) throw new Error(`${fixture.guide} does not load`);
  return Object.entries(fixture.messages).flatMap(([locale, message]) =>
    fixture.channels.filter(isId).flatMap((id) => {
      const channel = channelOf(id);
      const { campaign, window } = fixture;
      const guide = resolveGuide(loaded.guide, { channel: id, locale });
      return channel
        ? [
            {
              message,
              facts: fixture.facts.filter(isFact),
              guide,
              channel,
              locale,
              campaign,
              ...(window && { window }),
            },
          ]
        : [];
    }),
  );
};

const list = (title: string, notes: readonly Note[]): string[] =>
  notes.map(({ what, why }) => `${title}: ${what} (${why})`);

const shown = (said: Adaptation): string =>
  [
    ...said.parts.map((part) => part.text),
    '',
    `--- ${said.length} of ${said.limit} ${said.unit}; ${said.media.length} pictures; ${said.link}`,
    ...list('left out', said.leftOut),
    ...list('changed', said.changed),
    ...list('problem', said.problems),
    '',
  ].join('\n');

describe.each(fixtures.map((fixture) => [fixture.campaign.id, fixture] as const))('%s', (id, fixture) => {
  it.each(place(fixture).map((input) => [input.channel.spec.id, input.locale, input] as const))(
    '%s in %s',
    async (channel, locale, input) => {
      await expect(shown(adapt(input))).toMatchFileSnapshot(`../golden/adapt/${id}/${locale}.${channel}.txt`);
    },
  );
});
