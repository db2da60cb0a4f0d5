/** A world with the story's campaign adapted and one variant approved, for tests that begin at the calendar. */
import { readFileSync } from 'node:fs';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import { asId, type AccountId, type EntryId, type VariantId } from '../../functions/core/ids.ts';
import type { Account } from '../../functions/core/account.ts';
import type { Entry } from '../../functions/core/entry.ts';
import type { World } from '../../functions/ports.ts';
import { adaptCampaign } from '../../functions/use-cases/campaign/adapt-campaign.ts';
import { createCampaign } from '../../functions/use-cases/campaign/create-campaign.ts';
import { getEntry } from '../../functions/use-cases/entry/get-calendar.ts';
import { scheduleEntry, type ScheduleInput } from '../../functions/use-cases/entry/schedule-entry.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { approveVariant } from '../../functions/use-cases/variant/approve-variant.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { submitVariant } from '../../functions/use-cases/variant/submit-variant.ts';
import { makeWorld, type MakeWorldOptions, type TestMember, type TestWorld } from './make-world.ts';

const source = readFileSync(new URL('../fixtures/story/campaign.yaml', import.meta.url), 'utf8');

export interface ApprovedWorld extends TestWorld {
  readonly manager: TestMember;
  readonly reviewer: TestMember;
  /** On the account's channel, approved. */
  readonly variant: VariantId;
  readonly schedule: (input?: Partial<ScheduleInput>) => Promise<Entry>;
  readonly entry: (id: EntryId) => Promise<{ readonly value: Entry; readonly rev: number }>;
  /** Wakes the entry, in this world or in one with broken parts. */
  readonly wake: (id: EntryId, broken?: Partial<World>) => Promise<void>;
  readonly posts: () => Promise<readonly { readonly entry: EntryId }[]>;
}

/** Submits what the variant says now, and has it approved. */
export const approve = async ({ world, asMember }: TestWorld, variant: VariantId): Promise<void> => {
  const [manager, reviewer] = [await asMember('manager'), await asMember('reviewer')];
  const view = await getVariant(world, manager.session, variant);
  const acknowledge = view.findings.map((finding) => finding.fingerprint);
  await submitVariant(world, manager.session, { id: variant, ifRev: view.rev, acknowledge });
  await approveVariant(world, reviewer.session, { id: variant, hash: view.hash });
};

/** The story's campaign once more, and what is adapted of it for the channel. */
export const adapted = async ({ world, asMember }: TestWorld, channel: ChannelId): Promise<VariantId> => {
  const { session } = await asMember('manager');
  const read = readCampaign(source);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const channels = [...new Set([...read.campaign.channels, channel])];
  const campaign = await createCampaign(world, session, { ...read.campaign, channels });
  const { items } = await adaptCampaign(world, session, { id: campaign.value.id, channels: [channel] });
  const [item] = items;
  if (!item) throw new Error('Nothing was adapted');
  return item.variant;
};

/** It is 09:00 in Athens on 3 May 2027; the account is `page`, unless told otherwise in preview mode with nothing to mind. */
export const makeApprovedWorld = async (
  account: Partial<Account> = {},
  options: MakeWorldOptions = {},
): Promise<ApprovedWorld> => {
  const test = await makeWorld({ now: '2027-05-03T06:00:00.000Z', zone: 'Europe/Athens', ...options });
  const { world, workspace, asMember } = test;
  const [admin, manager] = [await asMember('admin'), await asMember('manager')];
  await addAccount(world, admin.session, {
    channel: 'facebook',
    name: 'Harbour Tea on Facebook',
    mode: 'preview',
    locales: ['en-GB'],
    zone: 'Europe/Athens',
    slots: [],
    ...account,
    id: 'page',
  });
  const variant = await adapted(test, account.channel ?? 'facebook');
  await approve(test, variant);
  return {
    ...test,
    manager,
    reviewer: await asMember('reviewer'),
    variant,
    schedule: async (input = {}) => {
      const base = { variant, account: asId<AccountId>('page'), wall: '2027-05-03T09:01' };
      return (await scheduleEntry(world, manager.session, { ...base, ...input })).value;
    },
    entry: (id) => getEntry(world, manager.session, id),
    wake: (id, broken = {}) => publishEntry({ ...world, ...broken }, { workspace, entry: id }),
    posts: () => world.feed.list(workspace, 100),
  };
};
