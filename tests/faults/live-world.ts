/** A workspace that publishes live to a provider on loopback which keeps its own ledger, and one approved variant. */
import { nodeHttp } from '../../functions/adapters/node-http.ts';
import type { Entry } from '../../functions/core/entry.ts';
import { asId, type AccountId, type EntryId, type VariantId } from '../../functions/core/ids.ts';
import { plusMinutes } from '../../functions/core/instant.ts';
import { wallOf } from '../../functions/core/zone.ts';
import type { Clock, World } from '../../functions/ports.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import type { Account } from '../../functions/core/account.ts';
import type { Provider } from '../contract/connector/connector.ts';
import { adapted, approve, makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import type { MakeWorldOptions } from '../support/make-world.ts';
import { linkedinProvider } from '../support/stand-in/linkedin.ts';
import { mastodonProvider } from '../support/stand-in/mastodon.ts';
import { playerProvider } from '../support/stand-in/player.ts';
import { webhookProvider } from '../support/stand-in/webhook.ts';

export const PAGE = asId<AccountId>('page');

/** `mastodon` shows what was posted and takes the same call twice; a `webhook` does neither. */
export type LiveChannel = 'mastodon' | 'webhook';
export const LIVE_CHANNELS: readonly LiveChannel[] = ['mastodon', 'webhook'];
/** A sign shows a file, and another in its place; `linkedin` shows what was posted, and refuses the same words twice. */
export type AnyLiveChannel = LiveChannel | 'in-store-sign' | 'linkedin';

export interface LiveWorld extends ApprovedWorld {
  readonly provider: Provider;
  /** How many posts of the account are live, whatever anybody says. */
  readonly live: () => number;
  /** A new entry, at whose minute it is afterwards: a minute later than before. */
  readonly due: (variant?: VariantId) => Promise<EntryId>;
  /** Another variant of the account that says the same, approved: what a series drafts, or another campaign. */
  readonly copy: () => Promise<VariantId>;
  readonly stateOf: (id: EntryId) => Promise<Entry>;
  /** One look at everything that is due, in this world or in one with broken parts; answers what went wrong. */
  readonly look: (broken?: Partial<World>) => Promise<readonly unknown[]>;
  /** Time passes, a look every five minutes. */
  readonly pass: (minutes: number) => Promise<void>;
}

/** Minutes between two looks. */
const EVERY = 5;

const connect = async (test: ApprovedWorld, { credentials }: Provider): Promise<void> => {
  const { session } = await test.asMember('admin');
  const [account] = await listAccounts(test.world, session, undefined);
  await connectAccount(test.world, session, { id: PAGE, ifRev: account?.rev ?? 0, credentials });
};

/** A line more or less; pictures would have to be uploaded first. */
export const rewrite = async ({ world, manager, variant }: ApprovedWorld, line = ''): Promise<void> => {
  const { rev, revision } = await getVariant(world, manager.session, variant);
  const parts = revision.parts.map((part) => ({ ...part, text: `${part.text}${line}` }));
  await putVariant(world, manager.session, { id: variant, ifRev: rev, content: { parts, media: [] } });
};

const providerOf = (channel: AnyLiveChannel, clock: Clock): Promise<Provider> => {
  switch (channel) {
    case 'mastodon':
      return mastodonProvider(() => Date.parse(clock.now()));
    case 'linkedin':
      return linkedinProvider(() => Date.parse(clock.now()));
    case 'webhook':
      return webhookProvider();
    case 'in-store-sign':
      return playerProvider();
  }
};

const looks = (test: ApprovedWorld): Pick<LiveWorld, 'look' | 'pass'> => {
  const look: LiveWorld['look'] = async (broken = {}) => {
    const troubles: unknown[] = [];
    const world = { ...test.world, ...broken };
    await sweep(world, 100, (trouble) => troubles.push(trouble)).catch((one: unknown) => troubles.push(one));
    return troubles;
  };
  return {
    look,
    pass: async (minutes) => {
      for (let passed = 0; passed < minutes; passed += EVERY) {
        test.clock.advance({ minutes: EVERY });
        const troubles = await look();
        if (troubles.length > 0) throw new Error('Trouble in calm weather', { cause: troubles[0] });
      }
    },
  };
};

/** It is 09:00 in Athens on 3 May 2027, and the account `page` is connected. */
export const openLive = async (
  channel: AnyLiveChannel,
  account: Partial<Account> = {},
  options: Partial<MakeWorldOptions> = {},
): Promise<LiveWorld> => {
  const test = await makeApprovedWorld({ channel, mode: 'live', ...account }, options);
  const provider = await providerOf(channel, test.clock);
  const isShown = channel === 'mastodon' || channel === 'linkedin';
  const baseUrls = isShown ? { [channel]: provider.standIn.url } : {};
  Object.assign(test.world, { baseUrls, http: nodeHttp({ seconds: 2 }) });
  if (isShown) {
    await rewrite(test);
    await approve(test, test.variant);
  }
  await connect(test, provider);
  return {
    ...test,
    ...looks(test),
    provider,
    live: () => provider.posts().length,
    copy: async () => {
      const { session } = test.manager;
      const { parts } = (await getVariant(test.world, session, test.variant)).revision;
      const id = await adapted(test, channel);
      const { rev } = await getVariant(test.world, session, id);
      await putVariant(test.world, session, { id, ifRev: rev, content: { parts, media: [] } });
      await approve(test, id);
      return id;
    },
    due: async (variant = test.variant) => {
      const wall = wallOf(plusMinutes(test.clock.now(), 1), 'Europe/Athens');
      const { id, slot } = await test.schedule({ wall, variant });
      test.clock.set(slot.instant);
      return id;
    },
    stateOf: async (id) => (await test.entry(id)).value,
    close: async () => {
      await provider.standIn.close();
      await test.close();
    },
  };
};
