/** Sends to people: one message for each addressee, and never a second, whatever breaks. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Sending } from '../../functions/core/sending.ts';
import type { World } from '../../functions/ports.ts';
import type { Letter, MessageAnswer } from '../../functions/ports/mail.ts';
import { leave } from '../../functions/use-cases/audience/leave-audience.ts';
import { listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { getEntry } from '../../functions/use-cases/entry/get-calendar.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { type TestWorld } from '../support/make-world.ts';
import { LETTERS, openLetters } from '../support/letters-world.ts';
import { type MailServerStandIn } from '../support/stand-in/mail-server.ts';

describe('an entry to people', () => {
  let test: TestWorld;
  let server: MailServerStandIn;
  afterEach(async () => {
    await server.close();
    await test.close();
  });

  const open = async (addresses: readonly string[]) => {
    const opened = await openLetters(addresses);
    ({ test, server } = opened);
    return opened.entry;
  };
  type Id = Awaited<ReturnType<typeof open>>;
  const wake = (entry: Id, broken: Partial<World> = {}) =>
    publishEntry({ ...test.world, ...broken }, { workspace: test.workspace, entry });
  const entryOf = async (id: Id) => getEntry(test.world, (await test.asMember('manager')).session, id);
  const reached = () =>
    server
      .delivered()
      .map(({ to }) => to)
      .toSorted();
  const mailThat = (answer: (letter: Letter) => MessageAnswer | undefined): World['mail'] => ({
    ...test.world.mail,
    send: async (to, letter) => answer(letter) ?? test.world.mail.send(to, letter),
  });

  it('reaches each addressee once, however often it wakes, and names nobody in its trail', async () => {
    const id = await open(['a@example.net', 'b@example.net', 'c@example.net']);
    await Promise.all([wake(id), wake(id)]);
    await wake(id);
    expect(reached()).toEqual(['a@example.net', 'b@example.net', 'c@example.net']);
    const counts = { sent: 3, rejected: 0, suppressed: 0, unconfirmed: 0 };
    expect((await entryOf(id)).value).toMatchObject({ state: 'published', outcome: { is: 'sent', counts } });
    const { pk } = { pk: `W#${test.workspace}#E#${id}` };
    for (const prefix of ['EVENT#', 'TO#', 'HEAD']) {
      const { rows } = await test.world.store.children(pk, prefix);
      expect(JSON.stringify(rows)).not.toContain('example.net');
    }
  });

  it('passes over whoever left, also between the look and the call', async () => {
    const id = await open(['a@example.net', 'b@example.net']);
    const { session } = await test.asMember('manager');
    const { items } = await listAddressees(test.world, session, { account: LETTERS, limit: 10 });
    const [first, second] = items;
    if (!first || !second) throw new Error('Two were imported');
    const gone = { account: LETTERS, state: 'opted-out', reason: 'They said so.' } as const;
    await leave(test.world, session.tenant, { ...gone, to: first.id }, { system: 'addressee' });
    const seal: World['secrets']['seal'] = async (plain, sealedFor) => {
      await leave(test.world, session.tenant, { ...gone, to: second.id }, { system: 'addressee' });
      return test.world.secrets.seal(plain, sealedFor);
    };
    await wake(id, { secrets: { ...test.world.secrets, seal } });
    expect(reached()).toEqual([]);
    expect((await entryOf(id)).value).toMatchObject({
      state: 'failed',
      outcome: { counts: { suppressed: 2 } },
    });
  });

  it('tries again only those who rejected it', async () => {
    const id = await open(['a@example.net', 'full@example.net']);
    server.mailboxes.set('full@example.net', [552, '5.2.2 Mailbox full']);
    await wake(id);
    const was = await entryOf(id);
    expect(was.value).toMatchObject({ state: 'published', outcome: { counts: { sent: 1, rejected: 1 } } });
    const { session } = await test.asMember('manager');
    await retryEntry(test.world, session, { id, ifRev: was.rev });
    await wake(id, { mail: mailThat(() => ({ is: 'taken', id: 'second' })) });
    expect((await entryOf(id)).value).toMatchObject({ outcome: { counts: { sent: 2, rejected: 0 } } });
    expect(reached()).toEqual(['a@example.net']);
  });

  it('is unconfirmed for whom nobody knows of, who is never written to again', async () => {
    const id = await open(['a@example.net', 'b@example.net']);
    server.fault('lost-after');
    await wake(id);
    expect((await entryOf(id)).value).toMatchObject({ outcome: { counts: { unconfirmed: 1, sent: 1 } } });
    await wake(id);
    expect(reached()).toEqual(['a@example.net', 'b@example.net']);
  });

  it('goes on after a crash in the middle with those it knows nothing of, and no other', async () => {
    const addresses = Array.from({ length: 30 }, (_, at) => `reader${at}@example.net`);
    const id = await open(addresses);
    let calls = 0;
    const tick: World['store']['tick'] = (...given) => {
      calls += 1;
      return calls === 23 ? Promise.reject(new Error('killed')) : test.world.store.tick(...given);
    };
    await wake(id, { store: { ...test.world.store, tick } });
    expect((await entryOf(id)).value.state).toBe('unconfirmed');
    for (let looks = 0; looks < 4; looks += 1) {
      test.clock.advance({ minutes: 2 });
      await wake(id);
    }
    const { value } = await entryOf(id);
    expect(value).toMatchObject({ state: 'published', outcome: { is: 'sent' } });
    expect(new Set(reached()).size).toBe(reached().length);
    const { rows } = await test.world.store.children<Sending>(`W#${test.workspace}#E#${id}`, 'TO#');
    expect(rows).toHaveLength(30);
    expect(rows.filter((row) => row.value.state === 'sent').length).toBeLessThanOrEqual(reached().length);
  });

  it('waits where the provider asks for patience, and then reaches the rest', async () => {
    const id = await open(['a@example.net', 'b@example.net', 'c@example.net']);
    let taken = 0;
    const busy = mailThat(() => {
      taken += 1;
      return taken > 1 ? { is: 'not-taken', reason: 'Too many, reader@example.net' } : undefined;
    });
    await wake(id, { mail: busy });
    const waiting = (await entryOf(id)).value;
    expect(waiting).toMatchObject({ state: 'scheduled', outcome: { is: 'goes-on', counts: { sent: 1 } } });
    expect(JSON.stringify(waiting)).not.toContain('example.net');
    test.clock.advance({ minutes: 2 });
    await wake(id);
    expect(reached()).toHaveLength(3);
    expect((await entryOf(id)).value.state).toBe('published');
  });

  it('ends its turn by the clock, and reaches the rest in the next ones', async () => {
    const id = await open(Array.from({ length: 20 }, (_, at) => `reader${at}@example.net`));
    const slow = mailThat(() => {
      test.clock.advance({ seconds: 30 });
      return undefined;
    });
    await wake(id, { mail: slow });
    const first = (await entryOf(id)).value;
    expect(first).toMatchObject({ state: 'scheduled', outcome: { is: 'goes-on' } });
    expect(reached().length).toBeLessThan(20);
    for (let turns = 0; turns < 5; turns += 1) {
      test.clock.advance({ seconds: 2 });
      await wake(id, { mail: slow });
    }
    expect((await entryOf(id)).value).toMatchObject({
      state: 'published',
      outcome: { counts: { sent: 20 } },
    });
    expect(new Set(reached()).size).toBe(20);
    expect(reached()).toHaveLength(20);
  });

  it('fails with what to do where nobody is there to be written to', async () => {
    const id = await open(['a@example.net']);
    const { session } = await test.asMember('manager');
    const [only] = (await listAddressees(test.world, session, { account: LETTERS, limit: 10 })).items;
    expect(only?.locale).toBe('en-GB');
    const children: World['store']['children'] = async () => ({ rows: [] });
    await wake(id, { store: { ...test.world.store, children } });
    expect((await entryOf(id)).value).toMatchObject({ state: 'failed', outcome: { is: 'rejected' } });
  });
});
