/** Sends to people that cannot go on: each addressee waits for themself, and the entry never longer than its grace. */
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/core/keys.ts';
import type { Notice } from '../../functions/core/notice.ts';
import type { Sending } from '../../functions/core/sending.ts';
import type { World } from '../../functions/ports.ts';
import type { MessageAnswer } from '../../functions/ports/mail.ts';
import { listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { getEntry } from '../../functions/use-cases/entry/get-calendar.ts';
import { listDeliveries } from '../../functions/use-cases/entry/list-deliveries.ts';
import { retryEntry } from '../../functions/use-cases/entry/retry-entry.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { LETTERS, openLetters, type LettersWorld } from '../support/letters-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

const GRACE_MINUTES = 30;
const FULL = [452, '4.2.2 Mailbox full'] as const;
const DOWN: MessageAnswer = { is: 'not-taken', reason: 'The mail server could not be used (ECONNREFUSED).' };
const readers = (many: number) => Array.from({ length: many }, (_, at) => `reader${at}@example.net`);

describe('a send to people that cannot go on', () => {
  let opened: LettersWorld;
  afterEach(async () => {
    await opened.server.close();
    await opened.test.close();
  });

  const manager = async () => (await opened.test.asMember('manager')).session;
  const entry = async () => getEntry(opened.test.world, await manager(), opened.entry);
  const wake = (broken: Partial<World> = {}) =>
    publishEntry(
      { ...opened.test.world, ...broken },
      { workspace: opened.test.workspace, entry: opened.entry },
    );
  const pass = async (minutes: number, broken: Partial<World> = {}) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      opened.test.clock.advance({ minutes: 1 });
      await wake(broken);
    }
  };
  const inOrder = async () =>
    (await listAddressees(opened.test.world, await manager(), { account: LETTERS, limit: 100 })).items.map(
      ({ address }) => address,
    );
  /** Takes so many letters, and is gone. */
  const mailFor = (many: number): Partial<World> => {
    let taken = 0;
    const { mail } = opened.test.world;
    return {
      mail: {
        ...mail,
        send: async (to, letter) => ((taken += 1) > many ? DOWN : mail.send(to, letter)),
      },
    };
  };
  const noticed = async () => {
    const { tenant, member } = await manager();
    const { rows } = await opened.test.world.store.children<Notice>(
      keys.notice(tenant, member.user, '').pk,
      '',
    );
    return rows.map(({ value }) => value.says);
  };
  const deliveries = async () =>
    (await listDeliveries(opened.test.world, await manager(), {})).map(({ value }) => value.state);

  it('puts off the mailboxes that are full, and reaches all others at the first turn', async () => {
    opened = await openLetters(readers(48));
    const full = (await inOrder()).slice(0, 8);
    for (const address of full) opened.server.mailboxes.set(address, FULL);
    await wake();
    expect(opened.server.delivered()).toHaveLength(40);
    expect((await entry()).value).toMatchObject({
      state: 'scheduled',
      outcome: { is: 'goes-on', counts: { sent: 40, waiting: 8, rejected: 0 } },
    });
    expect(await deliveries()).toEqual(['scheduled']);

    const [first = ''] = full;
    opened.server.mailboxes.delete(first);
    await pass(GRACE_MINUTES);
    expect((await entry()).value).toMatchObject({
      state: 'published',
      outcome: { is: 'sent', counts: { sent: 41, rejected: 7 } },
    });
    expect(opened.server.delivered().filter(({ to }) => to === first)).toHaveLength(1);
    for (const address of full.slice(1)) expect(opened.server.asked(address)).toBe(5);
    const { rows } = await opened.test.world.store.children<Sending>(
      `W#${opened.test.workspace}#E#${opened.entry}`,
      'TO#',
    );
    const rejected = rows.filter(({ value }) => value.state === 'rejected');
    expect(rejected).toHaveLength(7);
    expect(rejected.every(({ value }) => value.reason?.includes('4.2.2 Mailbox full'))).toBe(true);
    expect((await noticed()).join('\n')).toContain('41 sent, 7 rejected');
  });

  it('does not hurry for one who waits and is passed over, and ends without them', async () => {
    opened = await openLetters(['reader@example.net', 'other@example.net']);
    const { world, clock } = opened.test;
    opened.server.mailboxes.set('other@example.net', FULL);
    await wake();
    const { items } = await listAddressees(world, await manager(), { account: LETTERS, limit: 10 });
    const to = items.find(({ address }) => address === 'other@example.net');
    if (!to) throw new Error('Two were imported');
    const row = await world.store.get(keys.addressee((await manager()).tenant, LETTERS, to.id));
    if (!row) throw new Error('No row');
    await world.store.tick([
      { op: 'put', key: row.key, value: { ...row.value, locale: 'el-GR' }, rev: row.rev },
    ]);
    await pass(2);
    const { wakeAt = '' } = (await entry()).value;
    expect(Date.parse(wakeAt)).toBeGreaterThan(Date.parse(clock.now()));
    await pass(GRACE_MINUTES);
    expect((await entry()).value).toMatchObject({
      state: 'published',
      outcome: { counts: { sent: 1, rejected: 1 } },
    });
  });

  it('is missed and never late, where nobody got it in time', async () => {
    opened = await openLetters(readers(3));
    await wake(mailFor(0));
    await pass(GRACE_MINUTES, mailFor(0));
    expect((await entry()).value.state).toBe('scheduled');
    await pass(2);
    expect((await entry()).value.state).toBe('missed');
    await pass(GRACE_MINUTES);
    expect(opened.server.delivered()).toEqual([]);
    expect((await noticed()).join('\n')).toContain('was missed');
  });

  it('sends the rest until its grace is over since the last who got it, and never after a day’s outage', async () => {
    opened = await openLetters(readers(5));
    await wake(mailFor(1));
    await pass(20, mailFor(0));
    await pass(1, mailFor(1));
    await pass(25, mailFor(0));
    await pass(1, mailFor(1));
    expect((await entry()).value).toMatchObject({ state: 'scheduled', reached: { counts: { sent: 3 } } });
    opened.test.clock.advance({ days: 1 });
    await wake();
    expect(opened.server.delivered()).toHaveLength(3);
    expect((await entry()).value).toMatchObject({
      state: 'failed',
      outcome: { is: 'sent', counts: { sent: 3 }, reason: 'The rest of it is past its grace.' },
    });
    expect((await noticed()).join('\n')).toContain('3 sent. The rest of it is past its grace. Retry it');
  });

  it('that a person cancels says who has it, and a retry reaches the rest and no other', async () => {
    opened = await openLetters(readers(5));
    await wake(mailFor(2));
    const session = await manager();
    const { world } = opened.test;
    const cancelled = await cancelEntry(world, session, { id: opened.entry, ifRev: (await entry()).rev });
    expect(cancelled.value).toMatchObject({
      state: 'failed',
      outcome: { is: 'sent', counts: { sent: 2 }, reason: 'The rest of it was cancelled.' },
    });
    expect(await deliveries()).toEqual(['failed']);
    await pass(5);
    expect(opened.server.delivered()).toHaveLength(2);
    const again = { id: opened.entry, ifRev: cancelled.rev };
    expect(await refusalOfAsync(() => cancelEntry(world, session, again))).toBe('not-in-this-state');
    await retryEntry(world, session, again);
    await wake();
    expect((await entry()).value).toMatchObject({ state: 'published', outcome: { counts: { sent: 5 } } });
    expect(new Set(opened.server.delivered().map(({ to }) => to)).size).toBe(5);
    expect(opened.server.delivered()).toHaveLength(5);
  });

  it('that nobody has is cancelled as ever', async () => {
    opened = await openLetters(readers(2));
    await wake(mailFor(0));
    const cancelled = await cancelEntry(opened.test.world, await manager(), {
      id: opened.entry,
      ifRev: (await entry()).rev,
    });
    expect(cancelled.value.state).toBe('cancelled');
  });
});
