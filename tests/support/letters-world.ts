/** A world with an account for letters, its audience, and an entry to it that is due. */
import { readFileSync } from 'node:fs';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import { asId, type AccountId, type EntryId, type VariantId } from '../../functions/core/ids.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { importAudience } from '../../functions/use-cases/audience/import-audience.ts';
import { adaptCampaign } from '../../functions/use-cases/campaign/adapt-campaign.ts';
import { createCampaign } from '../../functions/use-cases/campaign/create-campaign.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { approve } from './approved-world.ts';
import { makeWorld, type TestWorld } from './make-world.ts';
import { mailServer, type MailServerStandIn } from './stand-in/mail-server.ts';

/** The story's campaign as a letter without pictures. */
const source = readFileSync(new URL('../fixtures/story/campaign.yaml', import.meta.url), 'utf8')
  .replaceAll(/\bfacebook\b/gu, 'email')
  .replaceAll(/, media: \w+\.jpg, alt: [^}]*/gu, ' ');
export const LETTERS = asId<AccountId>('letters');

const variantOf = async (test: TestWorld): Promise<VariantId> => {
  const { session } = await test.asMember('manager');
  const read = readCampaign(source);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const campaign = await createCampaign(test.world, session, read.campaign);
  const { items } = await adaptCampaign(test.world, session, {
    id: campaign.value.id,
    channels: ['email'],
  });
  const [item] = items;
  if (!item) throw new Error('Nothing was adapted');
  await approve(test, item.variant);
  return item.variant;
};

export interface LettersWorld {
  readonly test: TestWorld;
  readonly server: MailServerStandIn;
  readonly variant: VariantId;
  readonly entry: EntryId;
}

const connected = async ({ world, asMember }: TestWorld, server: MailServerStandIn): Promise<void> => {
  const { session } = await asMember('admin');
  const added = await addAccount(world, session, {
    id: 'letters',
    channel: 'email',
    name: 'Letters',
    mode: 'live',
    locales: ['en-GB'],
    zone: 'Europe/Athens',
    slots: [],
  });
  await connectAccount(world, session, { id: LETTERS, ifRev: added.rev, credentials: server.credentials });
};

/** At 09:01 in Athens on 3 May 2027, which it is. */
export const openLetters = async (addresses: readonly string[]): Promise<LettersWorld> => {
  const [test, server] = [await makeWorld(), await mailServer()];
  await connected(test, server);
  const [admin, manager] = [await test.asMember('admin'), await test.asMember('manager')];
  const rows = addresses.map((one) => `${one},2027-01-05T10:00:00Z,checkout`);
  const csv = ['address,consentAt,consentSource', ...rows].join('\n');
  await importAudience(test.world, admin.session, { account: LETTERS, source: { csv } });
  const variant = await variantOf(test);
  const slot = { variant, account: LETTERS, wall: '2027-05-03T09:01' };
  const entry = await scheduleEntry(test.world, manager.session, slot);
  test.clock.advance({ minutes: 1 });
  return { test, server, variant, entry: entry.value.id };
};
