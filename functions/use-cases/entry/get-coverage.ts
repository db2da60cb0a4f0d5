/** Says by month and channel which stages of the journey and which values the calendar addresses, and which it leaves out. */
import type { Campaign } from '../../core/campaign.ts';
import { coverageOf, type MonthCoverage } from '../../core/coverage.ts';
import { coverageText } from '../../core/coverage-text.ts';
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { CampaignId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { monthsAround } from '../../core/months.ts';
import type { World } from '../../ports.ts';
import type { Versioned } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { listAccounts } from '../workspace/accounts.ts';
import { entriesBetween } from './get-calendar.ts';

const MONTHS_AT_MOST = 12;

export interface Coverage {
  readonly months: readonly MonthCoverage[];
  readonly text: string;
}

/** Both included; `2027-05`. */
const monthsFrom = (from: string, to: string): readonly string[] => {
  const months = monthsAround(from, 0, MONTHS_AT_MOST).filter((month) => month <= to);
  if (months.length === 0) throw new Refused('invalid-input', `Found ${to}, which is before ${from}.`);
  if (months.at(-1) !== to) throw new Refused('invalid-input', `Ask for at most ${MONTHS_AT_MOST} months.`);
  return months;
};

/** A wall time is up to fourteen hours from UTC, by which the calendar is kept: a day more on both sides. */
const daysAround = (first: string, last: string): { readonly from: string; readonly to: string } => ({
  from: new Date(Date.parse(`${first}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10),
  to: `${monthsAround(last, 1, 1)[0] ?? last}-01`,
});

/** A correction is no post of its own, and what is retracted reaches nobody any more. */
const addresses = ({ value: { correction, corrected } }: Versioned<Entry>): boolean =>
  !correction && corrected?.is !== 'retract';

const NOTHING: Pick<Campaign, 'journeyStage' | 'values'> = { values: [] };

const campaignsOf = async (
  world: World,
  { tenant }: Session,
  ids: readonly CampaignId[],
): Promise<ReadonlyMap<CampaignId, Campaign>> => {
  const rows = await Promise.all([...new Set(ids)].map((id) => world.store.get(keys.campaign(tenant, id))));
  return new Map(rows.flatMap((row) => (row ? [[row.value.id, row.value] as const] : [])));
};

export const getCoverage = useCase(
  'get-coverage',
  async (world, session, { from, to }: { from: string; to: string }): Promise<Coverage> => {
    const names = monthsFrom(from, to);
    const entries = await entriesBetween(world, session.tenant, daysAround(from, to), MONTHS_AT_MOST + 2);
    const campaigns = await campaignsOf(
      world,
      session,
      entries.map(({ value }) => value.campaign),
    );
    const accounts = await listAccounts(world, session, undefined);
    const months = coverageOf(
      names,
      accounts.map(({ value }) => value.channel),
      entries.filter(addresses).map(({ value: { slot, channel, state, campaign } }) => ({
        wall: slot.wall,
        channel,
        state,
        campaign: campaigns.get(campaign) ?? NOTHING,
      })),
    );
    return { months, text: coverageText(months) };
  },
);
