/** Publishes to people: an entry fans out to one message for each addressee, each with its own intent and outcome. */
import { renderEmail } from '../../adapt/email/render-email.ts';
import type { Addressee } from '../../core/addressee.ts';
import type { Account } from '../../core/account.ts';
import type { Outcome } from '../../core/entry.ts';
import { isAtOrBefore, isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { counted, NOBODY, type Sending, type SendingCounts } from '../../core/sending.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Page, Row, World } from '../../ports.ts';
import type { PeopleJob, PeoplePublisher, RenderedLetter } from '../../ports/people-publisher.ts';
import type { Job, Publisher } from '../../ports/publisher.ts';
import { leaveIfThere } from '../audience/leave-audience.ts';
import { addresseePage } from '../audience/list-addressees.ts';
import { currentGuide, guideFor } from '../guide/current-guide.ts';
import { allRows } from '../rows.ts';
import { sendToOne, type Fanning, type Stopped } from './send-to-one.ts';

const PAGE = 100;
const AT_ONCE = 8;
/** How long one claim sends: the smallest function that publishes, and any lease, must outlast it and a call. */
const BATCH_SECONDS = 25;
const SOON_SECONDS = 1;
const PATIENCE_SECONDS = 30;
const LONG = 'The audience takes longer than one turn.';

interface Turn extends Fanning {
  readonly until: string;
}

/** As the guide of the moment of sending dresses it. */
const letterOf = async (world: World, tenant: Tenant, { payload, account }: Job): Promise<RenderedLetter> => {
  const { channel, locale } = payload;
  const { guide } = await currentGuide(world, tenant);
  return renderEmail(payload, guideFor(guide, { channel, locale, account: account.id }), locale);
};

const peopleJob = async (world: World, tenant: Tenant, job: Job): Promise<PeopleJob> =>
  job.account.channel === 'email' ? { ...job, letter: await letterOf(world, tenant, job) } : job;

/** The rows of the entry's addressees between two, both of the audience's own order. */
const sendingsOf = async (
  { world, tenant, job }: Fanning,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, Row<Sending>>> => {
  const { pk } = keys.entry(tenant, job.entry.id);
  const rows = await allRows((asking) => world.store.children<Sending>(pk, 'TO#', { ...asking, from, to }));
  return new Map(rows.map((row) => [row.key.sk, row]));
};

/** Who was never tried, who has waited long enough, and who did not get it before a person asked to try those again. */
const isOpen = ({ world, job }: Fanning, known: Row<Sending> | undefined): boolean => {
  if (known === undefined) return true;
  const { state, attempt, after } = known.value;
  if (state !== 'rejected' && state !== 'waiting') return false;
  return (
    attempt <= (job.entry.rejectedAgain ?? 0) ||
    (after !== undefined && isAtOrBefore(after, world.clock.now()))
  );
};

/** A turn ends by the clock, between two messages. */
const overTime = ({ world, until }: Turn): Stopped | undefined => {
  const now = world.clock.now();
  return isBefore(now, until)
    ? undefined
    : { is: 'retry', after: plusSeconds(now, SOON_SECONDS), reason: LONG };
};

/** No later send asks for them. */
const takeOut = async ({ world, tenant, gone }: Fanning): Promise<void> => {
  for (const leaving of gone.splice(0)) await leaveIfThere(world, tenant, leaving, { system: 'publisher' });
};

const sendPage = async (fanning: Turn, rows: readonly Row<Addressee>[]): Promise<Stopped | undefined> => {
  const [first, last] = [rows[0]?.key.sk, rows.at(-1)?.key.sk];
  if (first === undefined || last === undefined) return undefined;
  const known = await sendingsOf(fanning, first, last);
  const { locale } = fanning.job.payload;
  const open = rows.filter((row) => row.value.locale === locale && isOpen(fanning, known.get(row.key.sk)));
  let stopped: Stopped | undefined;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let row = open[next++]; row && !stopped; row = open[next++])
      stopped = overTime(fanning) ?? (await sendToOne(fanning, row, known.get(row.key.sk))) ?? stopped;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await takeOut(fanning);
  return stopped;
};

interface Tally {
  readonly counts: SendingCounts;
  /** When the last of them got it. */
  readonly sentAt?: string;
  /** The first of those who wait. */
  readonly next?: Sending;
}

const earlier = (one: Sending, other: Sending | undefined): Sending =>
  other && isBefore(other.after ?? other.at, one.after ?? one.at) ? other : one;

const tallied = ({ counts, sentAt, next }: Tally, sending: Sending): Tally => {
  const { state, at } = sending;
  const last = state === 'sent' && (sentAt === undefined || isBefore(sentAt, at)) ? at : sentAt;
  const first = state === 'waiting' ? earlier(sending, next) : next;
  return {
    counts: counted(counts, sending),
    ...(last !== undefined && { sentAt: last }),
    ...(first && { next: first }),
  };
};

const tallyOf = async ({ world, tenant, job }: Fanning): Promise<Tally> => {
  const { pk } = keys.entry(tenant, job.entry.id);
  const rows = await allRows((asking) => world.store.children<Sending>(pk, 'TO#', asking));
  return rows.reduce<Tally>((tally, { value }) => tallied(tally, value), { counts: NOBODY });
};

const ended = (counts: SendingCounts, { name }: Account, locale: string): Outcome =>
  Object.values(counts).every((count) => count === 0)
    ? {
        is: 'rejected',
        reason: `Nobody in the audience of ${name} reads ${locale}: import addressees first.`,
      }
    : { is: 'sent', counts };

const goesOn = (
  { after, reason, unauthorised, rateLimited }: Omit<Stopped, 'is'>,
  { counts, sentAt }: Tally,
  all: true | undefined,
): Outcome => ({
  is: 'goes-on',
  after,
  reason,
  counts,
  ...(sentAt !== undefined && { sentAt }),
  ...(all && { all }),
  ...(unauthorised && { unauthorised }),
  ...(rateLimited && { rateLimited }),
});

const waiting = async (fanning: Fanning, stopped: Stopped): Promise<Outcome> =>
  goesOn(stopped, await tallyOf(fanning), fanning.job.entry.reached?.all);

/** Once everybody was asked, it ends when nobody waits. */
const asked = async (fanning: Fanning): Promise<Outcome> => {
  const tally = await tallyOf(fanning);
  const { account, payload } = fanning.job;
  if (!tally.next) return ended(tally.counts, account, payload.locale);
  const { after = tally.next.at, reason = '' } = tally.next;
  // Whoever is due and was passed over, as one who reads another language by now, is no reason to hurry.
  const again = plusSeconds(fanning.world.clock.now(), PATIENCE_SECONDS);
  return goesOn({ after: isBefore(after, again) ? again : after, reason }, tally, true);
};

const fanOut = async (fanning: Turn): Promise<Outcome> => {
  const { world, tenant, job } = fanning;
  let cursor: string | undefined;
  do {
    const page: Page<Addressee> = await addresseePage(world, tenant, job.account.id, {
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    const stopped = await sendPage(fanning, page.rows);
    if (stopped) return waiting(fanning, stopped);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return asked(fanning);
};

const brokenOff = (fanning: Fanning): Promise<Outcome> =>
  waiting(fanning, {
    is: 'retry',
    after: plusSeconds(fanning.world.clock.now(), SOON_SECONDS),
    reason: LONG,
  });

/**
 * As the publisher's path knows it. A broken-off turn is settled by its rows: what they know nothing of goes on by the
 * same path, and what was intended without an outcome is never sent again.
 */
export const toPeople = (world: World, tenant: Tenant, people: PeoplePublisher): Publisher => ({
  idempotency: 'none',
  // What cannot be rendered fails before anything is intended: it ends as missed, and never goes round.
  prepare: async (job) => people.prepare(await peopleJob(world, tenant, job)),
  send: async (job) => {
    const until = plusSeconds(world.clock.now(), BATCH_SECONDS);
    return fanOut({ world, tenant, people, job: await peopleJob(world, tenant, job), gone: [], until });
  },
  readBack: async (job) => ({
    is: 'settled',
    outcome: await brokenOff({ world, tenant, people, job, gone: [] }),
  }),
});
