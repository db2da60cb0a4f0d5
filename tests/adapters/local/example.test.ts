/** The example workspace: made through the real use cases, around whatever day today is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../functions/local/example-data.ts';
import { loadExample } from '../../../functions/local/example.ts';
import { openHome, type Home } from '../../../functions/local/open-home.ts';
import type { Session } from '../../../functions/use-cases/use-case.ts';
import { getCalendar } from '../../../functions/use-cases/entry/get-calendar.ts';
import { getFeed } from '../../../functions/use-cases/publishing/get-feed.ts';
import { listAccounts } from '../../../functions/use-cases/workspace/accounts.ts';
import { listMembers } from '../../../functions/use-cases/workspace/members.ts';
import { openWorkspace } from '../../../functions/use-cases/workspace/open-workspace.ts';
import { verifyAudit } from '../../../functions/use-cases/verify-audit.ts';

let folder = '';
let home: Home;
let session: Session;
const admin = async () => {
  const email = 'admin@northwind.example';
  return { user: (await home.world.identity.invite(email)).user, email };
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cantus-example-'));
  home = await openHome(folder, (error) => {
    throw error;
  });
  const { workspace } = await loadExample(home, await admin());
  session = await openWorkspace(home.world, await admin(), workspace);
}, 60_000);
afterAll(async () => {
  await home.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the example workspace', () => {
  it('has members in every role and preview accounts on every channel there is', async () => {
    const members = await listMembers(home.world, session, undefined);
    expect(members.flatMap(({ value }) => value.roles).toSorted()).toEqual([
      'admin',
      'brand',
      'manager',
      'reviewer',
      'viewer',
    ]);
    const accounts = await listAccounts(home.world, session, undefined);
    expect(accounts.map(({ value }) => [value.channel, value.mode])).toEqual([
      ['facebook', 'preview'],
      ['instagram', 'preview'],
      ['sms', 'preview'],
      ['x', 'preview'],
    ]);
  });

  it('has a half-full calendar: some posts out, some waiting, one held, one not approved yet', async () => {
    const now = Date.parse(home.world.clock.now());
    const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
    const entries = await getCalendar(home.world, session, { from: day(-5), to: day(10) });
    expect(entries.map(({ value }) => [value.channel, value.state])).toEqual([
      ['instagram', 'published'],
      ['facebook', 'published'],
      ['x', 'published'],
      ['sms', 'scheduled'],
      ['facebook', 'scheduled'],
      ['instagram', 'held'],
      ['facebook', 'planned'],
      ['x', 'scheduled'],
    ]);
    const past = entries.filter(({ value }) => Date.parse(value.slot.instant) < now);
    expect(past.map(({ value }) => value.state)).toEqual(['published', 'published', 'published']);
  });

  it('shows in the feed what was published, with its facts', async () => {
    const posts = await getFeed(home.world, session, { limit: 10 });
    expect(posts.map(({ channel }) => channel)).toEqual(['x', 'facebook', 'instagram']);
    for (const { payload } of posts) expect(payload.parts[0]?.text).toContain('$5.25');
  });

  it('leaves the clock at the real time and an audit trail that holds', async () => {
    expect(home.clock.shift).toBe(0);
    expect(await verifyAudit(home.world, session, undefined)).toMatchObject({ broken: [] });
  });

  it('takes another id when a broken try left its own', async () => {
    const { workspace } = await loadExample(home, await admin());
    expect(workspace).toBe(`${EXAMPLE.workspace.id}-2`);
  });
});
