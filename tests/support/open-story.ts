/** The stage of the story test: a workspace with its people and preview accounts, behind the HTTP app, under a fake clock. */
import { createApp } from '../../functions/http/app.ts';
import { asId, type EntryId } from '../../functions/core/ids.ts';
import type { Role } from '../../functions/core/member.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { clientOf, type Client } from './client.ts';
import { makeWorld, type TestClock, type TestWorld } from './make-world.ts';

export interface Story {
  readonly admin: Client;
  readonly manager: Client;
  readonly reviewer: Client;
  readonly brand: Client;
  /** The same person as `manager`, with the reviewer's role as well. */
  readonly managerWhoReviews: Client;
  readonly advance: TestClock['advance'];
  /** What the local home does each second. */
  readonly sweep: () => Promise<number>;
  /** A wake-up, as the scheduler's queue delivers it. */
  readonly wake: (entry: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const throwIt = (error: unknown): never => {
  throw error;
};

const addAccounts = async ({ world, asMember }: TestWorld, zone: string): Promise<void> => {
  const { session } = await asMember('admin');
  for (const channel of ['instagram', 'facebook', 'x', 'sms'] as const)
    await addAccount(world, session, {
      id: channel,
      channel,
      name: `Harbour Tea on ${channel}`,
      mode: 'preview',
      locales: ['en-GB'],
      zone,
      slots: ['09:00'],
    });
};

export const openStory = async (options: { now: string; zone: string }): Promise<Story> => {
  const test = await makeWorld(options);
  const { world, workspace, clock } = test;
  await addAccounts(test, options.zone);
  const app = createApp(world, { log: ({ error }) => throwIt(error) });
  const as = async (roles: Role | readonly Role[]): Promise<Client> =>
    clientOf(app, (await test.asMember(roles)).token, `/workspaces/${workspace}`);
  const both = await as(['manager', 'reviewer']);
  return {
    admin: await as('admin'),
    manager: both,
    managerWhoReviews: both,
    reviewer: await as('reviewer'),
    brand: await as('brand'),
    advance: clock.advance,
    sweep: () => sweep(world, 100, throwIt),
    wake: (entry) => publishEntry(world, { workspace, entry: asId<EntryId>(entry) }),
    close: test.close,
  };
};
