/** Takes a claimed entry through prepare, checks, intent, the one create call, and its outcome; part after part where it has several. */
import type { Account } from '../../core/account.ts';
import type { Entry, Hold, Outcome } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { isOverdue } from '../../core/grace.ts';
import { leavesTimeToCall } from '../../core/lease.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Check, Row, World } from '../../ports.ts';
import type { Job, Prepared, Publisher } from '../../ports/publisher.ts';
import { tokenRefused } from '../account/token-refused.ts';
import { restAccount, restOf, type AtRest } from './account-rest.ts';
import { holdNow } from './checks.ts';
import { afterFirst } from './first-of-burst.ts';
import { checkpointOf, jobOf, type PartJob } from './job-of.ts';
import { makeReady, readAgain, type Ready, type Standing } from './ready.ts';
import { record, step, tick } from './record.ts';
import { takeRate } from './take-rate.ts';

/** One part of an entry under way. */
interface Sending extends PartJob {
  readonly world: World;
  readonly tenant: Tenant;
  readonly row: Row<Entry>;
  readonly ready: Ready;
}

const hold = async (
  { world, tenant, row }: Omit<Sending, keyof PartJob | 'ready'>,
  why: Hold,
): Promise<void> => {
  await step(world, tenant, row, { do: 'hold', hold: why });
};

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

const named = ({ job: { part } }: PartJob): { readonly part?: string } => (part ? { part: part.name } : {});

/** Taking a post back needs nobody's approval. */
const approvalStands = ({ hash, correction }: Entry, { variant }: Ready): readonly Check[] =>
  correction?.is === 'retract' ? [] : [{ key: variant.key, where: { 'approval.hash': hash } }];

/** The intent holds only while the approval that was checked still stands; before it, an edit or a cancel wins. */
const intend = async (
  { world, tenant, row, ready, job: { part }, of }: Sending,
  checkpoint: string,
): Promise<Row<Entry> | undefined> => {
  // Whoever slept through its lease leaves the entry to whoever looks next.
  if (!leavesTimeToCall(row.value, world.clock.now())) return undefined;
  const command = {
    do: 'intend',
    attempt: row.value.attempts,
    checkpoint,
    ...(part && { part: { name: part.name, of } }),
  } as const;
  try {
    return await step(world, tenant, row, command, approvalStands(row.value, ready));
  } catch (error) {
    if (error instanceof Refused && error.code === 'stale') return undefined;
    throw error;
  }
};

/** What came of it is written before anything is done about a token that was not taken. Answers the row while the same claim goes on. */
const settle = async (sending: Sending, outcome: Outcome): Promise<Row<Entry> | undefined> => {
  const { world, tenant, row, ready } = sending;
  const { attempts: attempt } = row.value;
  const came = await record(world, tenant, row, { do: 'outcome', attempt, outcome, ...named(sending) });
  if (outcome.is === 'retry' || outcome.is === 'goes-on') {
    if (outcome.unauthorised) await tokenRefused(world, tenant, ready.account, ready.token);
    if (outcome.rateLimited) await restAccount(world, tenant, ready.account, outcome);
  }
  if (outcome.is === 'retry' && outcome.waitsFor !== undefined && came.value.state === 'scheduled') {
    await hold({ world, tenant, row: came }, { reason: 'disconnected', says: outcome.waitsFor });
    return undefined;
  }
  const { state, wakeAt } = came.value;
  if (state === 'publishing') return came;
  if (state === 'scheduled' && wakeAt !== undefined)
    await world.wakeUps.set(tenant.workspace, row.value.id, wakeAt);
  return undefined;
};

/** What it stands on, if it may still go on now; otherwise it is missed, for the reason that `late` says, or held. */
const checked = async (sending: Sending, late?: string): Promise<Standing | undefined> => {
  const { world, tenant, row, ready } = sending;
  if (isOverdue(row.value, world.clock.now())) {
    await step(world, tenant, row, { do: 'miss', ...(late !== undefined && { says: late }) });
    return undefined;
  }
  const now = await readAgain(world, tenant, row.value, ready);
  const why = await holdNow(world, tenant, row.value, now);
  if (!why) return now;
  await hold(sending, why);
  return undefined;
};

/** A provider may work for ever: at each look, what would stop the post stops the waiting. */
const waitForProvider = async (
  sending: Sending,
  { checkpoint, after: wakeAt }: Extract<Prepared, { is: 'pending' }>,
): Promise<void> => {
  const { world, tenant, row } = sending;
  const { attempts: attempt } = row.value;
  const late = `${sending.ready.account.name} was still preparing it when its grace was over.`;
  if (await checked(sending, late))
    await tick(world, tenant, row, { do: 'checkpoint', attempt, checkpoint, wakeAt, ...named(sending) });
};

const checkAndSend = async (sending: Sending, checkpoint: string): Promise<Row<Entry> | undefined> => {
  const now = await checked(sending);
  if (!now) return undefined;
  return restOver(sending, now.account, () => sendAtRate(sending, now, checkpoint));
};

/** Until its rest is over nothing is asked of the account's provider. */
const rested = (sending: Sending, { until: after, reason }: AtRest): Promise<Row<Entry> | undefined> =>
  settle(sending, { is: 'retry', after, reason });

/** After the account's rest the first goes alone, so that all others hear its answer. */
const restOver = async (
  sending: Sending,
  account: Account,
  go: () => Promise<Row<Entry> | undefined>,
  isFirst = false,
): Promise<Row<Entry> | undefined> => {
  const { world, tenant } = sending;
  const rest = await restOf(world, tenant, account);
  if (!rest || (rest.is === 'over' && isFirst)) return go();
  if (rest.is === 'over')
    return afterFirst(world, tenant, account, () => restOver(sending, account, go, true));
  return rested(sending, rest);
};

const sendAtRate = async (
  sending: Sending,
  now: Standing,
  checkpoint: string,
): Promise<Row<Entry> | undefined> => {
  const { world, tenant, row, ready } = sending;
  const until = await takeRate(world, tenant, now.account);
  if (until !== undefined) {
    const { attempts: attempt } = row.value;
    await step(world, tenant, row, { do: 'wait', attempt, until, checkpoint, ...named(sending) });
    await world.wakeUps.set(tenant.workspace, row.value.id, until);
    return undefined;
  }
  const intended = await intend({ ...sending, ready: now }, checkpoint);
  if (!intended) return undefined;
  const { job } = jobOf(tenant, intended.value, ready);
  return settle({ ...sending, row: intended }, await callInTime(world, ready, job, checkpoint));
};

const prepareAndSend = async (sending: Sending): Promise<Row<Entry> | undefined> => {
  const { job, ready } = sending;
  const prepared = await ready.publisher.prepare(job, checkpointOf(job));
  switch (prepared.is) {
    case 'ready':
      return checkAndSend(sending, prepared.checkpoint);
    case 'pending':
      await waitForProvider(sending, prepared);
      return undefined;
    case 'rejected':
    case 'retry':
      return settle(sending, prepared);
  }
};

/** Answers the row while parts are left to the same claim. */
const sendPart = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<Row<Entry> | undefined> => {
  const ready = await makeReady(world, tenant, row.value);
  if ('reason' in ready) {
    await hold({ world, tenant, row }, ready);
    return undefined;
  }
  const sending: Sending = { world, tenant, row, ready, ...jobOf(tenant, row.value, ready) };
  const rest = await restOf(world, tenant, ready.account);
  if (rest?.is !== 'on') return prepareAndSend(sending);
  return (await checked(sending)) && rested(sending, rest);
};

/** `row` is claimed and has no intent yet. */
export const sendEntry = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  let next: Row<Entry> | undefined = row;
  while (next) next = await sendPart(world, tenant, next);
};
