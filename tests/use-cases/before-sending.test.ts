/** What comes before a send to people: trying it on members, and keeping it out of the night. */
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../functions/http/app.ts';
import { asId, type UserId } from '../../functions/core/ids.ts';
import type { Event } from '../../functions/core/events.ts';
import { keys } from '../../functions/core/keys.ts';
import { isQuietAt } from '../../functions/core/quiet-hours.ts';
import { importAudience } from '../../functions/use-cases/audience/import-audience.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { testSend } from '../../functions/use-cases/variant/test-send.ts';
import { changeAccount } from '../../functions/use-cases/workspace/change-account.ts';
import { clientOf } from '../support/client.ts';
import { LETTERS, openLetters, type LettersWorld } from '../support/letters-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

describe('before a send to people', () => {
  let opened: LettersWorld;
  afterEach(async () => {
    await opened.server.close();
    await opened.test.close();
  });

  it('is tried on members first, at their own addresses, and the trail says so', async () => {
    opened = await openLetters(['a@example.net']);
    const { test, server } = opened;
    const { session, who } = await test.asMember('manager');
    const { variant } = opened;
    const asking = { id: variant, account: LETTERS, to: [who.user] };
    expect(await testSend(test.world, session, asking)).toEqual([{ to: who.user, is: 'published' }]);
    expect(server.delivered()).toMatchObject([{ to: who.email, text: expect.stringContaining('[Test]') }]);
    const { rows } = await test.world.store.children<Event>(`W#${test.workspace}#V#${variant}`, 'EVENT#');
    expect(rows.at(-1)?.value).toMatchObject({ type: 'variant.test-sent', data: { to: [who.user] } });
    const nobody = { ...asking, to: [asId<UserId>('01JAAAAAAAAAAAAAAAAAAAAAAA')] };
    expect(await refusalOfAsync(() => testSend(test.world, session, nobody))).toBe('not-found');
    const { session: viewer } = await test.asMember('viewer');
    expect(await refusalOfAsync(() => testSend(test.world, viewer, asking))).toBe('forbidden');
  });

  it('is tried over the API: a member gets it, marked as a test, and no audience is touched', async () => {
    opened = await openLetters(['a@example.net']);
    const { test, server, variant } = opened;
    const { who, token } = await test.asMember('manager');
    const app = createApp(test.world, { log: () => undefined });
    const tea = clientOf(app, token, `/workspaces/${test.workspace}`);
    const rows = async () => [
      ...(await test.world.store.children(`W#${test.workspace}#X#letters`, 'TO#')).rows.map(
        ({ key }) => key.sk,
      ),
      ...(await test.world.store.children(`W#${test.workspace}#E#${opened.entry}`, 'TO#')).rows,
    ];
    const before = await rows();
    const asking = { account: LETTERS, to: [who.user] };
    const sent = await tea.post(`/variants/${variant}/test-send`, asking);
    expect(sent).toMatchObject({ status: 200, body: { items: [{ to: who.user, is: 'published' }] } });
    const [letter, ...others] = server.delivered();
    expect(others).toEqual([]);
    expect(letter?.to).toBe(who.email);
    expect(letter?.text).toMatch(/^Subject: \[Test\] /mu);
    expect(letter?.text).not.toMatch(/^List-Unsubscribe/mu);
    expect(await rows()).toEqual(before);

    server.mailboxes.set(who.email, [452, '4.2.2 Mailbox full']);
    expect(await tea.post(`/variants/${variant}/test-send`, asking)).toMatchObject({
      status: 200,
      body: { items: [{ to: who.user, is: 'retry', reason: expect.stringContaining('Mailbox full') }] },
    });
    expect(await rows()).toEqual(before);
  });

  it('is not scheduled into the night of an addressee, nor of the account', async () => {
    opened = await openLetters(['a@example.net']);
    const { test } = opened;
    const { session: admin } = await test.asMember('admin');
    const was = await test.world.store.get(keys.account(admin.tenant, LETTERS));
    if (!was) throw new Error('No account');
    const { name, locales, zone, slots } = was.value;
    await changeAccount(test.world, admin, {
      id: LETTERS,
      ifRev: was.rev,
      name,
      locales,
      zone,
      slots,
      quiet: { from: '21:00', to: '09:00' },
    });
    const csv = [
      'address,zone,consentAt,consentSource',
      'b@example.net,America/New_York,2027-01-05T10:00:00Z,shop',
    ];
    await importAudience(test.world, admin, { account: LETTERS, source: { csv: csv.join('\n') } });
    const { variant } = opened;
    const at = (wall: string) =>
      refusalOfAsync(() => scheduleEntry(test.world, admin, { variant, account: LETTERS, wall }));
    expect(await at('2027-05-04T08:00')).toBe('quiet-hours');
    expect(await at('2027-05-04T12:00')).toBe('quiet-hours');
    expect(await at('2027-05-04T16:00')).toBeUndefined();
  });
});

it.each([
  [{ from: '21:00', to: '09:00' }, '20:59', false],
  [{ from: '21:00', to: '09:00' }, '21:00', true],
  [{ from: '21:00', to: '09:00' }, '03:00', true],
  [{ from: '21:00', to: '09:00' }, '09:00', false],
  [{ from: '12:00', to: '14:00' }, '13:59', true],
  [{ from: '12:00', to: '14:00' }, '14:00', false],
])('%j has %s: %s', (quiet, time, expected) => {
  expect(isQuietAt(quiet, time)).toBe(expected);
});
