/** The stage of the story test: a workspace with its people and preview accounts, behind the HTTP app, under a fake clock. */
import { createApp } from '../../functions/http/app.ts';
import { asId, type EntryId } from '../../functions/core/ids.ts';
import type { Role } from '../../functions/core/member.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { at, clientOf, ifMatch, listAt, type Answer, type Client } from './client.ts';
import { makeWorld, type TestClock, type TestWorld } from './make-world.ts';

export interface Story {
  readonly admin: Client;
  readonly manager: Client;
  readonly reviewer: Client;
  /** The same person as `manager`, with the reviewer's role as well. */
  readonly managerWhoReviews: Client;
  /** Saves the draft and releases it. */
  readonly releaseGuide: (source: string, applies: 'new' | 'scheduled') => Promise<Answer>;
  /** The manager submits, ticking what only needs a tick. */
  readonly submit: (variant: string | undefined) => Promise<Answer>;
  /** The reviewer approves what they read. */
  readonly approve: (variant: string | undefined) => Promise<Answer>;
  /** Channel, state and reason of each entry on a day. */
  readonly entriesOn: (day: string) => Promise<readonly (readonly unknown[])[]>;
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

const releaseGuide =
  (brand: Client): Story['releaseGuide'] =>
  async (source, applies) => {
    const before = await brand.get('/guide/draft');
    const condition = before.status === 404 ? { 'if-none-match': '*' } : ifMatch(before);
    const draft = await brand.put('/guide/draft', { source }, condition);
    return brand.post('/guide/release', { applies }, ifMatch(draft));
  };

const submit =
  (manager: Client): Story['submit'] =>
  async (variant) => {
    const before = await manager.get(`/variants/${variant}`);
    const acknowledge = listAt(before.body, 'findings')
      .filter((finding) => at(finding, 'gate') === 'acknowledge')
      .map((finding) => at(finding, 'fingerprint'));
    return manager.post(`/variants/${variant}/submit`, { acknowledge }, ifMatch(before));
  };

const approve =
  (reviewer: Client): Story['approve'] =>
  async (variant) => {
    const { body } = await reviewer.get(`/variants/${variant}`);
    return reviewer.post(`/variants/${variant}/approve`, { hash: at(body, 'hash') });
  };

const entriesOn =
  (manager: Client): Story['entriesOn'] =>
  async (day) => {
    const { body } = await manager.get(`/calendar?from=${day}&to=${day}`);
    return listAt(body, 'items')
      .map((entry) => [at(entry, 'channel'), at(entry, 'state'), at(entry, 'hold', 'reason')])
      .toSorted((a, b) => String(a).localeCompare(String(b)));
  };

export const openStory = async (options: { now: string; zone: string }): Promise<Story> => {
  const test = await makeWorld(options);
  const { world, workspace, clock } = test;
  await addAccounts(test, options.zone);
  const app = createApp(world, { log: ({ error }) => throwIt(error) });
  const as = async (roles: Role | readonly Role[]): Promise<Client> =>
    clientOf(app, (await test.asMember(roles)).token, `/workspaces/${workspace}`);
  const both = await as(['manager', 'reviewer']);
  const reviewer = await as('reviewer');
  return {
    admin: await as('admin'),
    manager: both,
    managerWhoReviews: both,
    reviewer,
    releaseGuide: releaseGuide(await as('brand')),
    submit: submit(both),
    approve: approve(reviewer),
    entriesOn: entriesOn(both),
    advance: clock.advance,
    sweep: () => sweep(world, 100, throwIt),
    wake: (entry) => publishEntry(world, { workspace, entry: asId<EntryId>(entry) }),
    close: test.close,
  };
};
