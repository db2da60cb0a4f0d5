/** Fault 16: a provider that works on a post for ever, before anything of it is live: people can stop it, and its grace ends it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../functions/adapters/node-http.ts';
import type { Entry, EntryState } from '../../functions/core/entry.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { plusSeconds } from '../../functions/core/instant.ts';
import { keys } from '../../functions/core/keys.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { cancelEntry } from '../../functions/use-cases/entry/change-entry.ts';
import { moveEntry } from '../../functions/use-cases/entry/move-entry.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { pauseAccount } from '../../functions/use-cases/pause/pause.ts';
import { restAccount } from '../../functions/use-cases/publishing/account-rest.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { withdrawApproval } from '../../functions/use-cases/variant/request-changes.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { standIn, type StandIn } from '../support/stand-in/stand-in.ts';
import { PAGE, rewrite } from './live-world.ts';

let test: ApprovedWorld;
let threads: StandIn;
let working: boolean;
let posts: number;
let id: EntryId;

const open = (): Promise<StandIn> =>
  standIn([
    { method: 'GET', path: /^\/77$/u, answer: () => ({ status: 200, body: { id: '77', username: 'tea' } }) },
    { method: 'POST', path: /^\/77\/threads$/u, answer: () => ({ status: 200, body: { id: 'c0' } }) },
    {
      method: 'GET',
      path: /^\/c0$/u,
      answer: () => ({ status: 200, body: { status: working ? 'IN_PROGRESS' : 'FINISHED' } }),
    },
    {
      method: 'POST',
      path: /^\/77\/threads_publish$/u,
      creates: true,
      answer: () => {
        posts += 1;
        return { status: 200, body: { id: `9${posts}` } };
      },
    },
  ]);

const look = async (): Promise<void> => {
  await sweep(test.world, 100, (error) => {
    throw error;
  });
};
/** Time passes, with a look every so many seconds. */
const pass = async (seconds: number, every = 5): Promise<void> => {
  for (let passed = 0; passed < seconds; passed += every) {
    test.clock.advance({ seconds: every });
    await look();
  }
};
const entry = async (): Promise<Entry> => (await test.entry(id)).value;
const seen = async () => ({ id, ifRev: (await test.entry(id)).rev });
const told = async () => {
  const { items } = await listNotices(test.world, test.manager.session, { limit: 10 });
  return items.map(({ kind, says }) => `${kind}: ${says}`);
};

beforeEach(async () => {
  [working, posts, threads] = [true, 0, await open()];
  test = await makeApprovedWorld({ channel: 'threads', mode: 'live' });
  Object.assign(test.world, { baseUrls: { threads: threads.url }, http: nodeHttp({ seconds: 2 }) });
  await rewrite(test);
  await approve(test, test.variant);
  const { session } = await test.asMember('admin');
  const [account] = await listAccounts(test.world, session, undefined);
  const credentials = { user: '77', token: 'token-of-harbour-tea' };
  await connectAccount(test.world, session, { id: PAGE, ifRev: account?.rev ?? 0, credentials });
  ({ id } = await test.schedule());
  test.clock.set('2027-05-03T06:01:00Z');
  await look();
});
afterEach(async () => {
  await threads.close();
  await test.close();
});

describe('a post that its provider works on for ever', () => {
  it('is published as soon as it is ready', async () => {
    await pass(60);
    expect(await entry()).toMatchObject({ state: 'publishing', attempts: 1 });
    working = false;
    await pass(5);
    expect([(await entry()).state, posts]).toEqual(['published', 1]);
  });

  it('is missed once its grace is over, with the reason and a notice', async () => {
    await pass(30 * 60, 300);
    expect((await entry()).state).toBe('publishing');
    await pass(5);
    const reason = 'Harbour Tea on Facebook was still preparing it when its grace was over.';
    expect(await entry()).toMatchObject({ state: 'missed', outcome: { is: 'rejected', reason } });
    expect(await told()).toEqual([expect.stringMatching(/^missed: .*still preparing it/su)]);
    working = false;
    await pass(60);
    expect(posts).toBe(0);
  });

  it('is looked at when its grace is over, and not only when the provider asks for it', async () => {
    await pass(25 * 60, 300);
    expect((await entry()).wakeAt).toBe('2027-05-03T06:26:05Z');
    test.clock.set('2027-05-03T06:30:58Z');
    await look();
    expect((await entry()).wakeAt).toBe('2027-05-03T06:31:01Z');
  });

  type Stops = readonly [string, EntryState, () => Promise<unknown>];
  const STOPS: readonly Stops[] = [
    ['cancelled', 'cancelled', async () => cancelEntry(test.world, test.manager.session, await seen())],
    [
      'moved',
      'scheduled',
      async () =>
        moveEntry(test.world, test.manager.session, { ...(await seen()), wall: '2027-05-03T09:20' }),
    ],
    [
      'stopped by a pause of its account',
      'held',
      () => pauseAccount(test.world, test.manager.session, { id: PAGE, paused: true }),
    ],
    ['stopped by an edit', 'held', () => rewrite(test, '\nSee you there.')],
    [
      'stopped by a withdrawn approval',
      'held',
      async () => {
        const { rev } = await getVariant(test.world, test.manager.session, test.variant);
        await withdrawApproval(test.world, test.reviewer.session, { id: test.variant, ifRev: rev });
      },
    ],
  ];
  it.each(STOPS)('is %s meanwhile, and nothing of it goes out', async (_what, state, stops) => {
    await pass(60);
    await stops();
    await pass(10);
    expect((await entry()).state).toBe(state);
    working = false;
    await pass(60);
    expect([(await entry()).state, posts]).toEqual([state, 0]);
  });

  it('is cancelled by who read it some looks ago, and not by who read it before it was moved', async () => {
    const before = await seen();
    await pass(60);
    expect((await test.entry(id)).rev).toBeGreaterThan(before.ifRev);
    const { rev } = await moveEntry(test.world, test.manager.session, {
      ...before,
      wall: '2027-05-03T09:20',
    });
    const late = cancelEntry(test.world, test.manager.session, before);
    await expect(late).rejects.toMatchObject({ code: 'stale' });
    await cancelEntry(test.world, test.manager.session, { id, ifRev: rev });
    expect((await entry()).state).toBe('cancelled');
  });

  it('goes out once at the time that it was moved to', async () => {
    await pass(60);
    await moveEntry(test.world, test.manager.session, { ...(await seen()), wall: '2027-05-03T09:20' });
    working = false;
    test.clock.set('2027-05-03T06:20:00Z');
    await pass(10);
    expect([(await entry()).state, posts]).toEqual(['published', 1]);
  });
});

it('is not asked for anything while its account rests, and goes on with what it has prepared', async () => {
  const { tenant } = test.manager.session;
  await pass(30);
  const asked = threads.requests.length;
  const until = plusSeconds(test.clock.now(), 60);
  const account = (await test.world.store.get(keys.account(tenant, PAGE)))?.value;
  if (!account) throw new Error('No account');
  await restAccount(test.world, tenant, account, { is: 'retry', after: until, reason: 'busy' });
  working = false;
  await pass(55);
  expect([threads.requests.length - asked, (await entry()).state, posts]).toEqual([0, 'scheduled', 0]);
  await pass(30);
  const made = threads.requests.filter(({ method, path }) => method === 'POST' && path === '/77/threads');
  expect([made.length, (await entry()).state, posts]).toEqual([1, 'published', 1]);
});
