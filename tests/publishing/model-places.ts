/** Where the model publishes: a webhook that shows nothing, an instance that shows everything, to which two campaigns may say the same, and letters to three people. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { asId, type AccountId, type CampaignId, type VariantId } from '../../functions/core/ids.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { importAudience } from '../../functions/use-cases/audience/import-audience.ts';
import { adaptCampaign } from '../../functions/use-cases/campaign/adapt-campaign.ts';
import { changeCampaign } from '../../functions/use-cases/campaign/change-campaign.ts';
import { getCampaign } from '../../functions/use-cases/campaign/get-campaign.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { addAccount, listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { adapted, type ApprovedWorld } from '../support/approved-world.ts';

export interface ModelPlace {
  readonly account: AccountId;
  readonly channel: ChannelId;
  readonly variant: VariantId;
  /** It says the same as that variant, on the same account. */
  readonly copies?: VariantId;
}

export const PEOPLE = asId<AccountId>('letters');
const READERS = ['ada@example.net', 'bo@example.net', 'cy@example.net'];

const CREDENTIALS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  page: { url: 'https://tea.example/hook', secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  tooth: { server: 'https://harbour.social', token: 'token-of-harbour-tea' },
  letters: { by: 'smtp', from: 'Harbour Tea <letters@tea.example>', host: 'mail.tea.example' },
};

/** Connects what is disconnected, and leaves the rest. */
export const connectAll = async ({ world, asMember }: ApprovedWorld): Promise<void> => {
  const { session } = await asMember('admin');
  for (const { value, rev } of await listAccounts(world, session, undefined))
    if (value.state === 'disconnected')
      await connectAccount(world, session, {
        id: value.id,
        ifRev: rev,
        credentials: CREDENTIALS[value.id] ?? {},
      });
};

const addAccounts = async ({ world, asMember }: ApprovedWorld): Promise<void> => {
  const { session } = await asMember('admin');
  const live = { mode: 'live', locales: ['en-GB'], zone: 'Europe/Athens', slots: [] } as const;
  await addAccount(world, session, { ...live, id: 'tooth', channel: 'mastodon', name: 'Tea on Mastodon' });
  await addAccount(world, session, { ...live, id: PEOPLE, channel: 'email', name: 'Letters' });
  const rows = READERS.map((address) => `${address},2027-01-05T10:00:00Z,checkout`);
  const csv = ['address,consentAt,consentSource', ...rows].join('\n');
  await importAudience(world, session, { account: PEOPLE, source: { csv } });
};

const campaignOf = async ({ world, manager }: ApprovedWorld, variant: VariantId): Promise<CampaignId> =>
  (await getVariant(world, manager.session, variant)).value.place.campaign;

const variantOn = async (test: ApprovedWorld, channel: ChannelId): Promise<VariantId> => {
  const { world, manager, variant } = test;
  const campaign = await campaignOf(test, variant);
  const { items } = await adaptCampaign(world, manager.session, { id: campaign, channels: [channel] });
  const [item] = items;
  if (!item) throw new Error(`Nothing was adapted for ${channel}`);
  return item.variant;
};

/** What becomes of an entry's siblings when it fails. */
export const setPolicy = async (
  test: ApprovedWorld,
  onFailure: 'continue' | 'hold',
  variant = test.variant,
): Promise<void> => {
  const { world, manager } = test;
  const id = await campaignOf(test, variant);
  const { value, rev } = await getCampaign(world, manager.session, id);
  const document = { ...value, onFailure, channels: [...new Set([...value.channels, ...CHANNELS])] };
  await changeCampaign(world, manager.session, { id, ifRev: rev, document });
};

const CHANNELS: readonly ChannelId[] = ['webhook', 'mastodon', 'email'];

export const openPlaces = async (test: ApprovedWorld): Promise<readonly ModelPlace[]> => {
  await addAccounts(test);
  await setPolicy(test, 'continue');
  await connectAll(test);
  const tooth = await variantOn(test, 'mastodon');
  const copy = await adapted(test, 'mastodon');
  await setPolicy(test, 'continue', copy);
  return [
    { account: asId<AccountId>('page'), channel: 'webhook', variant: test.variant },
    { account: asId<AccountId>('tooth'), channel: 'mastodon', variant: tooth },
    { account: PEOPLE, channel: 'email', variant: await variantOn(test, 'email') },
    { account: asId<AccountId>('tooth'), channel: 'mastodon', variant: copy, copies: tooth },
  ];
};
