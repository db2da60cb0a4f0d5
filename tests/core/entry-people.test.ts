/** A send to people in the entry's state machine: nothing that stops it says that nobody has what people have. */
import { describe, expect, it } from 'vitest';
import type { Entry, Outcome } from '../../functions/core/entry.ts';
import { plusSeconds } from '../../functions/core/instant.ts';
import { noticeOf } from '../../functions/core/notice.ts';
import { NOBODY, type SendingCounts } from '../../functions/core/sending.ts';
import { transitionEntry } from '../../functions/core/transition-entry.ts';
import { refusalOf } from '../support/refusal.ts';
import { entryIn, slot, steps, type Stage } from './entry-world.ts';

const after = (seconds: number): string => plusSeconds(slot.instant, seconds);
const letters = (stage: Stage, counts: Partial<SendingCounts>, all?: true): Entry => ({
  ...entryIn(stage),
  channel: 'email',
  attempts: 1,
  reached: { counts: { ...NOBODY, ...counts }, ...(all && { all }) },
});
const SOME = { sent: 40, waiting: 8 };

describe('what stops it', () => {
  it.each<[string, Stage, Partial<SendingCounts>, true | undefined, keyof typeof steps, string]>([
    ['past its grace, with nobody', 'scheduled', {}, undefined, 'miss', 'missed'],
    ['past its grace, with none but refusals', 'scheduled', { rejected: 2 }, undefined, 'miss', 'missed'],
    ['past its grace, with some', 'scheduled', SOME, undefined, 'miss', 'failed'],
    ['past its grace, planned anew', 'planned', SOME, undefined, 'miss', 'failed'],
    ['past its grace, claimed', 'publishing', SOME, undefined, 'miss', 'failed'],
    ['past its grace, with everybody asked', 'scheduled', SOME, true, 'miss', 'published'],
    ['past its grace, unknown', 'scheduled', { unconfirmed: 1 }, undefined, 'miss', 'unconfirmed'],
    ['cancelled, with nobody', 'scheduled', {}, undefined, 'cancel', 'cancelled'],
    ['cancelled, with some', 'scheduled', SOME, undefined, 'cancel', 'failed'],
    ['cancelled while held', 'held', SOME, undefined, 'cancel', 'failed'],
    ['cancelled while planned anew', 'planned', SOME, undefined, 'cancel', 'failed'],
    ['cancelled, with everybody asked', 'scheduled', SOME, true, 'cancel', 'published'],
    ['cancelled, unknown', 'scheduled', { unconfirmed: 1 }, undefined, 'cancel', 'unconfirmed'],
    ['not even prepared, with some', 'publishing', SOME, undefined, 'outcome: rejected', 'failed'],
  ])('%s: %s with %j (all: %s), %s: %s', (_what, stage, counts, all, name, next) => {
    const { command, now } = steps[name];
    const { state } = transitionEntry(letters(stage, counts, all), command, now);
    expect(state.state).toBe(next);
    if (next === 'missed' || next === 'cancelled') return;
    const rejected = counts.waiting ?? 0;
    expect(state.outcome).toMatchObject({ is: 'sent', counts: { sent: counts.sent ?? 0, rejected } });
    expect(state.outcome).not.toHaveProperty('counts.waiting');
    expect(state.wakeAt).toBeUndefined();
    expect(noticeOf(state)?.says).toBeDefined();
  });

  it('is no second cancelling: what people have is retried or left', () => {
    const failed = letters('failed', { sent: 1 });
    expect(refusalOf(() => transitionEntry(failed, { do: 'cancel' }, after(60)))).toBe('not-in-this-state');
    const { state } = transitionEntry(failed, { do: 'send-again' }, after(7200));
    expect(state).toMatchObject({ state: 'scheduled', wakeAt: after(7200), waitedUntil: after(7200) });
  });
});

describe('its grace', () => {
  const turn = (entry: Entry, came: Partial<Extract<Outcome, { is: 'goes-on' }>>): Entry =>
    transitionEntry(
      entry,
      {
        do: 'outcome',
        attempt: 1,
        outcome: { is: 'goes-on', after: after(600), reason: 'busy', counts: NOBODY, ...came },
      },
      after(540),
    ).state;

  it.each([
    ['is not renewed by a turn that reached nobody', {}, after(600), undefined],
    ['counts from the last who got it', { sentAt: after(500) }, after(600), after(500)],
    ['is the end of all waiting', { after: after(86_400) }, after(1801), undefined],
    ['and of what waits for the rest', { after: after(86_400), sentAt: after(500) }, after(2301), after(500)],
    ['never begins before its time', { sentAt: after(-86_400) }, after(600), undefined],
  ])('%s', (_what, came, wakeAt, waitedUntil) => {
    const state = turn(entryIn('intended'), came);
    expect([state.state, state.wakeAt, state.waitedUntil]).toEqual(['scheduled', wakeAt, waitedUntil]);
  });

  it('begins anew when a person lets the rest of it go on', () => {
    const { state } = transitionEntry(letters('held', SOME), { do: 'recheck' }, after(7200));
    expect(state).toMatchObject({ state: 'scheduled', wakeAt: after(7200), waitedUntil: after(7200) });
  });
});
