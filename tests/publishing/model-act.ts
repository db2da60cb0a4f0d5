/** Does one action of the model, as whoever would do it has just read what there is. */
import type { EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { wakeUpBody } from '../../functions/adapters/aws/wake-up.ts';
import { listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { suppressAddressee } from '../../functions/use-cases/audience/leave-audience.ts';
import { cancelEntry, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { draftGuide } from '../../functions/use-cases/guide/draft-guide.ts';
import { releaseGuide } from '../../functions/use-cases/guide/release-guide.ts';
import { pauseAccount } from '../../functions/use-cases/pause/pause.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { afterDeed, beforeDeed } from '../faults/deeds.ts';
import { crashing } from './crashing.ts';
import type { Action } from './model-actions.ts';
import { connectAll, PEOPLE, setPolicy, type ModelPlace } from './model-places.ts';
import type { ModelWorld } from './model-world.ts';

type Doing<Name extends Action['do']> = Extract<Action, { readonly do: Name }>;

const GUIDE = { meta: { name: { full: 'Harbour Tea' } } };
const BANS = { ...GUIDE, vocabulary: { terms: [{ id: 'seat', term: 'seat', status: 'banned' }] } };

const oneOf = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % Math.max(1, items.length)];

const placeAt = (model: ModelWorld, index: number): ModelPlace => {
  const place = oneOf(model.places, index);
  if (!place) throw new Error('The model has places');
  return place;
};

/** A person looks at the channel before they say what became of a post; of a letter nobody can. */
const isLive = ({ provider }: ModelWorld, id: EntryId): boolean =>
  provider.posts.some(({ entry }) => entry === id);

const change = async (
  model: ModelWorld,
  { do: what, which, ...more }: Doing<'move' | 'cancel' | 'retry' | 'settle'>,
): Promise<void> => {
  const { world, manager } = model;
  const id = oneOf(model.entries, which);
  if (id === undefined) return;
  const at = { id, ifRev: (await model.entry(id)).rev };
  await model.ask(async () => {
    switch (what) {
      case 'move':
        return moveEntry(world, manager.session, {
          ...at,
          wall: model.wallIn('minutes' in more ? more.minutes : 0),
        });
      case 'cancel':
        return cancelEntry(world, manager.session, at);
      case 'retry':
        return retryEntry(world, manager.session, at);
      default:
        return settleEntry(world, manager.session, {
          ...at,
          as: isLive(model, id) ? 'published' : 'not-published',
        });
    }
  });
};

const schedule = async (
  model: ModelWorld,
  { on, minutes, whenApproved }: Doing<'schedule'>,
): Promise<void> => {
  const { account, variant } = placeAt(model, on);
  await model.ask(async () => {
    const entry = await model.schedule({ account, variant, wall: model.wallIn(minutes), whenApproved });
    model.entries.push(entry.id);
  });
};

const release = async (model: ModelWorld, { bans }: Doing<'release'>): Promise<void> => {
  const { session } = await model.asMember('brand');
  const draft = await model.world.store.get(keys.guideDraft(session.tenant));
  const source = JSON.stringify(bans ? BANS : GUIDE);
  const { rev } = await draftGuide(model.world, session, { source, ifRev: draft?.rev ?? 0 });
  await model.ask(() => releaseGuide(model.world, session, { applies: 'scheduled', ifRev: rev }));
};

const withdraw = async (model: ModelWorld, { variant }: ModelPlace): Promise<void> => {
  const { world, manager, reviewer } = model;
  const { rev } = await getVariant(world, manager.session, variant);
  await model.ask(() => withdrawApproval(world, reviewer.session, { id: variant, ifRev: rev }));
};

const pause = async (model: ModelWorld, { account: id }: ModelPlace, paused: boolean): Promise<void> => {
  await model.ask(() => pauseAccount(model.world, model.manager.session, { id, paused }));
};

/** One reader of those that are left. */
const leave = async (model: ModelWorld): Promise<void> => {
  const { session } = await model.asMember('admin');
  const { items } = await listAddressees(model.world, session, { account: PEOPLE, limit: 10 });
  const one = items.find(({ state }) => state === 'subscribed');
  if (!one) return;
  await suppressAddressee(model.world, session, {
    account: PEOPLE,
    to: one.id,
    state: 'opted-out',
    reason: 'They said so.',
  });
  model.gone.add(one.address);
};

const deliver = async (model: ModelWorld, { which, times }: Doing<'deliver'>): Promise<void> => {
  const entry = oneOf(model.entries, which);
  if (entry === undefined) return;
  const body = wakeUpBody({ workspace: model.workspace, entry });
  await Promise.all(Array.from({ length: times }, () => model.wakeUp(body)));
};

const wakeUp = async (model: ModelWorld, { which, is }: Doing<'wake-up'>): Promise<void> => {
  const { wakeUps } = model;
  const one = oneOf(wakeUps, which);
  if (!one) return;
  if (is !== 'repeated') wakeUps.splice(wakeUps.indexOf(one), 1);
  if (is !== 'lost') await model.wakeUp(one.body);
};

const tickSlowly = (model: ModelWorld, { deed, after, minutes }: Doing<'slow'>): Promise<void> => {
  const hook = after ? afterDeed : beforeDeed;
  const passes = async (): Promise<void> => {
    model.clock.advance({ minutes });
    await model.tick();
  };
  return model.tick(hook(model.world, deed, passes));
};

const tickSkewed = (model: ModelWorld, { seconds }: Doing<'skewed'>): Promise<void> => {
  const now = (): string => new Date(Date.parse(model.clock.now()) + seconds * 1000).toISOString();
  return model.tick({ ...model.world, clock: { now } });
};

type ByPeople = Doing<
  | 'schedule'
  | 'move'
  | 'cancel'
  | 'retry'
  | 'settle'
  | 'edit'
  | 'approve'
  | 'withdraw'
  | 'pause'
  | 'resume'
  | 'connect'
  | 'leave'
  | 'policy'
  | 'release'
>;

const happen = async (model: ModelWorld, action: Exclude<Action, ByPeople>): Promise<void> => {
  switch (action.do) {
    case 'wait':
      model.clock.advance({ seconds: action.seconds });
      return;
    case 'deliver':
      return deliver(model, action);
    case 'wake-up':
      return wakeUp(model, action);
    case 'crash':
      return model.tick(crashing(model.world, action));
    case 'skewed':
      return tickSkewed(model, action);
    case 'slow':
      return tickSlowly(model, action);
    case 'fate':
      model[action.of].fate(action.fate);
      return;
    case 'pending':
      model.provider.pend();
      return;
    case 'lag':
      model.provider.lag(action.looks);
      return;
    case 'tick':
      return model.tick();
  }
};

export const act = async (model: ModelWorld, action: Action): Promise<void> => {
  switch (action.do) {
    case 'schedule':
      return schedule(model, action);
    case 'move':
    case 'cancel':
    case 'retry':
    case 'settle':
      return change(model, action);
    case 'edit':
      return model.edit(placeAt(model, action.on));
    case 'approve':
      return model.approve(placeAt(model, action.on));
    case 'withdraw':
      return withdraw(model, placeAt(model, action.on));
    case 'pause':
    case 'resume':
      return pause(model, placeAt(model, action.on), action.do === 'pause');
    case 'connect':
      await model.ask(() => connectAll(model));
      return;
    case 'leave':
      return leave(model);
    case 'policy':
      model.policy.onFailure = action.onFailure;
      await setPolicy(model, action.onFailure);
      for (const { copies, variant } of model.places)
        if (copies) await setPolicy(model, action.onFailure, variant);
      return;
    case 'release':
      return release(model, action);
    default:
      return happen(model, action);
  }
};
