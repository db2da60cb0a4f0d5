/** Settles an unconfirmed entry by reading the channel back; sends again only where that cannot post twice. */
import type { Entry, Outcome } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { isBefore, plusMinutes, plusSeconds } from '../../core/instant.ts';
import { CALL_TIMEOUT_SECONDS } from '../../core/lease.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import type { Job, Posted, Publisher, ReadBack } from '../../ports/publisher.ts';
import { checkHealth } from '../account/check-health.ts';
import { isTaken } from './claim-post.ts';
import { jobOf } from './job-of.ts';
import { makeReady, type Ready } from './ready.ts';
import { record, tick } from './record.ts';
import { rivalsOf } from './rivals.ts';

const LOOK_AGAIN_MINUTES = 5;
const TRIES = 5;
/** After this the machine stops asking; a person decides, with both answers one click away. */
const LOOK_FOR_MINUTES = 60;

/** What a look at the channel says for certain. */
interface Look {
  /** Absent while nothing is. */
  readonly outcome?: Outcome;
  /** By its words alone, which another entry may say as well. */
  readonly found?: true;
  /** What the same call came to that was made once more. */
  readonly repeated?: Outcome;
}

interface Looking {
  readonly world: World;
  readonly tenant: Tenant;
  readonly ready: Ready;
  readonly job: Job;
  readonly checkpoint: string;
}

/** Only where the same call cannot make a second post, and the provider still remembers the first. */
const mayRepeat = ({ idempotency, exactForSeconds }: Publisher, { entry }: Job, now: string): boolean => {
  if (idempotency !== 'exact') return false;
  const since = entry.attempt?.firstIntentAt ?? entry.attempt?.intentAt;
  const until =
    since !== undefined &&
    exactForSeconds !== undefined &&
    plusSeconds(since, exactForSeconds - CALL_TIMEOUT_SECONDS);
  return until === false || isBefore(now, until);
};

const brokenOff = () => ({ is: 'unconfirmed', reason: 'The call broke off' }) as const;

/** That a repeat is turned down says nothing of the first call, even where the channel does not show it: lists lag. */
const again = async ({ world, ready: { publisher }, job, checkpoint }: Looking): Promise<Look> => {
  if (!mayRepeat(publisher, job, world.clock.now())) return {};
  const repeated = await publisher.send(job, checkpoint).catch(brokenOff);
  const settles = repeated.is === 'published' || repeated.is === 'handed-off';
  return settles ? { outcome: repeated } : { repeated };
};

const LIVE_SOMEWHERE: Look = { outcome: { is: 'published' } };

const untaken = async (
  { world, tenant, job }: Looking,
  posts: readonly Posted[],
): Promise<readonly Posted[]> => {
  const taken = await Promise.all(
    posts.map(({ externalId }) => isTaken(world, tenant, job.entry, externalId)),
  );
  return posts.filter((_, at) => !taken[at]);
};

/**
 * Where other entries say the same, what is found by its words is certain only by the call's own key, so that the call is made
 * again where it may be; elsewhere only where there are as many posts as entries that may have made them.
 */
const foundOf = async (
  looking: Looking,
  { externalId, url, also = [], isLive = false }: Extract<ReadBack, { is: 'found' }>,
): Promise<Look> => {
  const all = [{ externalId, ...(url !== undefined && { url }) }, ...also];
  const posts = await untaken(looking, all);
  const [post] = posts;
  if (!post) return isLive ? LIVE_SOMEWHERE : again(looking);
  const rivals = await rivalsOf(looking.world, looking.tenant, looking.job);
  const look = rivals > 0 ? await again(looking) : {};
  if (look.outcome || look.repeated) return look;
  if (posts.length > rivals) return { outcome: { is: 'published', ...post }, found: true };
  return isLive ? LIVE_SOMEWHERE : {};
};

const UNKNOWN = { is: 'unknown', reason: 'The look broke off' } as const;

const lookAt = async (looking: Looking): Promise<Look> => {
  const { ready, job, checkpoint } = looking;
  const back = await ready.publisher.readBack(job, checkpoint).catch(() => UNKNOWN);
  switch (back.is) {
    case 'found':
      return foundOf(looking, back);
    case 'absent':
      return again(looking);
    case 'settled':
      return { outcome: back.outcome };
    case 'unknown':
      return {};
  }
};

/** Not before the provider wants to be asked again, unless that is after the last look. */
const lookAgain = async (
  world: World,
  tenant: Tenant,
  row: Row<Entry>,
  repeated?: Outcome,
): Promise<void> => {
  const now = world.clock.now();
  const since = row.value.attempt?.intentAt ?? now;
  const last = plusMinutes(since, LOOK_FOR_MINUTES);
  const giveUp = isBefore(last, now);
  const soon = plusMinutes(now, LOOK_AGAIN_MINUTES);
  const asked = repeated?.is === 'retry' && isBefore(soon, repeated.after) ? repeated.after : soon;
  const latest = isBefore(last, soon) ? soon : plusMinutes(last, 1);
  const at = isBefore(asked, latest) ? asked : latest;
  const { attempts: attempt } = row.value;
  await tick(world, tenant, row, { do: 'look-again', attempt, ...(!giveUp && { at }) });
};

const follow = async (
  { world, tenant, ready }: Looking,
  row: Row<Entry>,
  { outcome, found, repeated }: Look,
): Promise<void> => {
  if (!outcome || outcome.is === 'unconfirmed') {
    await lookAgain(world, tenant, row, repeated);
    // What has just been read shows that the token may be good all the same: the provider is asked, and a refused one renewed.
    if (repeated?.is === 'retry' && repeated.unauthorised) await checkHealth(world, tenant, ready.account);
    return;
  }
  const command = { do: 'outcome', attempt: row.value.attempts, outcome, ...(found && { found }) } as const;
  const { value } = await record(world, tenant, row, command);
  // Of a post in parts, what follows the one that was found.
  if (value.state === 'scheduled' && value.wakeAt !== undefined)
    await world.wakeUps.set(tenant.workspace, value.id, value.wakeAt);
};

/** Another entry was quicker to find the same post; there may be more. */
const wasTaken = ({ found }: Look, error: unknown): boolean =>
  found === true && error instanceof Refused && error.code === 'already-exists';

export const readBackEntry = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const ready = await makeReady(world, tenant, row.value);
  const checkpoint = row.value.attempt?.checkpoint;
  if ('reason' in ready || checkpoint === undefined) return lookAgain(world, tenant, row);
  const { job } = jobOf(tenant, row.value, ready);
  const looking: Looking = { world, tenant, ready, job, checkpoint };
  for (let tries = 1; ; tries += 1) {
    const look = await lookAt(looking);
    try {
      return await follow(looking, row, look);
    } catch (error) {
      if (!wasTaken(look, error)) throw error;
      if (tries >= TRIES) return lookAgain(world, tenant, row);
    }
  }
};
