/** Corrections in the entry's state machine: a correction's own table, what is refused, and what it says when it is done. */
import { describe, expect, it } from 'vitest';
import { doneEvent, liveOf, liveRevision, planCorrection } from '../../functions/core/correct-entry.ts';
import type { Entry } from '../../functions/core/entry.ts';
import { asId } from '../../functions/core/ids.ts';
import { transitionEntry } from '../../functions/core/transition-entry.ts';
import { refusalOf } from '../support/refusal.ts';
import { beingCorrectedIn, correctingIn, entryIn, hashOf, steps, type Stage } from './entry-world.ts';

/** Every command on an entry that retracts another: where it differs from a post's, it is refused. */
const TABLE = `
                       scheduled  publishing  intended     handed-off  published  failed     unconfirmed  held       missed
schedule               .          .           .            .           .          .          .            .          .
approve                .          .           .            .           .          .          .            .          .
reschedule             .          .           .            .           .          .          .            .          .
pin                    .          .           .            .           .          .          .            .          .
unapprove              planned    .           .            .           .          .          .            .          .
hold                   held       held        .            .           .          .          .            .          .
recheck                .          .           .            .           .          .          .            scheduled  .
miss                   missed     missed      .            .           .          .          .            .          .
claim                  publishing .           .            .           .          .          .            .          .
checkpoint             .          publishing  .            .           .          .          .            .          .
intend                 .          publishing  .            .           .          .          .            .          .
wait                   .          scheduled   .            .           .          .          .            .          .
outcome:published      .          .           published    .           .          .          published    .          .
outcome:rejected       .          failed      failed       .           .          .          failed       .          .
outcome:retry          .          scheduled   scheduled    .           .          .          scheduled    .          .
outcome:unconfirmed    .          .           unconfirmed  .           .          .          unconfirmed  .          .
outcome:handed-off     .          .           handed-off   .           .          .          handed-off   .          .
outcome:sent           .          .           published    .           .          .          published    .          .
outcome:sent-to-none   .          .           failed       .           .          .          failed       .          .
outcome:goes-on        .          .           scheduled    .           .          .          scheduled    .          .
send-again             .          .           .            .           .          .          .            .          .
lease-over             .          scheduled   unconfirmed  .           .          .          .            .          .
look-again             .          .           .            .           .          .          unconfirmed  .          .
settle:published       .          .           .            .           .          .          published    .          .
settle:not-published   .          .           .            .           .          .          failed       .          .
confirm-hand-off       .          .           .            published   .          .          .            .          .
cancel                 cancelled  cancelled   .            .           .          cancelled  .            cancelled  cancelled
correct:amend          .          .           .            .           .          .          .            .          .
correct:retract        .          .           .            .           .          .          .            .          .
corrected              .          .           .            .           .          .          .            .          .
`;
const STAGES: readonly Stage[] = [
  'scheduled',
  'publishing',
  'intended',
  'handed-off',
  'published',
  'failed',
  'unconfirmed',
  'held',
  'missed',
];
const [header = '', ...lines] = TABLE.trim().split('\n');
const cells = new Map(
  lines.map((line) => {
    const [name = '', ...nexts] = line.trim().split(/\s+/u);
    return [name, nexts] as const;
  }),
);
const rows = Object.entries(steps).flatMap(([name, step]) =>
  STAGES.map((stage, at) => ({
    name,
    stage,
    step,
    next: cells.get(name.replace(' ', ''))?.[at] ?? 'no row',
  })),
);

const become = (entry: Entry, { command, now }: (typeof rows)[number]['step']): string => {
  const refused = refusalOf(() => transitionEntry(entry, command, now));
  return refused === undefined ? transitionEntry(entry, command, now).state.state : refused;
};

describe('an entry that corrects another', () => {
  it('has a row for every command and a column for every state that it can have', () => {
    expect(header.trim().split(/\s+/u)).toEqual(STAGES);
    expect([...cells.keys()]).toEqual(Object.keys(steps).map((name) => name.replace(' ', '')));
  });

  it.each(rows)('$name in $stage: $next', ({ stage, step, next }) => {
    expect(become(correctingIn(stage), step)).toBe(next === '.' ? 'not-in-this-state' : next);
  });

  it.each([
    ['amend', 'entry.amended'],
    ['retract', 'entry.retracted'],
  ] as const)('that is done is said to %s: %s', (is, type) => {
    const entry: Entry = { ...correctingIn('intended'), correction: { corrects: asId('01D'), is, live: [] } };
    expect(doneEvent(entry)).toBe(type);
    const { command, now } = steps['outcome: published'];
    expect(transitionEntry(entry, command, now).events).toMatchObject([{ type }]);
  });

  it('goes on at once when it is rechecked long after its time', () => {
    const { state } = transitionEntry(correctingIn('held'), { do: 'recheck' }, '2027-05-06T09:00:00Z');
    expect(state).toMatchObject({ state: 'scheduled', wakeAt: '2027-05-06T09:00:00Z' });
  });
});

describe('an entry that is corrected', () => {
  const { command, now } = steps.corrected;

  it('says by what, when, and what is live since', () => {
    const { state } = transitionEntry(beingCorrectedIn('published'), command, now);
    expect(state).toMatchObject({ state: 'published', corrected: { by: '01F', is: 'amend', revision: 2 } });
    expect(state.correcting).toBe(undefined);
    expect(liveRevision(state)).toBe(2);
  });

  it.each<[string, Entry, keyof typeof steps]>([
    ['by another correction than the one asked for last', entryIn('published'), 'corrected'],
    ['when it went to people', { ...entryIn('published'), outcome: sent() }, 'correct: retract'],
    ['twice, once it is retracted', { ...entryIn('published'), corrected: retracted() }, 'correct: amend'],
    ['and then sent in full', beingCorrectedIn('failed+'), 'send-again'],
    ['and then moved', beingCorrectedIn('failed+'), 'reschedule'],
  ])('is not: %s', (_why, entry, name) => {
    const step = steps[name];
    expect(refusalOf(() => transitionEntry(entry, step.command, step.now))).toBe('not-in-this-state');
  });

  it('is taken back from the last part to the first', () => {
    const parts: Entry['parts'] = [
      { part: 'text', outcome: { is: 'published', externalId: '7', url: 'https://x.example/7' } },
      { part: 'thread[0]', outcome: { is: 'published', externalId: '8' } },
      { part: 'thread[1]', outcome: { is: 'rejected', reason: 'no' } },
    ];
    const of: Entry = { ...entryIn('failed'), parts };
    expect(liveOf(of).map(({ externalId }) => externalId)).toEqual(['7', '8']);
    const plan = { id: asId<Entry['id']>('01F'), is: 'retract', owner: of.owner, reason: 'wrong' } as const;
    const { state, events } = planCorrection(of, plan, '2027-05-04T10:00:00.500Z');
    expect(state).toMatchObject({
      state: 'scheduled',
      wakeAt: '2027-05-04T10:00:00.500Z',
      correction: { corrects: '01E', live: [{ part: 'thread[0]' }, { part: 'text' }] },
    });
    expect(events).toMatchObject([
      { type: 'entry.correction-asked', data: { corrects: '01E', is: 'retract', reason: 'wrong' } },
    ]);
  });

  it('is amended to another revision', () => {
    const of = entryIn('published');
    const amended = { revision: 2, hash: hashOf('two'), beyondText: false };
    const plan = { id: asId<Entry['id']>('01F'), is: 'amend', owner: of.owner, amended } as const;
    const { state } = planCorrection(of, plan, '2027-05-04T10:00:00Z');
    expect(state).toMatchObject({ revision: 2, hash: hashOf('two') });
    expect(state.correction?.beyondText).toBe(undefined);
  });
});

function sent(): NonNullable<Entry['outcome']> {
  return { is: 'sent', counts: { sent: 1, rejected: 0, suppressed: 0, unconfirmed: 0 } };
}

function retracted(): NonNullable<Entry['corrected']> {
  return { by: asId('01F'), is: 'retract', at: '2027-05-04T10:00:00Z' };
}
