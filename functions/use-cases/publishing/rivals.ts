/** Other entries of the account whose call may have made a post that says the same, while nobody has written down whose it is. */
import { payloadAt } from '../../adapt/payload-of.ts';
import { madeSince, saysTheSame } from '../../channels/publishing/match.ts';
import { textOf } from '../../channels/publishing/parts.ts';
import type { Entry } from '../../core/entry.ts';
import { isBefore, millisOf } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import type { Job } from '../../ports/publisher.ts';
import { entriesNear } from '../entry/account-day.ts';
import { load } from '../rows.ts';
import { loadRevision } from '../variant/open-variant.ts';

/** The nearest in time; an account's call is seldom further from its slot than its grace. */
const MOST = 100;

const isUnderWay = ({ state, attempt }: Entry): boolean =>
  state === 'publishing' && attempt?.intentAt !== undefined;

/** Live as a person says, who wrote down no id. */
const isUnnamed = ({ state, publishedAt, outcome, parts }: Entry, since: string): boolean =>
  state === 'published' &&
  publishedAt !== undefined &&
  !isBefore(publishedAt, since) &&
  (parts?.map((part) => part.outcome) ?? [outcome]).some(
    (one) => one?.is === 'published' && one.externalId === undefined,
  );

/** Providers shorten links. */
const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/gu, '');

const alike = (one: string, other: string): boolean => saysTheSame(withoutLinks(one), withoutLinks(other));

const saysIt = async (world: World, tenant: Tenant, entry: Entry, text: string): Promise<boolean> => {
  const { value } = await load(world, keys.variant(tenant, entry.variant), 'variant');
  const revision = await loadRevision(world, tenant, entry.variant, entry.revision);
  return payloadAt(value.place, revision).parts.some((part) => alike(part.text, text));
};

const near = async (world: World, tenant: Tenant, { account, entry }: Job): Promise<readonly Entry[]> => {
  const at = entry.attempt?.intentAt ?? entry.slot.instant;
  const distance = (instant: string): number => Math.abs(millisOf(instant) - millisOf(at));
  const others = (await entriesNear(world, tenant, account, at))
    .filter(([id, instant]) => id !== entry.id && isBefore(instant, world.clock.now()))
    .toSorted(([, a], [, b]) => distance(a) - distance(b))
    .slice(0, MOST);
  const rows = await Promise.all(others.map(([id]) => world.store.get(keys.entry(tenant, id))));
  return rows.flatMap((row) => (row && !row.value.correction ? [row.value] : []));
};

/** How many. To be asked after the channel was read: whoever made what it shows has written its intent by then. */
export const rivalsOf = async (world: World, tenant: Tenant, job: Job): Promise<number> => {
  const since = madeSince(job);
  const makers = (await near(world, tenant, job)).filter(
    (one) => one.state === 'unconfirmed' || isUnderWay(one) || isUnnamed(one, since),
  );
  const said = await Promise.all(makers.map((one) => saysIt(world, tenant, one, textOf(job))));
  return said.filter(Boolean).length;
};
