/** A thread that is changed or taken back, part by part: whatever breaks between two parts, in the end all of it is corrected, once. */
import { afterEach, describe, expect, it } from 'vitest';
import type { CorrectionKind } from '../../functions/core/correction.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { cancelEntry, confirmHandOff, settleEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { amendEntry, retractEntry } from '../../functions/use-cases/entry/correct-entry.ts';
import { listEvents } from '../../functions/use-cases/list-events.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import type { Fault } from '../support/stand-in/stand-in.ts';
import { afterDeed, DEEDS, dyingAt, type Moment } from './deeds.ts';
import type { LiveWorld } from './live-world.ts';
import { FURTHER, openThread, sayThread, secondOf } from './thread-world.ts';

const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];
const AMENDED = ['Black figs from two islands.', 'Smoked oolong over ice, at 4.10.'];
const KINDS: readonly CorrectionKind[] = ['amend', 'retract'];

describe('a thread of three that is live', () => {
  let test: LiveWorld;
  afterEach(() => test.close());

  const texts = () => test.provider.posts().map(({ text }) => text);
  const value = async (id: EntryId) => (await test.entry(id)).value;
  const at = async (id: EntryId) => ({ id, ifRev: (await test.entry(id)).rev });
  const session = () => test.manager.session;
  const said = async () => (await listNotices(test.world, session(), { limit: 1 })).items[0]?.says;

  const published = async (): Promise<EntryId> => {
    test = await openThread();
    const id = await test.due();
    await test.look();
    expect(test.live()).toBe(3);
    return id;
  };
  const ask = async (kind: CorrectionKind, id: EntryId): Promise<EntryId> => {
    if (kind === 'retract')
      return (await retractEntry(test.world, session(), { id, reason: 'Wrong' })).value.id;
    await sayThread(test, AMENDED);
    return (await amendEntry(test.world, session(), { id })).value.id;
  };
  /** What readers see below the first post, and what both entries say. */
  const end = async (id: EntryId, by: EntryId) => ({
    further: texts().slice(1),
    live: test.live(),
    correction: (await value(by)).state,
    corrected: (await value(id)).corrected,
  });
  const done = (kind: CorrectionKind, by: EntryId) => ({
    further: kind === 'amend' ? AMENDED : [],
    live: kind === 'amend' ? 3 : 0,
    correction: 'published',
    corrected: expect.objectContaining({ by, is: kind }),
  });
  /** Asked for, with these faults at the calls after the first. */
  const correct = async (kind: CorrectionKind, id: EntryId, ...faults: readonly Fault[]) => {
    const by = await ask(kind, id);
    await test.look(afterDeed(test.world, 'outcome', async () => test.provider.standIn.fault(...faults)));
    return by;
  };
  const outcomes = async (id: EntryId) => (await value(id)).parts?.map(({ outcome }) => outcome?.is);

  it.each(KINDS)('is corrected in one turn, every part by a call of its own: %s', async (kind) => {
    const id = await published();
    const by = await correct(kind, id);
    expect(await end(id, by)).toEqual(done(kind, by));
    const { items } = await listEvents(test.world, session(), { of: 'entry', id: by, limit: 20 });
    const types = items.map(({ type }) => type).filter((type) => /correct|amend|retract|publish/u.test(type));
    const last = kind === 'amend' ? 'entry.amended' : 'entry.retracted';
    expect(types).toEqual(['entry.correction-asked', 'entry.part-corrected', 'entry.part-corrected', last]);
  });

  it('is taken back from its end, so that no reply is left below nothing', async () => {
    const id = await published();
    const ids = test.provider.posts().map((post) => post.id);
    await correct('retract', id);
    const deleted = test.provider.standIn.requests.filter(({ method }) => method === 'DELETE');
    expect(deleted.map(({ path }) => path.split('/').at(-1))).toEqual(ids.toReversed());
  });

  it.each(
    KINDS.flatMap((kind) => DEEDS.flatMap((deed) => MOMENTS.map((moment) => [moment, deed, kind] as const))),
  )(
    'is whole in the end though the worker dies %s the %s of its second part: %s',
    async (moment, deed, kind) => {
      const id = await published();
      const by = await ask(kind, id);
      await test.look(deed === 'claim' ? dyingAt(test.world, deed, moment) : secondOf(test, deed, moment));
      await test.pass(30);
      expect(await end(id, by)).toEqual(done(kind, by));
    },
  );

  it.each(
    KINDS.flatMap((kind) =>
      (['reset-before', 'reset-after', 'trouble-after'] as const).map((fault) => [fault, kind] as const),
    ),
  )(
    'is settled by the same call again where the answer of its second part is lost by %s: %s',
    async (fault, kind) => {
      const id = await published();
      const by = await correct(kind, id, fault);
      expect(await outcomes(by)).toEqual(['published', 'unconfirmed', undefined]);
      expect((await value(by)).state).toBe('unconfirmed');
      await test.pass(10);
      expect(await end(id, by)).toEqual(done(kind, by));
    },
  );

  it('counts a part that is gone at the provider as taken back', async () => {
    const id = await published();
    const [, second] = test.provider.posts();
    await fetch(`${test.provider.standIn.url}/api/v1/statuses/${second?.id}`, { method: 'DELETE' });
    expect(test.live()).toBe(2);
    const by = await correct('retract', id);
    expect(await end(id, by)).toEqual(done('retract', by));
  });

  it('is not amended where a part is gone: the correction fails, and no new post is made', async () => {
    const id = await published();
    const [, second] = test.provider.posts();
    await fetch(`${test.provider.standIn.url}/api/v1/statuses/${second?.id}`, { method: 'DELETE' });
    const by = await correct('amend', id);
    expect(await outcomes(by)).toEqual(['published', 'rejected', undefined]);
    expect(test.live()).toBe(2);
    expect(await value(id)).not.toHaveProperty('corrected');
  });

  it.each(KINDS)(
    'says how far it came where a part is refused, and is asked for again as a whole: %s',
    async (kind) => {
      const id = await published();
      const by = await correct(kind, id, 'refused');
      expect(await outcomes(by)).toEqual(['published', 'rejected', undefined]);
      expect((await value(by)).state).toBe('failed');
      expect(await said()).toContain('1 of 3 parts are corrected');
      expect(await refusalOfAsync(async () => cancelEntry(test.world, session(), await at(by)))).toBe(
        'not-in-this-state',
      );
      const again =
        kind === 'amend'
          ? (await amendEntry(test.world, session(), { id })).value.id
          : await ask('retract', id);
      await test.look();
      expect(await end(id, again)).toEqual(done(kind, again));
    },
  );

  it('is taken back as far as it is live', async () => {
    test = await openThread();
    const id = await test.due();
    await test.look(afterDeed(test.world, 'outcome', async () => test.provider.standIn.fault('refused')));
    expect(await outcomes(id)).toEqual(['published', 'rejected', undefined]);
    const by = await ask('retract', id);
    await test.look();
    expect(test.live()).toBe(0);
    expect(await value(id)).toMatchObject({ corrected: { by, is: 'retract' } });
  });

  it('goes to a person with the address of every part where one of them is known by its address alone', async () => {
    test = await openThread();
    const id = await test.due();
    await test.look(
      afterDeed(test.world, 'outcome', async () => test.provider.standIn.fault('reset-before')),
    );
    test.clock.advance({ hours: 2 });
    await test.pass(5);
    const url = 'https://harbour.social/@tea/10';
    await settleEntry(test.world, session(), { ...(await at(id)), as: 'published', part: 'thread[0]', url });
    await test.look();
    const by = await ask('retract', id);
    await test.look();
    const urls = (await value(id)).parts?.map(({ outcome }) =>
      outcome?.is === 'published' ? outcome.url : '',
    );
    expect(urls).toHaveLength(FURTHER.length + 1);
    const { state, outcome } = await value(by);
    expect({ state, outcome }).toMatchObject({ state: 'handed-off', outcome: { url: urls?.[0] } });
    for (const one of urls ?? []) expect(await said()).toContain(one);
    await confirmHandOff(test.world, session(), await at(by));
    expect(await value(id)).toMatchObject({ corrected: { by, is: 'retract' } });
  });
});
