/** Makes a series, changes it, pauses, resumes and ends it; what it drafted already stays where it is. */
import type { SeriesId, VariantId } from '../../core/ids.ts';
import { asId } from '../../core/ids.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import { checkRecurrence } from '../../core/recurrence.ts';
import type { Series, SeriesCommand, SeriesSettings } from '../../core/series.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionSeries } from '../../core/transition-series.ts';
import type { Place } from '../../core/variant.ts';
import { wallOf } from '../../core/zone.ts';
import type { World } from '../../ports.ts';
import { expectRev, load, putSeries, saved, type Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';

/** Its zone is the account's where absent. */
export type SeriesInput = Omit<SeriesSettings, 'zone'> & { readonly zone?: string };

export interface SeriesAt {
  readonly id: SeriesId;
  readonly ifRev: number;
}

/** @throws Refused `invalid-input` for the rule or an account that is not the variant's, `unknown-zone`, `not-found`. */
const settingsOf = async (
  world: World,
  tenant: Tenant,
  { channel, account: own }: Place,
  { name, start, rrule, except, account: id, zone }: SeriesInput,
): Promise<SeriesSettings> => {
  checkRecurrence({ start, rrule, except });
  const account = (await load(world, keys.account(tenant, id), 'account')).value;
  if (account.channel !== channel || (own !== undefined && own !== id))
    throw new Refused('invalid-input', `The variant is for ${own ?? channel}, and ${account.name} is not.`, {
      problems: [{ path: 'account', message: `expected ${own ?? `an account on ${channel}`}` }],
    });
  const settings = { name, start, rrule, except, account: id, zone: zone ?? account.zone };
  wallOf(world.clock.now(), settings.zone);
  return settings;
};

export const createSeries = useCase(
  'create-series',
  async (
    world,
    { tenant, member, once },
    { variant, ...input }: SeriesInput & { readonly variant: VariantId },
  ): Promise<Versioned<Series>> => {
    const { place } = (await load(world, keys.variant(tenant, variant), 'variant')).value;
    if (place.occurrence)
      throw new Refused(
        'invalid-input',
        'This variant is a copy that a series made: repeat what it was copied from.',
      );
    const settings = await settingsOf(world, tenant, place, input);
    const now = world.clock.now();
    const series: Series = {
      ...settings,
      id: asId<SeriesId>(world.ids.next()),
      campaign: place.campaign,
      variant,
      state: 'running',
      dealtTo: wallOf(now, settings.zone),
      occurred: 0,
      wakeAt: now,
      owner: member.user,
    };
    const head = putSeries(tenant, series);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: 'series.created', data: { ...settings, variant } },
      once,
      answer: saved(head),
    });
    return saved(head);
  },
);

const change = async (
  world: World,
  { tenant, member }: Session,
  { id, ifRev }: SeriesAt,
  commandOf: (series: Series) => Promise<SeriesCommand> | SeriesCommand,
): Promise<Versioned<Series>> => {
  const was = await load(world, keys.series(tenant, id), 'series');
  expectRev(was, ifRev);
  const became = transitionSeries(was.value, await commandOf(was.value), world.clock.now());
  const head = putSeries(tenant, became.state, was);
  await world.store.commit({ head, by: { user: member.user }, event: eventOf(became) });
  return saved(head);
};

/** @throws Refused as creating does, `stale`, `not-in-this-state` for a series that has ended. */
export const changeSeries = useCase(
  'change-series',
  (world, session, { id, ifRev, ...input }: SeriesAt & SeriesInput) =>
    change(world, session, { id, ifRev }, async ({ variant }) => {
      const { place } = (await load(world, keys.variant(session.tenant, variant), 'variant')).value;
      return { do: 'set', settings: await settingsOf(world, session.tenant, place, input) };
    }),
);

/** What its rule names while it is paused is let go. */
export const pauseSeries = useCase(
  'pause-series',
  (world, session, { paused, ...at }: SeriesAt & { readonly paused: boolean }) =>
    change(world, session, at, () => ({ do: paused ? 'pause' : 'resume' })),
);

export const endSeries = useCase('end-series', (world, session, at: SeriesAt) =>
  change(world, session, at, () => ({ do: 'end' })),
);
