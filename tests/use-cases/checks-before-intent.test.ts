/** Every check right before the intent: without what it is about the post goes out, with it the post is held or missed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Term } from '../../brand-guide/schema/wording.ts';
import type { Account } from '../../functions/core/account.ts';
import type { Campaign } from '../../functions/core/campaign.ts';
import type { Hold } from '../../functions/core/entry.ts';
import { asId, type AccountId, type EntryId } from '../../functions/core/ids.ts';
import { keys, type Key } from '../../functions/core/keys.ts';
import { contentHash, type Payload } from '../../functions/core/payload.ts';
import type { GuideVersion } from '../../functions/core/guide-version.ts';
import type { Variant } from '../../functions/core/variant.ts';
import type { World } from '../../functions/ports.ts';
import { listNotices } from '../../functions/use-cases/notices.ts';
import { put } from '../../functions/use-cases/rows.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

type Breaks = (test: ApprovedWorld) => Promise<void> | void;

const change = async <T>({ world }: ApprovedWorld, key: Key<T>, becomes: (was: T) => T): Promise<void> => {
  const row = await world.store.get(key);
  if (!row) throw new Error(`No ${key.pk} ${key.sk}`);
  if (!(await world.store.tick([put(key, becomes(row.value), row)]))) throw new Error('Not written');
};

const campaignKey = async ({ world, manager, variant }: ApprovedWorld): Promise<Key<Campaign>> => {
  const { session } = manager;
  return keys.campaign(session.tenant, (await getVariant(world, session, variant)).value.place.campaign);
};
const campaign =
  (some: (was: Campaign) => Partial<Campaign>): Breaks =>
  async (test) =>
    change(test, await campaignKey(test), (was) => ({ ...was, ...some(was) }));
const account =
  (some: Partial<Account>): Breaks =>
  (test) =>
    change(test, keys.account(test.manager.session.tenant, PAGE), (was) => ({ ...was, ...some }));
const approval =
  (some: Partial<NonNullable<Variant['approval']>>): Breaks =>
  (test) =>
    change(test, keys.variant(test.manager.session.tenant, test.variant), (was) => {
      if (!was.approval) throw new Error('Not approved');
      return { ...was, approval: { ...was.approval, ...some } };
    });
const pictures = (rights: object): Breaks =>
  campaign(({ steps: [step, ...more] }) => ({
    steps: [
      {
        ...step,
        messages: Object.fromEntries(
          Object.entries(step.messages).map(([locale, message]) => [
            locale,
            { ...message, media: message.details?.map(({ media: file = '' }) => ({ file, rights })) ?? [] },
          ]),
        ),
      },
      ...more,
    ],
  }));

/** Version 901 judges what waits and bans a word of the post; 902 only what is submitted from then on. No other test has them. */
const guides: Breaks = async ({ world, manager }) => {
  const { tenant, member } = manager.session;
  const of = (number: number, applies: 'new' | 'scheduled', terms: readonly Term[]): GuideVersion => ({
    number,
    source: '',
    guide: { meta: { name: { full: 'Harbour Tea' } }, vocabulary: { terms } },
    applies,
    by: member.user,
    at: world.clock.now(),
  });
  const banned: readonly Term[] = [{ id: 'no-figs', term: 'Fig', status: 'banned' }];
  await world.store.tick([
    put(keys.guideVersion(tenant, 901), of(901, 'scheduled', banned)),
    put(keys.guideVersion(tenant, 902), of(902, 'new', [])),
    put(
      keys.guideHead(tenant),
      { released: 902, appliesToScheduled: 901 },
      await world.store.get(keys.guideHead(tenant)),
    ),
  ]);
};

const failedSibling: Breaks = async (test) => {
  const { id } = await test.schedule({ wall: '2027-05-04T09:00' });
  const { tenant } = test.manager.session;
  await change(test, keys.entry(tenant, id), (was) => ({ ...was, state: 'failed' as const }));
  const key = await campaignKey(test);
  const of = (await test.world.store.get(key))?.value.id;
  if (of === undefined) throw new Error('No campaign');
  await test.world.store.tick([put(keys.campaignFailure(tenant, of, id, 1), { entry: id })]);
  await campaign(() => ({ onFailure: 'hold' }))(test);
};

const PAGE = asId<AccountId>('page');
const OTHER: Payload = { channel: 'facebook', format: 'feed', locale: 'en-GB', parts: [], media: [] };
const EMAIL: Partial<Account> = { channel: 'email' };
const MASTODON: Partial<Account> = { channel: 'mastodon' };

type Check = readonly [string, Hold['reason'] | 'missed', Breaks, Partial<Account>?];
const CHECKS: readonly Check[] = [
  ['the approval covers the hash', 'approval-does-not-cover', approval({ hash: contentHash(OTHER, {}) })],
  [
    'the facts have the approved values',
    'approval-does-not-cover',
    campaign(({ facts }) => ({
      facts: facts.map((fact) => (fact.kind === 'code' ? { ...fact, value: 'OTHER1' } : fact)),
    })),
  ],
  ['no newly blocking rule applies', 'blocking-findings', guides],
  [
    'the account takes a text as long',
    'blocking-findings',
    account({ limits: { parts: { text: 10 } } }),
    MASTODON,
  ],
  [
    'the offer is not over',
    'offer-over',
    campaign(({ facts }) => ({
      facts: [...facts, { id: 'over', kind: 'date', value: '2027-05-02', role: 'end' }],
    })),
  ],
  ['waivers have not expired', 'waiver-expired', approval({ waivers: ['banned-term:text:mint:0'] })],
  ['rights last', 'rights-expired', pictures({ until: '2027-05-02' })],
  ['rights are for the account', 'rights-expired', pictures({ accounts: ['other-page'] })],
  ['no embargo', 'embargo', campaign(() => ({ embargoUntil: '2027-05-03T07:00:00Z' }))],
  ['the campaign is not paused', 'paused', campaign(() => ({ paused: true }))],
  ['the account is not paused', 'paused', account({ paused: true })],
  [
    'the workspace is not paused',
    'paused',
    (test) => change(test, keys.workspace(test.manager.session.tenant), (was) => ({ ...was, paused: true })),
  ],
  ['the account is connected', 'disconnected', account({ state: 'disconnected' })],
  ['the gap', 'gap', account({ gap: 30 })],
  ['the cap', 'cap', account({ cap: 1 })],
  ['quiet hours', 'quiet-hours', account({ quiet: { from: '09:00', to: '10:00' } }), EMAIL],
  ['siblings', 'sibling-failed', failedSibling],
  ['grace', 'missed', ({ clock }) => clock.advance({ minutes: 31 })],
];

/** The revision is read to prepare, beside the account and the variant, and not again. */
const whilePrepared = ({ store }: World, does: () => Promise<void> | void): Partial<World> => ({
  store: {
    ...store,
    get: async (key) => {
      const row = await store.get(key);
      if (key.sk.startsWith('REV#')) await does();
      return row;
    },
  },
});

describe.each(CHECKS.map(([name, reason, breaks, settings = {}]) => ({ name, reason, breaks, settings })))(
  '$name',
  ({ reason, breaks, settings }) => {
    let test: ApprovedWorld;
    let id: EntryId;
    beforeEach(async () => {
      test = await makeApprovedWorld(settings);
      await test.schedule({ wall: '2027-05-03T09:01' });
      ({ id } = await test.schedule({ wall: '2027-05-03T09:02' }));
      test.clock.advance({ minutes: 2 });
    });
    afterEach(() => test.close());

    const expected = () => ({
      state: reason === 'missed' ? 'missed' : 'held',
      reason: reason === 'missed' ? undefined : reason,
      intentAt: undefined,
      posts: 0,
      notices: [id],
    });
    const became = async () => {
      const { value } = await test.entry(id);
      const { items } = await listNotices(test.world, test.manager.session, { limit: 10 });
      return {
        state: value.state,
        reason: value.hold?.reason,
        intentAt: value.attempt?.intentAt,
        posts: (await test.posts()).length,
        notices: items.map(({ entry }) => entry),
      };
    };

    it('holds: it is posted', async () => {
      await test.wake(id);
      expect((await test.entry(id)).value.state).toBe('published');
      expect(await test.posts()).toHaveLength(1);
    });

    it('does not hold at its time: it is not posted, and its owner is told why', async () => {
      await breaks(test);
      await test.wake(id);
      expect(await became()).toEqual(expected());
    });

    it('stops holding while it is prepared: it is not posted either', async () => {
      await test.wake(
        id,
        whilePrepared(test.world, () => breaks(test)),
      );
      expect(await became()).toEqual(expected());
    });
  },
);

it.each([
  ['scheduled', 'held'],
  ['published', 'held'],
  ['unconfirmed', 'held'],
  ['failed', 'published'],
  ['missed', 'published'],
  ['held', 'published'],
] as const)('minds the gap to an earlier one that is %s: %s', async (other, state) => {
  const test = await makeApprovedWorld();
  const [first, second] = [await test.schedule(), await test.schedule({ wall: '2027-05-03T09:02' })];
  await change(test, keys.entry(test.manager.session.tenant, first.id), (was) => ({ ...was, state: other }));
  await account({ gap: 30 })(test);
  test.clock.advance({ minutes: 2 });
  await test.wake(second.id);
  expect((await test.entry(second.id)).value.state).toBe(state);
  await test.close();
});

it('refuses a time after the rights to a picture end, and no earlier one', async () => {
  const test = await makeApprovedWorld();
  await pictures({ until: '2027-05-03' })(test);
  expect((await test.schedule({ wall: '2027-05-03T23:59' })).state).toBe('scheduled');
  await expect(test.schedule({ wall: '2027-05-04T00:00' })).rejects.toMatchObject({ code: 'rights-expired' });
  await test.close();
});
