/** What a calendar leaves out: which stages of the journey and which values its entries address, by month and channel. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { JOURNEY_STAGES, VALUES, type Campaign, type JourneyStage, type Value } from './campaign.ts';
import type { EntryState } from './entry.ts';

/** How far an entry has come; what reaches nobody counts for nothing. */
export const COVERING = {
  planned: 'planned',
  held: 'planned',
  scheduled: 'scheduled',
  publishing: 'scheduled',
  unconfirmed: 'scheduled',
  'handed-off': 'scheduled',
  published: 'published',
  failed: undefined,
  missed: undefined,
  cancelled: undefined,
} as const satisfies Record<EntryState, 'planned' | 'scheduled' | 'published' | undefined>;

/** An entry with what its campaign is for. */
export interface CoveringEntry {
  /** Wall time, as the calendar shows it: `2027-05-04T09:00`. */
  readonly wall: string;
  readonly channel: ChannelId;
  readonly state: EntryState;
  readonly campaign: Pick<Campaign, 'journeyStage' | 'values'>;
}

export interface Addressed {
  readonly planned: number;
  readonly scheduled: number;
  readonly published: number;
  readonly stages: Readonly<Record<JourneyStage, number>>;
  readonly values: Readonly<Record<Value, number>>;
  /** Entries whose campaign says neither its stage nor a value. */
  readonly unsaid: number;
  /** What no entry addresses. */
  readonly gaps: { readonly stages: readonly JourneyStage[]; readonly values: readonly Value[] };
}

export interface MonthCoverage extends Addressed {
  /** `2027-05` */
  readonly month: string;
  readonly channels: readonly (Addressed & { readonly channel: ChannelId })[];
}

type Count<W> = (word: W) => number;

const stagesBy = (count: Count<JourneyStage>): Addressed['stages'] => ({
  acquisition: count('acquisition'),
  trial: count('trial'),
  loyalty: count('loyalty'),
  retention: count('retention'),
  recovery: count('recovery'),
});

const valuesBy = (count: Count<Value>): Addressed['values'] => ({
  ambition: count('ambition'),
  curiosity: count('curiosity'),
  belonging: count('belonging'),
  control: count('control'),
});

const addressed = (entries: readonly CoveringEntry[]): Addressed => {
  const inState = (name: 'planned' | 'scheduled' | 'published'): number =>
    entries.filter(({ state }) => COVERING[state] === name).length;
  const stages = stagesBy(
    (stage) => entries.filter(({ campaign }) => campaign.journeyStage === stage).length,
  );
  const values = valuesBy(
    (value) => entries.filter(({ campaign }) => campaign.values.includes(value)).length,
  );
  return {
    planned: inState('planned'),
    scheduled: inState('scheduled'),
    published: inState('published'),
    stages,
    values,
    unsaid: entries.filter(({ campaign }) => !campaign.journeyStage && campaign.values.length === 0).length,
    gaps: {
      stages: JOURNEY_STAGES.filter((stage) => stages[stage] === 0),
      values: VALUES.filter((value) => values[value] === 0),
    },
  };
};

/**
 * A row for each month, and in it for each channel: those given, then others that have entries. A month is that of the
 * wall time, so that an entry counts where the calendar shows it.
 */
export const coverageOf = (
  months: readonly string[],
  channels: readonly ChannelId[],
  entries: readonly CoveringEntry[],
): readonly MonthCoverage[] => {
  const covering = entries.filter(({ state }) => COVERING[state] !== undefined);
  return months.map((month) => {
    const here = covering.filter(({ wall }) => wall.startsWith(month));
    const all = [...new Set([...channels, ...here.map(({ channel }) => channel)])];
    return {
      month,
      ...addressed(here),
      channels: all.map((channel) => ({
        channel,
        ...addressed(here.filter((one) => one.channel === channel)),
      })),
    };
  });
};
