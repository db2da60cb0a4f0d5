/** Any order of people, crashes, clocks and lying providers: never twice, never unapproved, never forgotten. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryState } from '../../functions/core/entry.ts';
import { keys } from '../../functions/core/keys.ts';
import { act, actions, type Action } from './model-actions.ts';
import { openModelWorld, type ModelWorld } from './model-world.ts';

/** In all; the long run says `CANTUS_MODEL_STEPS=100000`. */
const STEPS = Number(process.env['CANTUS_MODEL_STEPS'] ?? 300);
const WALK = 60;
/** From so many steps on every end is met. */
const ENOUGH = 1200;

/** What a due entry may be, once nothing goes wrong any more. */
const ENDED: readonly EntryState[] = [
  'published',
  'failed',
  'missed',
  'held',
  'handed-off',
  'unconfirmed',
  'cancelled',
];

/** Settles everything: calm, two hours, a look every minute. */
const comeToRest = async (model: ModelWorld): Promise<void> => {
  model.provider.calm();
  for (let minute = 0; minute < 130; minute += 1) {
    model.clock.advance({ minutes: 1 });
    if (minute % 5 < 2) await model.tick();
  }
};

const endsOf = async (model: ModelWorld): Promise<readonly string[]> => {
  const found = [...model.broken];
  for (const [id, state] of await model.states()) {
    const live = model.provider.posts.filter(({ entry }) => entry === id);
    if (!ENDED.includes(state)) found.push(`${id} is still ${state}`);
    if (state === 'published' && live.length === 0 && !(await wasSettled(model, id)))
      found.push(`${id} is said to be published, and is not`);
    if (
      (state === 'held' || state === 'missed' || state === 'cancelled') &&
      live.length > 0 &&
      !(await wasSettled(model, id))
    )
      found.push(`${id} is ${state}, and live`);
  }
  return found;
};

/** A person may say what is wrong; then the machine is not to blame. */
const wasSettled = async (
  { world, manager }: ModelWorld,
  id: Parameters<ModelWorld['entry']>[0],
): Promise<boolean> => {
  const { pk } = keys.entry(manager.session.tenant, id);
  const { rows } = await world.store.children<{ readonly type: string }>(pk, 'EVENT#');
  return rows.some(({ value }) => value.type === 'entry.settled');
};

/** What the walks met, so that the law is about something. */
const met = { posts: 0, states: new Set<EntryState>() };

const walk = async (steps: readonly Action[]): Promise<readonly string[]> => {
  const model = await openModelWorld();
  try {
    for (const step of steps) await act(model, step);
    await comeToRest(model);
    met.posts += model.provider.posts.length;
    for (const state of (await model.states()).values()) met.states.add(state);
    const audit = await model.world.audit.verify(model.workspace);
    return [
      ...(await endsOf(model)),
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
    expect(met.posts).toBeGreaterThan(0);
    const wanted: readonly EntryState[] = ['published', 'unconfirmed', 'held', 'missed', 'cancelled'];
    if (STEPS >= ENOUGH) expect(wanted.filter((state) => !met.states.has(state))).toEqual([]);
  },
  STEPS * 200 + 60_000,
);
