/** Takes a claimed entry through prepare, checks, intent, the one create call, and its outcome. */
import { payloadAt } from '../../adapt/payload-of.ts';
import type { Entry, Hold, Outcome } from '../../core/entry.ts';
import { leavesTimeToCall } from '../../core/lease.ts';
import { Refused } from '../../core/errors.ts';
import type { Tenant } from '../../core/tenant.ts';
import { isOverdue } from '../../core/transition-entry.ts';
import type { Row, World } from '../../ports.ts';
import type { Job, Publisher } from '../../ports/publisher.ts';
import { tokenRefused } from '../account/token-refused.ts';
import { holdNow } from './checks.ts';
import { makeReady, readAgain, type Ready } from './ready.ts';
import { record, step, tick } from './record.ts';
import { takeRate } from './take-rate.ts';

const hold = async (world: World, tenant: Tenant, row: Row<Entry>, why: Hold): Promise<void> => {
  await step(world, tenant, row, { do: 'hold', hold: why });
};

const jobOf = (tenant: Tenant, entry: Entry, { account, variant, revision }: Ready): Job => ({
  workspace: tenant.workspace,
  entry,
  account,
  payload: payloadAt(variant.value.place, revision),
});

/** The call is out of our hands once it starts: whatever it throws, nobody knows what the provider did. */
const sendOnce = async (publisher: Publisher, job: Job, checkpoint: string): Promise<Outcome> => {
  try {
    return await publisher.send(job, checkpoint);
  } catch (error) {
    return { is: 'unconfirmed', reason: error instanceof Error ? error.message : 'The call broke off' };
  }
};

/** A machine that slept after the intent makes no late call, which somebody else may have made by now. */
const callInTime = async (
  { clock }: World,
  { publisher }: Ready,
  job: Job,
  checkpoint: string,
): Promise<Outcome> => {
  const now = clock.now();
  return leavesTimeToCall(job.entry, now)
    ? sendOnce(publisher, job, checkpoint)
    : { is: 'retry', after: now, reason: 'Too much time passed before the call, so that none was made.' };
};

/** The intent holds only while the approval that was checked still stands; before it, an edit or a cancel wins. */
const intend = async (
  world: World,
  tenant: Tenant,
  row: Row<Entry>,
  { variant }: Ready,
  checkpoint: string,
): Promise<Row<Entry> | undefined> => {
  // Whoever slept through its lease leaves the entry to whoever looks next.
  if (!leavesTimeToCall(row.value, world.clock.now())) return undefined;
  try {
    return await step(world, tenant, row, { do: 'intend', attempt: row.value.attempts, checkpoint }, [
      { key: variant.key, where: { 'approval.hash': row.value.hash } },
    ]);
  } catch (error) {
    if (error instanceof Refused && error.code === 'stale') return undefined;
    throw error;
  }
};

/** What came of it is written before anything is done about a token that was not taken. */
const settle = async (
  world: World,
  tenant: Tenant,
  row: Row<Entry>,
  { account }: Ready,
  outcome: Outcome,
): Promise<void> => {
  await record(world, tenant, row, { do: 'outcome', attempt: row.value.attempts, outcome });
  if (outcome.is !== 'retry' && outcome.is !== 'goes-on') return;
  if (outcome.is === 'retry' && outcome.unauthorised) await tokenRefused(world, tenant, account);
  await world.wakeUps.set(tenant.workspace, row.value.id, outcome.after);
};

const checkAndSend = async (
  world: World,
  tenant: Tenant,
  row: Row<Entry>,
  ready: Ready,
  checkpoint: string,
): Promise<void> => {
  if (isOverdue(row.value, world.clock.now())) {
    await step(world, tenant, row, { do: 'miss' });
    return;
  }
  const now = await readAgain(world, tenant, row.value, ready);
  const why = await holdNow(world, tenant, row.value, now);
  if (why) return hold(world, tenant, row, why);
  const until = await takeRate(world, tenant, now.account);
  if (until !== undefined) {
    await step(world, tenant, row, { do: 'wait', attempt: row.value.attempts, until, checkpoint });
    await world.wakeUps.set(tenant.workspace, row.value.id, until);
    return;
  }
  const intended = await intend(world, tenant, row, now, checkpoint);
  if (!intended) return;
  const outcome = await callInTime(world, ready, jobOf(tenant, intended.value, ready), checkpoint);
  await settle(world, tenant, intended, ready, outcome);
};

/** `row` is claimed and has no intent yet. */
export const sendEntry = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const ready = await makeReady(world, tenant, row.value);
  if ('reason' in ready) return hold(world, tenant, row, ready);
  const attempt = row.value.attempts;
  const prepared = await ready.publisher.prepare(
    jobOf(tenant, row.value, ready),
    row.value.attempt?.checkpoint,
  );
  switch (prepared.is) {
    case 'ready':
      return checkAndSend(world, tenant, row, ready, prepared.checkpoint);
    case 'pending': {
      const { checkpoint, after } = prepared;
      await tick(world, tenant, row, { do: 'checkpoint', attempt, checkpoint, wakeAt: after });
      return;
    }
    case 'rejected':
    case 'retry':
      await settle(world, tenant, row, ready, prepared);
  }
};
