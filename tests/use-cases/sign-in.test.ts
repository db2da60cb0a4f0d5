/** Connecting an account by signing in at its provider: every provider's way, and every way that must not lead in. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { sha256Hex } from '../../functions/core/payload.ts';
import { keys } from '../../functions/core/keys.ts';
import { beginSignIn } from '../../functions/use-cases/account/begin-sign-in.ts';
import {
  choosePlace,
  finishSignIn,
  type FinishSignInInput,
} from '../../functions/use-cases/account/finish-sign-in.ts';
import { refusalOfAsync } from '../support/refusal.ts';
import { cameBack, PAGE, signInWorld, type SignInWorld } from '../support/sign-in-world.ts';
import { DATA_ACCESS_ENDS, type SignInChannel } from '../support/stand-in/sign-in-providers.ts';

let scene: SignInWorld;
afterEach(() => scene.close());

const tokenRow = async () =>
  (await scene.test.world.store.get(keys.accountToken(scene.admin.tenant, PAGE)))?.value;

interface Way {
  readonly channel: SignInChannel;
  readonly asks: Readonly<Record<string, string>>;
  readonly pkce: boolean;
  readonly choose?: string;
  readonly offered?: readonly string[];
  readonly gets: Readonly<Record<string, unknown>>;
  readonly ends?: Readonly<Record<string, string>>;
}

const any = expect.stringMatching(/-token-number-/u);
const WAYS: readonly Way[] = [
  {
    channel: 'x',
    asks: { scope: 'tweet.read tweet.write users.read media.write offline.access' },
    pkce: true,
    gets: { token: any, refresh: any },
    ends: { expiresAt: '2027-05-03T08:00:00Z' },
  },
  {
    channel: 'facebook',
    asks: { scope: 'pages_show_list,pages_read_engagement,pages_manage_posts,pages_manage_engagement' },
    pkce: false,
    offered: ['Harbour Tea', 'Harbour Tea Athens'],
    choose: '78',
    gets: { page: '78', token: expect.stringMatching(/^page-78-/u) },
    ends: { expiresAt: new Date(DATA_ACCESS_ENDS * 1000).toISOString().replace('.000', '') },
  },
  {
    channel: 'instagram',
    asks: {
      scope:
        'pages_show_list,pages_read_engagement,instagram_basic,instagram_content_publish,instagram_manage_comments',
    },
    pkce: false,
    gets: { user: '900', token: expect.stringMatching(/^page-77-/u) },
  },
  {
    channel: 'threads',
    asks: {
      scope:
        'threads_basic,threads_content_publish,threads_manage_replies,threads_read_replies,threads_delete',
    },
    pkce: false,
    gets: { user: '501', token: expect.stringMatching(/^long-/u) },
    ends: { expiresAt: '2027-07-02T06:00:00Z' },
  },
  {
    channel: 'linkedin',
    asks: {},
    pkce: false,
    offered: ['Harbour Tea', 'Ana Admin'],
    choose: 'urn:li:organization:4711',
    gets: { owner: 'urn:li:organization:4711', token: any, refresh: any },
    ends: { expiresAt: '2027-07-02T06:00:00Z', renewableUntil: '2028-05-02T06:00:00Z' },
  },
  {
    channel: 'mastodon',
    asks: { client_id: 'registered-1', scope: 'read:accounts read:statuses write:media write:statuses' },
    pkce: true,
    gets: { server: expect.stringMatching(/^http:\/\/127\.0\.0\.1/u), token: any },
  },
];

describe.each(WAYS)('an account on $channel', ({ channel, asks, pkce, choose, offered, gets, ends }) => {
  it('is connected by signing in', async () => {
    scene = await signInWorld(channel);
    const { world } = scene.test;
    const server = channel === 'mastodon' ? { server: scene.provider.url } : {};
    const begun = await beginSignIn(world, scene.admin, { id: PAGE, ...server });
    expect(begun.expiresAt).toBe('2027-05-03T06:10:00Z');
    const asked = Object.fromEntries(new URL(begun.url).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', ...asks });
    expect(asked['redirect_uri']).toMatch(new RegExp(`^https://tea\\.example/connect/${channel}`, 'u'));
    expect(asked['code_challenge_method']).toBe(pkce ? 'S256' : undefined);
    const finished = await scene.finish(await scene.provider.visit(begun.url));
    if (finished.is === 'choose') {
      expect(finished.places.map(({ name }) => name)).toEqual(offered);
      await choosePlace(world, scene.admin, { id: PAGE, signIn: finished.signIn, place: choose ?? '' });
    } else expect(choose).toBeUndefined();
    expect((await scene.account()).state).toBe('connected');
    expect(await scene.credentials()).toEqual(gets);
    expect(await tokenRow()).toMatchObject({ connectedAt: world.clock.now(), ...ends });
  });
});

describe('a sign-in', () => {
  const outcomeOf = async (attempt: () => Promise<unknown>) =>
    `${await refusalOfAsync(attempt)}, ${(await scene.account()).state}`;
  const OVER = 'sign-in-over, disconnected';

  it('is used once, by one of many at the same moment', async () => {
    scene = await signInWorld('x');
    const back = await scene.signIn();
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => scene.finish(back)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOfAsync(() => scene.finish(back))).toBe('sign-in-over');
    const asked = scene.provider.requests.filter(({ path }) => path === '/2/oauth2/token');
    expect(asked).toHaveLength(1);
  });

  it('is over after ten minutes, and not before', async () => {
    scene = await signInWorld('x');
    const [early, late] = [await scene.signIn(), await scene.signIn()];
    scene.test.clock.advance({ minutes: 10 });
    expect(await outcomeOf(() => scene.finish(late))).toBe(OVER);
    scene.test.clock.advance({ seconds: -1 });
    expect(await scene.finish(early)).toMatchObject({ is: 'connected' });
  });

  it('is nobody else’s: not another admin’s of the workspace, nor of another one', async () => {
    scene = await signInWorld('x');
    const back = await scene.signIn();
    const other = await scene.test.asMember(['admin', 'brand']);
    expect(await outcomeOf(() => scene.finish(back, other.session))).toBe(OVER);
    const elsewhere = await scene.test.otherWorkspace('other-tea');
    expect(await outcomeOf(() => scene.finish(back, elsewhere.session))).toBe(OVER);
    expect(await scene.finish(back)).toMatchObject({ is: 'connected' });
  });

  it.each<readonly [string, (came: FinishSignInInput) => Partial<FinishSignInInput>]>([
    ['an unknown state', () => ({ state: 'harbour-tea~page~AAAA' })],
    ['a letter too many', ({ state }) => ({ state: `${state}x` })],
    ['another provider’s address', () => ({ via: 'facebook' })],
    ['another account', () => ({ id: asId<AccountId>('other') })],
    ['nothing', () => ({ state: '' })],
  ])('is refused with %s', async (_, wrongOf) => {
    scene = await signInWorld('x');
    const came = cameBack(await scene.signIn());
    expect(
      await outcomeOf(() => finishSignIn(scene.test.world, scene.admin, { ...came, ...wrongOf(came) })),
    ).toBe(OVER);
  });

  it('needs the verifier that only this home has: a code of another sign-in is worth nothing', async () => {
    scene = await signInWorld('x');
    const [mine, stolen] = [cameBack(await scene.signIn()), cameBack(await scene.signIn())];
    const finish = () => finishSignIn(scene.test.world, scene.admin, { ...mine, code: stolen.code });
    expect(await refusalOfAsync(finish)).toBe('refused-by-provider');
    expect((await scene.account()).state).toBe('disconnected');
  });

  it.each(['reset-after', 'late-before', 'trouble-before'] as const)(
    'whose token answer is lost (%s) connects nothing, and another one does',
    async (fault) => {
      scene = await signInWorld('x');
      const back = await scene.signIn();
      scene.provider.fault(fault);
      expect(await refusalOfAsync(() => scene.finish(back))).toBe('refused-by-provider');
      expect(await outcomeOf(() => scene.finish(back))).toBe(OVER);
      expect(await scene.finish(await scene.signIn())).toMatchObject({ is: 'connected' });
    },
  );

  it('offers a choice that is made once, of what was offered, by whoever began', async () => {
    scene = await signInWorld('facebook');
    const { world } = scene.test;
    const finished = await scene.finish(await scene.signIn());
    if (finished.is !== 'choose') throw new Error('Nothing to choose');
    const choose = (place: string, session = scene.admin) =>
      choosePlace(world, session, { id: PAGE, signIn: finished.signIn, place });
    const other = await scene.test.asMember(['admin', 'brand']);
    expect(await outcomeOf(() => choose('77', other.session))).toBe(OVER);
    expect(await refusalOfAsync(() => choose('79'))).toBe('not-found');
    const all = await Promise.allSettled(['77', '78', '77', '78'].map((place) => choose(place)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOfAsync(() => choose('77'))).toBe('sign-in-over');
  });

  it('begins only where there is somebody to ask, and somewhere to come back to', async () => {
    scene = await signInWorld('x');
    const { world } = scene.test;
    const begin = (more: object, server?: string) =>
      refusalOfAsync(() =>
        beginSignIn({ ...world, ...more }, scene.admin, {
          id: PAGE,
          ...(server !== undefined && { server }),
        }),
      );
    expect(await begin({ clients: { of: async () => undefined } })).toBe('not-available-yet');
    const { publicUrl: _unreached, ...inside } = world;
    const unreached = () => beginSignIn(inside, scene.admin, { id: PAGE });
    expect(await refusalOfAsync(unreached)).toBe('not-available-yet');
    expect(await begin({}, 'https://mastodon.social')).toBe('invalid-input');
    const { url } = await beginSignIn({ ...inside, localUrl: 'http://127.0.0.1:4000' }, scene.admin, {
      id: PAGE,
    });
    expect(new URL(url).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:4000/connect/x');
  });

  it('leaves nothing secret on the disk, nor its state', async () => {
    scene = await signInWorld('facebook');
    const back = await scene.signIn();
    await scene.finish(back);
    const state = back.searchParams.get('state') ?? '';
    const files = await readdir(scene.test.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    const all = contents.join('\n');
    expect(all).toContain(sha256Hex(state));
    for (const secret of [...scene.provider.ledger.secrets, state.split('~')[2] ?? '', 'secret-of-the-app'])
      expect(all.includes(secret), secret).toBe(false);
  });
});
