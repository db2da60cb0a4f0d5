import { describe, expect, it } from 'vitest';
import { ENTRY_STATES, type EntryState } from '../../functions/core/entry.ts';
import { transitionEntry } from '../../functions/core/transition-entry.ts';
import { refusalOf } from '../support/refusal.ts';
import { entryIn, IN_PART, steps, type Stage } from './entry-world.ts';

/** Every state (`intended`: publishing, after the intent) and every command. A dot is refused: `not-in-this-state`. */
const TABLE = `
                       planned    scheduled  publishing  intended     handed-off  published  failed     unconfirmed  held       missed     cancelled
schedule               scheduled  .          .           .            .           .          .          .            .          .          .
approve                scheduled  .          .           .            .           .          .          .            .          .          .
reschedule             planned    scheduled  scheduled   .            .           .          scheduled  .            held       scheduled  .
pin                    planned    planned    .           .            .           .          failed     .            held       missed     .
unapprove              .          planned    .           .            .           .          .          .            .          .          .
hold                   held       held       held        .            .           .          .          .            .          .          .
recheck                .          .          .           .            .           .          .          .            scheduled  .          .
miss                   missed     missed     missed      .            .           .          .          .            .          .          .
claim                  .          publishing .           .            .           .          .          .            .          .          .
checkpoint             .          .          publishing  .            .           .          .          .            .          .          .
intend                 .          .          publishing  .            .           .          .          .            .          .          .
wait                   .          .          scheduled   .            .           .          .          .            .          .          .
outcome:published      .          .          .           published    .           .          .          published    .          .          .
outcome:rejected       .          .          failed      failed       .           .          .          failed       .          .          .
outcome:retry          .          .          scheduled   scheduled    .           .          .          scheduled    .          .          .
outcome:unconfirmed    .          .          .           unconfirmed  .           .          .          unconfirmed  .          .          .
outcome:handed-off     .          .          .           handed-off   .           .          .          handed-off   .          .          .
outcome:sent           .          .          .           published    .           .          .          published    .          .          .
outcome:sent-to-none   .          .          .           failed       .           .          .          failed       .          .          .
outcome:goes-on        .          .          .           scheduled    .           .          .          scheduled    .          .          .
send-again             .          .          .           .            .           .          .          .            .          .          .
lease-over             .          .          scheduled   unconfirmed  .           .          .          .            .          .          .
look-again             .          .          .           .            .           .          .          unconfirmed  .          .          .
settle:published       .          .          .           .            .           .          .          published    .          .          .
settle:not-published   .          .          .           .            .           .          .          failed       .          .          .
confirm-hand-off       .          .          .           .            published   .          .          .            .          .          .
cancel                 cancelled  cancelled  cancelled   .            .           .          cancelled  .            cancelled  cancelled  .
correct:amend          .          .          .           .            .           published  .          .            .          .          .
correct:retract        .          .          .           .            .           published  .          .            .          .          .
corrected              .          .          .           .            .           .          .          .            .          .          .
`;

/** The same of a post in two parts of which the first is live. What would say that nothing is live is refused, or ends as failed. */
const IN_PART_TABLE = `
                       scheduled+   publishing+  intended+    failed+      unconfirmed+ held+
schedule               .            .            .            .            .            .
approve                .            .            .            .            .            .
reschedule             scheduled    scheduled    .            scheduled    .            held
pin                    .            .            .            .            .            .
unapprove              held         .            .            .            .            .
hold                   held         held         .            .            .            .
recheck                .            .            .            .            .            scheduled
miss                   failed       failed       .            .            .            .
claim                  publishing   .            .            .            .            .
checkpoint             .            publishing   .            .            .            .
intend                 .            publishing   .            .            .            .
wait                   .            scheduled    .            .            .            .
outcome:published      .            .            published    .            published    .
outcome:rejected       .            failed       failed       .            failed       .
outcome:retry          .            scheduled    scheduled    .            scheduled    .
outcome:unconfirmed    .            .            unconfirmed  .            unconfirmed  .
outcome:handed-off     .            .            handed-off   .            handed-off   .
outcome:sent           .            .            published    .            published    .
outcome:sent-to-none   .            .            failed       .            failed       .
outcome:goes-on        .            .            scheduled    .            scheduled    .
send-again             .            .            .            scheduled    .            .
lease-over             .            scheduled    unconfirmed  .            .            .
look-again             .            .            .            .            unconfirmed  .
settle:published       .            .            .            .            published    .
settle:not-published   .            .            .            .            failed       .
confirm-hand-off       .            .            .            .            .            .
cancel                 failed       failed       .            .            .            failed
correct:amend          .            .            .            .            .            .
correct:retract        .            .            .            failed       .            .
corrected              .            .            .            .            .            .
`;

const STAGES: readonly Stage[] = [
  'planned',
  'scheduled',
  'publishing',
  'intended',
  'handed-off',
  'published',
  'failed',
  'unconfirmed',
  'held',
  'missed',
  'cancelled',
];
const read = (table: string, stages: readonly Stage[]) => {
  const [header = '', ...lines] = table.trim().split('\n');
  const expectations = new Map(
    lines.map((line) => {
      const [name = '', ...cells] = line.trim().split(/\s+/u);
      return [name, cells] as const;
    }),
  );
  const rows = Object.entries(steps).flatMap(([name, step]) =>
    stages.map((stage, column) => ({
      name,
      stage,
      step,
      next: expectations.get(name.replace(' ', ''))?.[column] ?? 'no row',
    })),
  );
  return { stages, header: header.trim().split(/\s+/u), names: [...expectations.keys()], rows };
};
const tables = [read(TABLE, STAGES), read(IN_PART_TABLE, IN_PART)];
const rows = tables.flatMap((table) => table.rows);

/** When the publisher must look, by state. */
const WAKES: Readonly<Record<EntryState, boolean>> = {
  planned: true,
  scheduled: true,
  publishing: true,
  'handed-off': false,
  published: false,
  failed: false,
  unconfirmed: true,
  held: false,
  missed: false,
  cancelled: false,
};

describe('every state and every command', () => {
  it.each(tables)('has a row for every command and a column for every state', ({ header, stages, names }) => {
    expect(header).toEqual(stages);
    expect(names).toEqual(Object.keys(steps).map((name) => name.replace(' ', '')));
  });

  it('has every state', () => {
    expect(new Set(STAGES.filter((stage) => stage !== 'intended'))).toEqual(new Set(ENTRY_STATES));
  });

  it.each(rows.filter(({ next }) => next === '.'))('$name in $stage is refused', ({ stage, step }) => {
    const entry = entryIn(stage);
    expect(refusalOf(() => transitionEntry(entry, step.command, step.now))).toBe('not-in-this-state');
  });

  it.each(rows.filter(({ next }) => next !== '.'))('$name in $stage: $next', ({ stage, step, next }) => {
    const entry = entryIn(stage);
    const { state, events } = transitionEntry(entry, step.command, step.now);
    expect(state.state).toBe(next);
    expect(state.wakeAt !== undefined).toBe(WAKES[state.state]);
    expect(state.hold !== undefined).toBe(state.state === 'held');
    expect(state.parts?.[0]).toEqual(entry.parts?.[0]);
    const silent = step.command.do === 'look-again' || step.command.do === 'correct';
    expect(events.length).toBe(silent ? 0 : 1);
    expect(entry).toEqual(entryIn(stage));
  });
});
