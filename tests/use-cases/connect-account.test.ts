/** Accounts that publish live: connected, published for, renewed, disconnected; against a provider on loopback. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { connectAccount, disconnectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { hasBearer } from '../support/stand-in/requests.ts';
import { standIn, type LedgerPost, type Route, type StandIn } from '../support/stand-in/stand-in.ts';

const TOKEN = 'page-token-of-harbour-tea';
const PAGE = asId<AccountId>('page');
const Body = z.object({ message: z.string() });
const invalid = { status: 400, body: { error: { message: 'Session has expired', code: 190 } } };

const pageRoutes = (posts: LedgerPost[]): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/77$/u,
    answer: (request) =>
      hasBearer(request, TOKEN) ? { status: 200, body: { id: '77', name: 'Harbour Tea' } } : invalid,
  },
  {
    method: 'POST',
    path: /^\/77\/feed$/u,
    creates: true,
    answer: (request) => {
      const post = { id: `77_${posts.length}`, text: Body.parse(request.json).message, at: 0, request };
      posts.push(post);
      return { status: 200, body: { id: post.id } };
    },
  },
];

describe('a live account', () => {
  let test: ApprovedWorld;
  let provider: StandIn;
  let posts: LedgerPost[];
  afterEach(async () => {
    await test.close();
    await provider.close();
  });

  const open = async () => {
    posts = [];
    provider = await standIn(pageRoutes(posts));
    test = await makeApprovedWorld({ mode: 'live' });
    Object.assign(test.world, { baseUrls: { facebook: provider.url } });
    await withoutPictures();
  };
  /** Its picture was never uploaded, which a live provider would miss. */
  const withoutPictures = async () => {
    const { session } = test.manager;
    const { rev, revision } = await getVariant(test.world, session, test.variant);
    const content = { parts: revision.parts, media: [] };
    await putVariant(test.world, session, { id: test.variant, ifRev: rev, content });
    await approve(test, test.variant);
  };
  const account = async () => {
    const [found] = await listAccounts(test.world, test.manager.session, undefined);
    if (!found) throw new Error('No account');
    return found;
  };
  const connect = async (token = TOKEN) =>
    connectAccount(test.world, (await test.asMember('admin')).session, {
      id: PAGE,
      ifRev: (await account()).rev,
      credentials: { page: '77', token },
    });
  const due = async () => {
    const { id } = await test.schedule();
    test.clock.advance({ minutes: 1 });
    return id;
  };

  it('is disconnected until somebody connects it, and nothing is scheduled for it', async () => {
    await open();
    expect((await account()).value).toMatchObject({ mode: 'live', state: 'disconnected' });
    expect(await refusalOfAsync(() => test.schedule())).toBe('disconnected');
  });

  it('publishes to the provider once it is connected', async () => {
    await open();
    expect((await connect()).value.state).toBe('connected');
    const id = await due();
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({
      state: 'published',
      outcome: { externalId: '77_0', url: 'https://www.facebook.com/77_0' },
    });
    expect(posts).toHaveLength(1);
    expect(await test.posts()).toEqual([]);
  });

  it.each([
    [
      'a token that the provider does not take',
      { page: '77', token: 'of-somebody-else' },
      'refused-by-provider',
    ],
    ['a page that is no number', { page: 'tea', token: TOKEN }, 'invalid-input'],
    ['a field that is not asked for', { page: '77', token: TOKEN, more: 'x' }, 'invalid-input'],
    ['nothing', {}, 'invalid-input'],
  ])('is not connected with %s', async (_, credentials, code) => {
    await open();
    const { session } = await test.asMember('admin');
    const input = { id: PAGE, ifRev: (await account()).rev, credentials };
    expect(await refusalOfAsync(() => connectAccount(test.world, session, input))).toBe(code);
    expect((await account()).value.state).toBe('disconnected');
  });

  it('leaves no trace of its token on the disk', async () => {
    await open();
    await connect();
    const files = await readdir(test.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect(contents.filter((content) => content.includes(TOKEN))).toEqual([]);
  });

  it('is disconnected when its token is revoked, its entry held, its owner told; connected again it goes on', async () => {
    await open();
    await connect();
    const id = await due();
    provider.fault('unauthorised');
    await test.wake(id);
    expect((await account()).value.state).toBe('disconnected');
    const owner = (await test.asMember('admin')).session;
    expect((await listNotices(test.world, owner, { limit: 5 })).items).toMatchObject([
      { kind: 'disconnected' },
    ]);
    test.clock.advance({ seconds: 5 });
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({ state: 'held', hold: { reason: 'disconnected' } });
    expect(posts).toEqual([]);
  });

  it('holds what is due after a person disconnected it', async () => {
    await open();
    await connect();
    const id = await due();
    const { session } = await test.asMember('admin');
    await disconnectAccount(test.world, session, { id: PAGE, ifRev: (await account()).rev });
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({ state: 'held', hold: { reason: 'disconnected' } });
  });

  it('goes on after a rate limit, and posts once', async () => {
    await open();
    await connect();
    const id = await due();
    provider.fault('rate-limited');
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({ state: 'scheduled', outcome: { is: 'retry' } });
    test.clock.advance({ minutes: 3 });
    await test.wake(id);
    expect((await test.entry(id)).value).toMatchObject({ state: 'published', attempts: 2 });
    expect(posts).toHaveLength(1);
  });
});
