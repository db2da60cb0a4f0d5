/** An entry in each of its states, and every command with a moment at which nothing but the state can refuse it. */
import {
  ENTRY_STATES,
  type Entry,
  type EntryCommand,
  type EntryState,
  type Slot,
} from '../../functions/core/entry.ts';
import { asId } from '../../functions/core/ids.ts';
import { contentHash } from '../../functions/core/payload.ts';
import { NOBODY } from '../../functions/core/sending.ts';

export const slot: Slot = { wall: '2027-05-04T09:00', zone: 'UTC', instant: '2027-05-04T09:00:00Z' };
export const later: Slot = { wall: '2027-05-05T09:00', zone: 'UTC', instant: '2027-05-05T09:00:00Z' };

export const hashOf = (text: string) =>
  contentHash(
    { channel: 'x', format: 'post', locale: 'en-US', parts: [{ field: 'text', text }], media: [] },
    {},
  );

const base: Entry = {
  id: asId('01E'),
  campaign: asId('01C'),
  variant: asId('01V'),
  account: asId('01X'),
  channel: 'x',
  locale: 'en-US',
  revision: 1,
  hash: hashOf('one'),
  slot,
  state: 'planned',
  whenApproved: true,
  graceMinutes: 30,
  attempts: 0,
  owner: asId('01U'),
  words: 'one',
};

const attempt = { number: 1, claimedAt: '2027-05-04T09:00:00Z', leaseUntil: '2027-05-04T09:10:00Z' };
const intended = { ...attempt, intentAt: '2027-05-04T09:01:00Z', checkpoint: 'sent' };

/** Of a post in two parts of which the first is live, each state that it can have. */
export const IN_PART = [
  'scheduled+',
  'publishing+',
  'intended+',
  'failed+',
  'unconfirmed+',
  'held+',
] as const;
type InPart = (typeof IN_PART)[number];
/** `publishing` is before the intent, `intended` after it; `+`: one of two parts is live. */
export type Stage = EntryState | 'intended' | InPart;

const first = { part: 'text', outcome: { is: 'published', externalId: '7' } } as const;
const second = { part: 'thread[0]' } as const;
const waitedUntil = slot.instant;
const sending = { ...intended, part: second.part };

const extras: Readonly<Record<Stage, Partial<Entry>>> = {
  planned: { wakeAt: '2027-05-04T09:30:00Z' },
  scheduled: { wakeAt: slot.instant },
  publishing: { attempts: 1, attempt, wakeAt: attempt.leaseUntil },
  intended: { attempts: 1, attempt: intended, wakeAt: attempt.leaseUntil },
  'handed-off': { attempts: 1, attempt: intended, outcome: { is: 'handed-off' } },
  published: { attempts: 1, attempt: intended, outcome: { is: 'published', externalId: '7' } },
  failed: { attempts: 1, attempt: intended, outcome: { is: 'rejected', reason: 'no' } },
  unconfirmed: { attempts: 1, attempt: intended, wakeAt: '2027-05-04T09:11:00Z' },
  held: { hold: { reason: 'embargo', says: 'until June' } },
  missed: {},
  cancelled: {},
  'scheduled+': { parts: [first, second], wakeAt: slot.instant, attempts: 1, attempt },
  'publishing+': {
    parts: [first, second],
    waitedUntil,
    attempts: 1,
    attempt: { ...attempt, part: second.part, checkpoint: 'c' },
    wakeAt: attempt.leaseUntil,
  },
  'intended+': {
    parts: [first, second],
    waitedUntil,
    attempts: 1,
    attempt: sending,
    wakeAt: attempt.leaseUntil,
  },
  'failed+': {
    parts: [first, { ...second, outcome: { is: 'rejected', reason: 'no' } }],
    attempts: 1,
    attempt: sending,
    outcome: { is: 'rejected', reason: 'no' },
  },
  'unconfirmed+': {
    parts: [first, { ...second, outcome: { is: 'unconfirmed', reason: 'timeout' } }],
    attempts: 1,
    attempt: sending,
    outcome: { is: 'unconfirmed', reason: 'timeout' },
    wakeAt: '2027-05-04T09:11:00Z',
  },
  'held+': {
    parts: [first, second],
    attempts: 1,
    attempt,
    hold: { reason: 'paused', says: 'by Ann' },
  },
};

const stateOf = (stage: Stage): EntryState => {
  const [state = stage] = stage.split('+');
  return state === 'intended' ? 'publishing' : (ENTRY_STATES.find((one) => one === state) ?? 'planned');
};

export const entryIn = (stage: Stage): Entry => ({
  ...base,
  ...extras[stage],
  state: stateOf(stage),
});

interface Step {
  readonly command: EntryCommand;
  readonly now: string;
}

const before = '2027-05-04T08:00:00Z';
const due = '2027-05-04T09:01:00Z';
const over = '2027-05-04T09:30:00Z';
const came = (outcome: Extract<EntryCommand, { do: 'outcome' }>['outcome']): Step => ({
  command: { do: 'outcome', attempt: 1, outcome },
  now: due,
});

export const steps = {
  schedule: { command: { do: 'schedule' }, now: before },
  approve: { command: { do: 'approve' }, now: before },
  reschedule: { command: { do: 'reschedule', slot: later }, now: before },
  pin: { command: { do: 'pin', revision: 2, hash: hashOf('two') }, now: before },
  unapprove: { command: { do: 'unapprove' }, now: before },
  hold: { command: { do: 'hold', hold: { reason: 'paused', says: 'by Ann' } }, now: before },
  recheck: { command: { do: 'recheck' }, now: before },
  miss: { command: { do: 'miss' }, now: over },
  claim: { command: { do: 'claim', leaseUntil: '2027-05-04T09:11:00Z' }, now: due },
  checkpoint: {
    command: { do: 'checkpoint', attempt: 1, checkpoint: 'c', wakeAt: '2027-05-04T09:03:00Z' },
    now: due,
  },
  intend: { command: { do: 'intend', attempt: 1, checkpoint: 'c' }, now: due },
  wait: { command: { do: 'wait', attempt: 1, checkpoint: 'c', until: '2027-05-04T09:20:00Z' }, now: due },
  'outcome: published': came({ is: 'published', externalId: '7' }),
  'outcome: rejected': came({ is: 'rejected', reason: 'no' }),
  'outcome: retry': came({ is: 'retry', after: '2027-05-04T09:05:00Z', reason: '429' }),
  'outcome: unconfirmed': came({ is: 'unconfirmed', reason: 'timeout' }),
  'outcome: handed-off': came({ is: 'handed-off' }),
  'outcome: sent': came({ is: 'sent', counts: { ...NOBODY, sent: 2, rejected: 1 } }),
  'outcome: sent-to-none': came({ is: 'sent', counts: { ...NOBODY, rejected: 1 } }),
  'outcome: goes-on': came({
    is: 'goes-on',
    after: '2027-05-04T09:05:00Z',
    reason: 'busy',
    counts: NOBODY,
  }),
  'send-again': { command: { do: 'send-again' }, now: due },
  'lease-over': { command: { do: 'lease-over' }, now: over },
  'look-again': { command: { do: 'look-again', attempt: 1, at: '2027-05-04T09:20:00Z' }, now: over },
  'settle: published': { command: { do: 'settle', as: 'published', url: 'https://x.example/7' }, now: over },
  'settle: not-published': { command: { do: 'settle', as: 'not-published' }, now: over },
  'confirm-hand-off': { command: { do: 'confirm-hand-off' }, now: over },
  cancel: { command: { do: 'cancel' }, now: before },
  'correct: amend': { command: { do: 'correct', is: 'amend', by: asId('01F') }, now: over },
  'correct: retract': { command: { do: 'correct', is: 'retract', by: asId('01F') }, now: over },
  corrected: {
    command: { do: 'corrected', is: 'amend', by: asId('01F'), at: over, revision: 2 },
    now: over,
  },
} as const satisfies Record<string, Step>;

/** The same entry as one that takes back another's post. */
export const correctingIn = (stage: Stage): Entry => ({
  ...entryIn(stage),
  correction: { corrects: asId('01D'), is: 'retract', live: [{ externalId: '7' }] },
});

/** The same entry while a correction of it is under way. */
export const beingCorrectedIn = (stage: Stage): Entry => ({ ...entryIn(stage), correcting: asId('01F') });
