/** One message to one addressee: the intent holds only while they are subscribed, and precedes the one call. */
import type { Addressee } from '../../core/addressee.ts';
import type { Outcome } from '../../core/entry.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Sending } from '../../core/sending.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import type { MessageOutcome, PeopleJob, PeoplePublisher, Recipient } from '../../ports/people-publisher.ts';
import type { Leaving } from '../audience/leave-audience.ts';
import { hashOf } from '../audience/list-addressees.ts';
import { unsubscribeLink } from '../audience/unsubscribe.ts';
import { put } from '../rows.ts';

export interface Fanning {
  readonly world: World;
  readonly tenant: Tenant;
  readonly people: PeoplePublisher;
  readonly job: PeopleJob;
  /** Who turned out to be gone: taken out of the audience between two pages, so that no two get in each other's way. */
  readonly gone: Leaving[];
}

/** How long one who was put off waits before each further try; after those the last answer stands. */
const WAIT_SECONDS = [60, 180, 300, 600];

/** Why the whole turn ends here: what is asked of the provider next would meet the same. */
export type Stopped = Extract<Outcome, { is: 'retry' }>;

const sendingOf = (
  { world, job }: Fanning,
  state: Sending['state'],
  more: Partial<Sending> = {},
): Sending => ({
  state,
  attempt: job.entry.attempts,
  at: world.clock.now(),
  ...more,
});

/** The row once it is written; undefined when another worker, or the addressee themself, was quicker. */
const write = async (
  fanning: Fanning,
  row: Row<Addressee>,
  known: Row<Sending> | undefined,
  sending: Sending,
): Promise<Row<Sending> | undefined> => {
  const { world, tenant, job } = fanning;
  const key = keys.sending(tenant, job.entry.id, hashOf(row));
  const where = { state: 'subscribed' } as const;
  const checks = sending.state === 'intended' ? [{ key: row.key, where }] : [];
  const won = await world.store.tick([put(key, sending, known)], checks);
  return won ? { key, value: sending, rev: (known?.rev ?? 0) + 1 } : undefined;
};

const suppress = async (
  fanning: Fanning,
  row: Row<Addressee>,
  known: Row<Sending> | undefined,
): Promise<void> => {
  await write(fanning, row, known, sendingOf(fanning, 'suppressed'));
};

const ANY_EMAIL = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/gu;
/** Not in what mail servers say: their codes look like it. */
const ANY_NUMBER = /\+?\d[\d ().-]{7,18}\d/gu;

/** Providers repeat the address in what they say. */
const withoutAddress = (reason: string, { address }: Recipient): string =>
  reason
    .replaceAll(address, '…')
    .replace(address.includes('@') ? ANY_EMAIL : ANY_NUMBER, '…')
    .slice(0, 300);

/** The call is out of our hands once it starts: whatever it throws, nobody knows what the provider did. */
const callFor = async ({ people, job }: Fanning, to: Recipient): Promise<MessageOutcome> => {
  try {
    return await people.sendOne(job, to);
  } catch {
    return { is: 'unconfirmed', reason: 'The call broke off.' };
  }
};

/** What was certainly not taken is as if it had never been intended. */
const takeBack = async (
  { world }: Fanning,
  intended: Row<Sending>,
  known: Row<Sending> | undefined,
): Promise<void> => {
  const { key, rev } = intended;
  await world.store.tick([known ? put(key, known.value, intended) : { op: 'remove', key, rev }]);
};

const recipientOf = async ({ world, tenant, job }: Fanning, row: Row<Addressee>): Promise<Recipient> => {
  const hash = hashOf(row);
  const { address, locale } = row.value;
  const link =
    job.account.channel === 'email' ? await unsubscribeLink(world, tenant, job.account.id, hash) : undefined;
  return { address, hash, locale, ...(link !== undefined && { unsubscribe: link }) };
};

type Retry = Extract<MessageOutcome, { is: 'retry' }>;

/** How often they were put off since a person asked for it last. */
const triesOf = ({ job }: Fanning, known: Row<Sending> | undefined): number =>
  known?.value.state === 'waiting' && known.value.attempt > (job.entry.rejectedAgain ?? 0)
    ? (known.value.tries ?? 0)
    : 0;

/** Others get theirs meanwhile. Whoever is put off too often has rejected it. */
const putOff = async (
  fanning: Fanning,
  row: Row<Addressee>,
  intended: Row<Sending>,
  { after, reason }: Retry,
  before: number,
): Promise<void> => {
  const wait = WAIT_SECONDS[before];
  if (wait === undefined) {
    await write(fanning, row, intended, sendingOf(fanning, 'rejected', { reason }));
    return;
  }
  const usual = plusSeconds(fanning.world.clock.now(), wait);
  const again = isBefore(usual, after) ? after : usual;
  const waiting = { tries: before + 1, after: again, reason };
  await write(fanning, row, intended, sendingOf(fanning, 'waiting', waiting));
};

const settle = async (
  fanning: Fanning,
  row: Row<Addressee>,
  intended: Row<Sending>,
  came: Exclude<MessageOutcome, Retry>,
  to: Recipient,
): Promise<void> => {
  const sending =
    came.is === 'published'
      ? sendingOf(fanning, 'sent', came.externalId === undefined ? {} : { externalId: came.externalId })
      : sendingOf(fanning, came.is, { reason: withoutAddress(came.reason, to) });
  await write(fanning, row, intended, sending);
  if (came.is === 'rejected' && came.gone)
    fanning.gone.push({
      account: fanning.job.account.id,
      to: to.hash,
      state: came.gone,
      reason: sending.reason ?? '',
    });
};

/** Answers why the turn ends, if it does. `known`: what came of an earlier attempt. */
export const sendToOne = async (
  fanning: Fanning,
  row: Row<Addressee>,
  known: Row<Sending> | undefined,
): Promise<Stopped | undefined> => {
  if (row.value.state !== 'subscribed') {
    await suppress(fanning, row, known);
    return undefined;
  }
  const to = await recipientOf(fanning, row);
  const intended = await write(fanning, row, known, sendingOf(fanning, 'intended'));
  if (!intended) {
    const now = await fanning.world.store.get(row.key);
    if (now?.value.state !== 'subscribed') await suppress(fanning, row, known);
    return undefined;
  }
  const came = await callFor(fanning, to);
  if (came.is === 'retry') {
    const { alone, ...stopped } = { ...came, reason: withoutAddress(came.reason, to) };
    if (alone) await putOff(fanning, row, intended, stopped, triesOf(fanning, known));
    else await takeBack(fanning, intended, known);
    return alone ? undefined : stopped;
  }
  await settle(fanning, row, intended, came, to);
  return undefined;
};
