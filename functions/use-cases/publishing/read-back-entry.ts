/** Settles an unconfirmed entry by reading the channel back; sends again only where that cannot post twice. */
import type { Entry, Outcome } from '../../core/entry.ts';
import { CALL_TIMEOUT_SECONDS } from '../../core/lease.ts';
import { isBefore, plusMinutes, plusSeconds } from '../../core/instant.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Check, Row, World } from '../../ports.ts';
import type { Job, Publisher } from '../../ports/publisher.ts';
import { entriesOf } from '../variant/entries-of-variant.ts';
import { jobOf } from './job-of.ts';
import { makeReady } from './ready.ts';
import { record, tick } from './record.ts';

const LOOK_AGAIN_MINUTES = 5;
/** After this the machine stops asking; a person decides, with both answers one click away. */
const LOOK_FOR_MINUTES = 60;
/** What one transaction has room for. */
const MOST_CHECKS = 50;

/** Only where the same call cannot make a second post, and the provider still remembers the first. */
const mayRepeat = ({ idempotency, exactForSeconds }: Publisher, { entry }: Job, now: string): boolean => {
  if (idempotency !== 'exact') return false;
  const since = entry.attempt?.intentAt;
  const until =
    since !== undefined &&
    exactForSeconds !== undefined &&
    plusSeconds(since, exactForSeconds - CALL_TIMEOUT_SECONDS);
  return until === false || isBefore(now, until);
};

/** Other entries may say the same on the same account, and what is found by its words may be theirs. */
const sayingTheSame = async (
  world: World,
  tenant: Tenant,
  { id, variant, account }: Entry,
): Promise<readonly Row<Entry>[]> =>
  (await entriesOf(world, tenant, variant)).filter(
    ({ value }) => value.id !== id && value.account === account,
  );

const has = ({ outcome, parts = [] }: Entry, externalId: string): boolean =>
  [outcome, ...parts.map((part) => part.outcome)].some(
    (one) => one?.is === 'published' && one.externalId === externalId,
  );

/** Those whose own post may be the one that is found: nobody has written down yet which is theirs. */
const rivalsIn = (others: readonly Row<Entry>[]): readonly Row<Entry>[] =>
  others.filter(
    ({ value: { state, attempt } }) =>
      state === 'unconfirmed' || (state === 'publishing' && attempt?.intentAt !== undefined),
  );

/** Each of them may find the same post: only the first to say so gets it. */
const unsettled = (others: readonly Row<Entry>[]): readonly Check[] =>
  rivalsIn(others)
    .slice(0, MOST_CHECKS)
    .map(({ key, rev }) => ({ key, rev }));

/**
 * What the channel says became of the call, or undefined while it says nothing certain. Where other entries say the same,
 * what is found by its words is certain only by the call's own key, so that the call is made again where it may be.
 */
const settled = async (
  publisher: Publisher,
  job: Job,
  checkpoint: string,
  { clock }: World,
  others: readonly Row<Entry>[],
): Promise<Outcome | undefined> => {
  const again = async (): Promise<Outcome | undefined> =>
    mayRepeat(publisher, job, clock.now()) ? publisher.send(job, checkpoint) : undefined;
  const back = await publisher.readBack(job, checkpoint);
  switch (back.is) {
    case 'found': {
      const known = [job.entry, ...others.map(({ value }) => value)];
      const isAnothers = known.some((entry) => has(entry, back.externalId));
      if (isAnothers || rivalsIn(others).length > 0) {
        const repeated = await again();
        // That a repeat is turned down says nothing of the first call.
        if (repeated || isAnothers) return repeated?.is === 'published' ? repeated : undefined;
      }
      const { externalId, url } = back;
      return { is: 'published', externalId, ...(url !== undefined && { url }) };
    }
    case 'absent':
      return again();
    case 'settled':
      return back.outcome;
    case 'unknown':
      return undefined;
  }
};

const lookAgain = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const now = world.clock.now();
  const since = row.value.attempt?.intentAt ?? now;
  const giveUp = plusMinutes(since, LOOK_FOR_MINUTES) < now;
  await tick(world, tenant, row, {
    do: 'look-again',
    attempt: row.value.attempts,
    ...(!giveUp && { at: plusMinutes(now, LOOK_AGAIN_MINUTES) }),
  });
};

export const readBackEntry = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const ready = await makeReady(world, tenant, row.value);
  const checkpoint = row.value.attempt?.checkpoint;
  if ('reason' in ready || checkpoint === undefined) return lookAgain(world, tenant, row);
  const { job } = jobOf(tenant, row.value, ready);
  const others = await sayingTheSame(world, tenant, row.value);
  const outcome = await settled(ready.publisher, job, checkpoint, world, others).catch(() => undefined);
  if (!outcome || outcome.is === 'unconfirmed') return lookAgain(world, tenant, row);
  const { value } = await record(
    world,
    tenant,
    row,
    { do: 'outcome', attempt: row.value.attempts, outcome },
    unsettled(others),
  );
  // Of a post in parts, what follows the one that was found.
  if (value.state === 'scheduled' && value.wakeAt !== undefined)
    await world.wakeUps.set(tenant.workspace, value.id, value.wakeAt);
};
