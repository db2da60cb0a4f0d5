/** Corrections at receivers of our own: what a webhook was told of, and the file of a sign. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../functions/core/ids.ts';
import { amendEntry, retractEntry } from '../../functions/use-cases/entry/correct-entry.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { openLive, type AnyLiveChannel, type LiveWorld } from '../faults/live-world.ts';
import { approve } from '../support/approved-world.ts';

const CHANNELS: readonly AnyLiveChannel[] = ['webhook', 'in-store-sign'];

describe.each(CHANNELS)('what is live on a %s', (channel) => {
  let test: LiveWorld;
  afterEach(() => test.close());

  /** Approved; pictures would have to be uploaded first. */
  const say = async (line: string): Promise<void> => {
    const { world, manager, variant: id } = test;
    const { rev, revision } = await getVariant(world, manager.session, id);
    const { link, parts: before } = revision;
    const parts = before.map((part, at) => (at === 0 ? { ...part, text: part.text + line } : part));
    const content = { parts, media: [], ...(link !== undefined && { link }) };
    await putVariant(world, manager.session, { id, ifRev: rev, content });
    await approve(test, id);
  };
  const published = async (): Promise<EntryId> => {
    test = await openLive(channel);
    await say('');
    const id = await test.due();
    await test.look();
    expect(test.live()).toBe(1);
    return id;
  };
  const session = () => test.manager.session;
  const amend = async (id: EntryId, line: string): Promise<EntryId> => {
    await say(line);
    const by = (await amendEntry(test.world, session(), { id })).value.id;
    await test.look();
    return by;
  };
  const retract = async (id: EntryId): Promise<EntryId> => {
    const by = (await retractEntry(test.world, session(), { id, reason: 'Wrong' })).value.id;
    await test.look();
    return by;
  };
  const text = () => test.provider.posts()[0]?.text;
  const corrected = async (id: EntryId) => (await test.stateOf(id)).corrected;

  it('is amended again and again, in its place, and taken back as what it is by then', async () => {
    const id = await published();
    for (const line of [' Today.', ' Tomorrow.']) {
      const by = await amend(id, line);
      expect(await corrected(id)).toMatchObject({ by, is: 'amend' });
      expect(text()).toContain(line);
      expect(test.live()).toBe(1);
    }
    const by = await retract(id);
    expect(await corrected(id)).toMatchObject({ by, is: 'retract' });
    expect(test.live()).toBe(0);
  });

  it.each(['reset-after', 'reset-before'] as const)(
    'is settled by the same call again where the answer is lost by %s',
    async (fault) => {
      const id = await published();
      test.provider.standIn.fault(fault);
      const amended = await amend(id, ' Today.');
      expect((await test.stateOf(amended)).state).toBe('unconfirmed');
      await test.pass(10);
      expect(await corrected(id)).toMatchObject({ by: amended, is: 'amend' });
      expect(text()).toContain('Today.');
      test.provider.standIn.fault(fault);
      const by = await retract(id);
      await test.pass(10);
      expect(await corrected(id)).toMatchObject({ by, is: 'retract' });
      expect(test.live()).toBe(0);
    },
  );

  it('is told of under the entry that published it', async () => {
    const id = await published();
    await amend(id, ' Today.');
    const told = test.provider.standIn.requests.flatMap(({ json }) =>
      typeof json === 'object' && json !== null && 'data' in json ? [json] : [],
    );
    expect(told).toMatchObject([{ data: { entry: id } }, { data: { entry: id } }]);
  });
});
