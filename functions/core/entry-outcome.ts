/** The part of the entry's state machine that concludes: what came of a call, what a person says of it, and what is tried again. */
import type { Attempt, Entry, Outcome } from './entry.ts';
import { became, notNow, type EntryTransition, type Of } from './entry-became.ts';
import { goOnWithParts, hasMissingParts, mainOutcome, partsText, withPartOutcome } from './entry-parts.ts';
import { endToPeople, goOnToPeople, hasUnreached, reachesSomebody, sentToPeople } from './entry-people.ts';
import { doneEvent } from './correct-entry.ts';
import { Refused } from './errors.ts';
import { withinGrace } from './grace.ts';
import { plusSeconds } from './instant.ts';

/** A post may take this long to show up where it is read back. */
const READ_BACK_AFTER_SECONDS = 60;

/** @throws Refused `stale`: another worker has claimed the entry since. */
export const currentAttempt = (entry: Entry, number: number): Attempt => {
  if (entry.attempt?.number !== number)
    throw new Refused('stale', `Attempt ${number} is over; the current one is ${entry.attempts}`, {
      attempt: entry.attempts,
    });
  return entry.attempt;
};

/** A slow owner settles its own call even after it was given up as unconfirmed. */
export const outcome = (entry: Entry, command: Of<'outcome'>, now: string): EntryTransition => {
  const attempt = currentAttempt(entry, command.attempt);
  const came = command.outcome;
  const sent = came.is !== 'rejected' && came.is !== 'retry';
  if (sent && attempt.intentAt === undefined)
    throw notNow(entry, 'outcome', 'Nothing is sent without an intent, so it cannot have come out');
  return concluded(entry, came, now, command.part);
};

/** Of a post in parts the outcome is that of the part which is named, or of the one that was intended. */
export const concluded = (was: Entry, came: Outcome, now: string, named?: string): EntryTransition => {
  const part = was.parts && (named ?? was.attempt?.part);
  const entry = withPartOutcome(was, came, part);
  const data = { attempt: entry.attempts, ...(part !== undefined && { part }), ...came };
  switch (came.is) {
    case 'published':
      return published(entry, came, data, now);
    case 'rejected':
      return reachesSomebody(entry)
        ? endToPeople(entry, came.reason, now)
        : became(entry, 'failed', 'entry.failed', data, { outcome: came });
    case 'retry':
      return became(entry, 'scheduled', 'entry.retried', data, {
        outcome: came,
        wakeAt: withinGrace(entry, came.after),
      });
    case 'handed-off':
      return became(entry, 'handed-off', 'entry.handed-off', data, { outcome: came });
    case 'sent':
      return sentToPeople(entry, came, now);
    case 'goes-on':
      return goOnToPeople(entry, came, data);
    default:
      return became(entry, 'unconfirmed', 'entry.unconfirmed', data, {
        outcome: came,
        wakeAt: plusSeconds(now, READ_BACK_AFTER_SECONDS),
      });
  }
};

/** Published is only what is live as a whole. */
const published = (
  entry: Entry,
  came: Extract<Outcome, { is: 'published' }>,
  data: Readonly<Record<string, unknown>>,
  now: string,
): EntryTransition =>
  hasMissingParts(entry)
    ? goOnWithParts(entry, entry.correction ? 'entry.part-corrected' : 'entry.part-published', data, now)
    : became(entry, 'published', doneEvent(entry), data, {
        outcome: mainOutcome(entry, came),
        publishedAt: now,
      });

/** @throws Refused `not-in-this-state` where nobody is left who may get it, and no part of it is missing. */
export const sendAgain = (entry: Entry, now: string): EntryTransition => {
  if (entry.correction) throw notNow(entry, 'send-again', 'Ask for the correction again at the post itself');
  if (entry.correcting !== undefined || entry.corrected)
    throw notNow(entry, 'send-again', 'What is live of it was to be retracted, so that nothing follows');
  const { attempts: attempt } = entry;
  if (hasMissingParts(entry))
    return became(
      entry,
      'scheduled',
      'entry.retried',
      { attempt, parts: partsText(entry) },
      { wakeAt: now, waitedUntil: now },
    );
  if (!hasUnreached(entry))
    throw notNow(entry, 'send-again', 'No addressee rejected it, so there is nobody to send it to again');
  const set = { wakeAt: now, waitedUntil: now, rejectedAgain: attempt };
  const { counts } = entry.reached ?? {};
  return became(entry, 'scheduled', 'entry.retried', { attempt, ...counts }, set);
};

const notDone = ({ correction }: Entry) =>
  ({ is: 'rejected', reason: `A person looked: it was not ${correction ? 'done' : 'published'}.` }) as const;

/** @throws Refused `invalid-input` for another part than the one that nobody knows of. */
export const settle = (was: Entry, { as, url, part }: Of<'settle'>, now: string): EntryTransition => {
  const unknown = was.attempt?.part;
  if (part !== undefined && part !== unknown)
    throw new Refused(
      'invalid-input',
      `Nobody asks about “${part}”; what is unconfirmed is ${unknown === undefined ? 'the whole post' : `“${unknown}”`}.`,
      { part, unconfirmed: unknown },
    );
  const where = url === undefined ? {} : { url };
  const came = as === 'published' ? ({ is: 'published', ...where } as const) : notDone(was);
  const entry = withPartOutcome(was, came);
  const data = { as, ...where, ...(unknown !== undefined && { part: unknown }) };
  if (came.is !== 'published') return became(entry, 'failed', 'entry.settled', data, { outcome: came });
  return hasMissingParts(entry)
    ? goOnWithParts(entry, 'entry.settled', data, now)
    : became(entry, 'published', 'entry.settled', data, {
        outcome: mainOutcome(entry, came),
        publishedAt: now,
      });
};

export const confirmHandOff = (
  entry: Entry,
  { url }: Of<'confirm-hand-off'>,
  now: string,
): EntryTransition => {
  const where = url === undefined ? {} : { url };
  return became(
    entry,
    'published',
    doneEvent(entry),
    { handedOff: true, ...where },
    {
      outcome: { is: 'published', ...where },
      publishedAt: now,
    },
  );
};
