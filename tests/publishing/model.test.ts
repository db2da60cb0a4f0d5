/** Any order of people, crashes, clocks and lying providers: never twice, never unapproved, never forgotten. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import { act } from './model-act.ts';
import { actions, type Action } from './model-actions.ts';
import { endsOf, lateOf } from './model-ends.ts';
import { openModelWorld, type ModelWorld } from './model-world.ts';

/** In all; the long run says `CANTUS_MODEL_STEPS=100000`. */
const STEPS = Number(process.env['CANTUS_MODEL_STEPS'] ?? 300);
const WALK = 60;
/** From so many steps on every end is met. */
const ENOUGH = 3000;

/** Settles everything: calm, and looks for more than two hours. */
const comeToRest = async (model: ModelWorld): Promise<void> => {
  model.provider.calm();
  model.mail.calm();
  const since = model.clock.now();
  for (let looks = 0; looks < 40; looks += 1) {
    model.clock.advance({ minutes: looks % 4 });
    await model.tick();
    if (looks % 4 === 3) model.broken.push(...lateOf(model, await model.rows(), since));
  }
  model.clock.advance({ minutes: 90 });
  for (let looks = 0; looks < 3; looks += 1) {
    model.clock.advance({ minutes: 6 });
    await model.tick();
  }
};

/** What the walks met, so that the law is about something. */
const met = { walks: 0, posts: 0, letters: 0, ends: new Map<EntryState, number>() };

const metSoFar = (): string => {
  const ends = [...met.ends].map(([state, count]) => `${count} ${state}`).join(', ');
  return `${met.walks * WALK} steps, ${met.posts} posts, ${met.letters} letters; entries: ${ends}`;
};

const walk = async (steps: readonly Action[]): Promise<readonly string[]> => {
  const model = await openModelWorld();
  try {
    if (STEPS >= ENOUGH && met.walks % 100 === 0) console.log(metSoFar());
    for (const step of steps) await act(model, step);
    await comeToRest(model);
    const entries = await model.rows();
    met.walks += 1;
    met.posts += model.provider.posts.length;
    met.letters += model.mail.letters.length;
    for (const { state } of entries) met.ends.set(state, (met.ends.get(state) ?? 0) + 1);
    const audit = await model.world.audit.verify(model.workspace);
    return [
      ...(await endsOf(model, entries)),
      ...audit.broken.map((one) => `the audit trail: ${JSON.stringify(one)}`),
    ];
  } finally {
    await model.close();
  }
};

it(
  `holds in ${STEPS} steps`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { minLength: WALK, maxLength: WALK }), async (steps) => {
        expect(await walk(steps)).toEqual([]);
      }),
      { numRuns: Math.ceil(STEPS / WALK), endOnFailure: STEPS < ENOUGH },
    );
    console.log(metSoFar());
    expect(met.posts).toBeGreaterThan(0);
    expect(met.letters).toBeGreaterThan(0);
    const wanted: readonly EntryState[] = [
      'published',
      'failed',
      'unconfirmed',
      'held',
      'missed',
      'cancelled',
    ];
    if (STEPS >= ENOUGH) expect(wanted.filter((state) => !met.ends.has(state))).toEqual([]);
  },
  STEPS * 400 + 60_000,
);
