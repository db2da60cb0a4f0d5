import { describe, expect, it } from 'vitest';
import type { Entry } from '../../functions/core/entry.ts';
import { CALL_TIMEOUT_SECONDS, CLOCK_SKEW_SECONDS, LEASE_SECONDS } from '../../functions/core/lease.ts';
import { plusSeconds } from '../../functions/core/instant.ts';
import { planEntry, transitionEntry } from '../../functions/core/transition-entry.ts';
import { refusalOf } from '../support/refusal.ts';
import { entryIn, hashOf, later, slot, steps } from './entry-world.ts';

const after = (entry: Entry, ...names: (keyof typeof steps)[]): Entry =>
  names.reduce((now, name) => transitionEntry(now, steps[name].command, steps[name].now).state, entry);

describe('when the publisher looks', () => {
  it.each<[string, Entry, string | undefined]>([
    ['planned: when it is overdue', after(entryIn('scheduled'), 'unapprove'), '2027-05-04T09:30:00Z'],
    ['scheduled: at its time', after(entryIn('planned'), 'schedule'), slot.instant],
    ['moved: at its new time', after(entryIn('missed'), 'reschedule'), later.instant],
    ['claimed: when the lease ends', after(entryIn('scheduled'), 'claim'), '2027-05-04T09:11:00Z'],
    ['waiting: when it was told to', after(entryIn('publishing'), 'checkpoint'), '2027-05-04T09:03:00Z'],
    ['intended: when the lease ends', after(entryIn('publishing'), 'intend'), '2027-05-04T09:10:00Z'],
    [
      'retried: after what the provider said',
      after(entryIn('intended'), 'outcome: retry'),
      '2027-05-04T09:05:00Z',
    ],
    [
      'unconfirmed: soon, to read back',
      after(entryIn('intended'), 'outcome: unconfirmed'),
      '2027-05-04T09:02:00Z',
    ],
    ['read back in vain: again', after(entryIn('unconfirmed'), 'look-again'), '2027-05-04T09:20:00Z'],
    [
      'lease over without intent: at once',
      after(entryIn('publishing'), 'lease-over'),
      '2027-05-04T09:30:00Z',
    ],
    ['rechecked: at its time', after(entryIn('held'), 'recheck'), slot.instant],
  ])('%s', (_when, entry, wakeAt) => {
    expect(entry.wakeAt).toBe(wakeAt);
  });

  it('never, once a read-back leaves the decision to a person', () => {
    const command = { do: 'look-again', attempt: 1 } as const;
    expect(transitionEntry(entryIn('unconfirmed'), command, '2027-05-04T10:00:00Z').state.wakeAt).toBe(
      undefined,
    );
  });
});

describe('conditions beyond the state', () => {
  const claimed = entryIn('publishing');
  const lease = (seconds: number): Entry => ({
    ...claimed,
    attempt: { number: 1, claimedAt: slot.instant, leaseUntil: plusSeconds(slot.instant, seconds) },
  });
  const enough = CALL_TIMEOUT_SECONDS + CLOCK_SKEW_SECONDS;
  const intend = { do: 'intend', attempt: 1, checkpoint: 'c' } as const;
  const claim = { do: 'claim', leaseUntil: '2027-05-04T10:00:00Z' } as const;
  const retried = transitionEntry(entryIn('intended'), steps['outcome: retry'].command, slot.instant).state;

  it.each<[string, () => unknown, string | undefined]>([
    [
      'claimed at its second',
      () => transitionEntry(entryIn('scheduled'), claim, '2027-05-04T09:00:00.000Z'),
      undefined,
    ],
    [
      'claimed a moment early',
      () => transitionEntry(entryIn('scheduled'), claim, '2027-05-04T08:59:59.999Z'),
      'not-in-this-state',
    ],
    [
      'claimed before a retry is due',
      () => transitionEntry(retried, claim, '2027-05-04T09:04:59Z'),
      'not-in-this-state',
    ],
    [
      'intended with time to spare',
      () => transitionEntry(lease(enough + 1), intend, slot.instant),
      undefined,
    ],
    ['intended with just the time', () => transitionEntry(lease(enough), intend, slot.instant), 'stale'],
    [
      'intended by an older attempt',
      () =>
        transitionEntry(
          {
            ...claimed,
            attempts: 2,
            attempt: { ...steps.claim.command, number: 2, claimedAt: slot.instant },
          },
          intend,
          slot.instant,
        ),
      'stale',
    ],
    [
      'an outcome of an older attempt',
      () =>
        transitionEntry(
          entryIn('intended'),
          { do: 'outcome', attempt: 0, outcome: { is: 'rejected', reason: 'no' } },
          slot.instant,
        ),
      'stale',
    ],
    [
      'a read-back of an older attempt',
      () => transitionEntry(entryIn('unconfirmed'), { do: 'look-again', attempt: 2 }, slot.instant),
      'stale',
    ],
    [
      'a checkpoint after the lease',
      () => transitionEntry(claimed, steps.checkpoint.command, '2027-05-04T09:10:00Z'),
      'stale',
    ],
    [
      'a lease that still lasts',
      () => transitionEntry(claimed, { do: 'lease-over' }, '2027-05-04T09:09:59Z'),
      'not-in-this-state',
    ],
    [
      'missed within its grace',
      () => transitionEntry(entryIn('scheduled'), { do: 'miss' }, '2027-05-04T09:29:59Z'),
      'not-in-this-state',
    ],
    [
      'approved without wanting it',
      () => transitionEntry({ ...entryIn('planned'), whenApproved: false }, { do: 'approve' }, slot.instant),
      'not-in-this-state',
    ],
    [
      'scheduled by hand without wanting it',
      () => transitionEntry({ ...entryIn('planned'), whenApproved: false }, { do: 'schedule' }, slot.instant),
      undefined,
    ],
    [
      'scheduled within its grace',
      () => transitionEntry(entryIn('planned'), { do: 'schedule' }, '2027-05-04T09:30:00Z'),
      undefined,
    ],
    [
      'scheduled after its grace',
      () => transitionEntry(entryIn('planned'), { do: 'schedule' }, '2027-05-04T09:30:01Z'),
      'in-the-past',
    ],
    [
      'moved into the running minute',
      () => transitionEntry(entryIn('failed'), { do: 'reschedule', slot }, '2027-05-04T09:00:59Z'),
      undefined,
    ],
    [
      'moved into the past',
      () => transitionEntry(entryIn('failed'), { do: 'reschedule', slot }, '2027-05-04T09:01:00Z'),
      'in-the-past',
    ],
    ['planned into the past', () => planEntry(entryIn('planned'), '2027-05-04T09:01:00Z'), 'in-the-past'],
  ])('%s', (_what, attempt, code) => {
    expect(refusalOf(attempt)).toBe(code);
  });
});

describe('what is kept and what is forgotten', () => {
  it('a new claim uses what the last one prepared', () => {
    const again = after(entryIn('publishing'), 'checkpoint', 'outcome: retry');
    const { state } = transitionEntry(
      again,
      { do: 'claim', leaseUntil: '2027-05-04T10:00:00Z' },
      '2027-05-04T09:05:00Z',
    );
    expect(state).toMatchObject({ attempts: 2, attempt: { number: 2, checkpoint: 'c' } });
    expect(state.attempt).not.toHaveProperty('intentAt');
    expect(state).not.toHaveProperty('outcome');
  });

  it('another revision does not', () => {
    const pinned = after(entryIn('failed'), 'pin', 'reschedule');
    expect(pinned).toMatchObject({ revision: 2, hash: hashOf('two'), attempts: 1 });
    expect(pinned).not.toHaveProperty('attempt');
  });

  it('another revision of a scheduled entry waits for its own approval, and then goes', () => {
    const pinned = after({ ...entryIn('scheduled'), whenApproved: false }, 'pin');
    expect(pinned).toMatchObject({ state: 'planned', whenApproved: true });
    expect(after(pinned, 'approve').state).toBe('scheduled');
  });

  it('waiting for the provider leaves a whole lease for the next look', () => {
    const waiting = after(entryIn('publishing'), 'checkpoint');
    expect(waiting.attempt?.leaseUntil).toBe(plusSeconds('2027-05-04T09:03:00Z', LEASE_SECONDS));
    expect(refusalOf(() => transitionEntry(waiting, steps.intend.command, '2027-05-04T09:03:00Z'))).toBe(
      undefined,
    );
  });

  it('a person settles with the address they found', () => {
    expect(after(entryIn('unconfirmed'), 'settle: published')).toMatchObject({
      outcome: { is: 'published', url: 'https://x.example/7' },
      publishedAt: '2027-05-04T09:30:00Z',
    });
  });

  it('a new entry is planned and looked at when it is overdue', () => {
    expect(planEntry(entryIn('planned'), '2027-05-01T00:00:00Z')).toMatchObject({
      state: { state: 'planned', attempts: 0, wakeAt: '2027-05-04T09:30:00Z' },
      events: [{ type: 'entry.planned' }],
    });
  });
});
