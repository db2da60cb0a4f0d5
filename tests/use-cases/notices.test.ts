import { afterEach, describe, expect, it } from 'vitest';
import { listNotices, readNotices } from '../../functions/use-cases/notices.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('notices to the owner of an entry', () => {
  let test: ApprovedWorld;
  afterEach(() => test.close());

  const mine = async () => (await listNotices(test.world, test.manager.session, { limit: 10 })).items;

  it('tell that it was missed, once', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    test.clock.advance({ hours: 1 });
    await test.wake(id);
    await test.wake(id);
    expect(await mine()).toMatchObject([
      { kind: 'missed', entry: id, says: expect.stringContaining('was missed') },
    ]);
  });

  it('tell that it is held by an edit, in the same transaction', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    const view = await getVariant(test.world, test.manager.session, test.variant);
    const parts = view.revision.parts.map((part) => ({ ...part, text: `${part.text}\nSee you there.` }));
    await putVariant(test.world, test.manager.session, {
      id: test.variant,
      ifRev: view.rev,
      content: { parts, media: view.revision.media },
    });
    expect((await test.entry(id)).value.state).toBe('held');
    expect(await mine()).toMatchObject([{ kind: 'held', entry: id }]);
  });

  it('tell that nobody knows, and not to post again', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    test.clock.advance({ minutes: 1 });
    await test.wake(id, { feed: { ...test.world.feed, put: () => Promise.reject(new Error('timed out')) } });
    expect(await mine()).toMatchObject([
      { kind: 'unconfirmed', says: expect.stringContaining('do not post') },
    ]);
  });

  it('are nobody else’s, and stay read', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    test.clock.advance({ hours: 1 });
    await test.wake(id);
    const [notice] = await mine();
    const upTo = notice?.id ?? '';
    const asked = [test.reviewer, test.manager].map(({ session }) =>
      readNotices(test.world, session, { upTo }),
    );
    expect(await Promise.all(asked)).toEqual([{ read: 0 }, { read: 1 }]);
    expect(await mine()).toMatchObject([{ id: upTo, read: true }]);
    expect(await readNotices(test.world, test.manager.session, { upTo })).toEqual({ read: 0 });
  });

  it('say nothing of a post that went out', async () => {
    test = await makeApprovedWorld();
    const { id } = await test.schedule();
    test.clock.advance({ minutes: 1 });
    await test.wake(id);
    expect(await mine()).toEqual([]);
  });
});
