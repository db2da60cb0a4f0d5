/** Whoever is not there, or complains, is asked for by no later send; what is refused for its text says nothing of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../functions/http/app.ts';
import { getAudience, listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { scheduleEntry } from '../../functions/use-cases/entry/schedule-entry.ts';
import { publishEntry } from '../../functions/use-cases/publishing/publish-entry.ts';
import { hearing, notification, signed } from '../support/sns.ts';
import { LETTERS, openLetters, type LettersWorld } from '../support/letters-world.ts';

describe('an addressee', () => {
  let opened: LettersWorld;
  afterEach(async () => {
    await opened.server.close();
    await opened.test.close();
  });

  const states = async () => {
    const { session } = await opened.test.asMember('manager');
    const { items } = await listAddressees(opened.test.world, session, { account: LETTERS, limit: 100 });
    return Object.fromEntries(items.map(({ address, state }) => [address.split('@')[0], state]));
  };
  const send = (entry = opened.entry) =>
    publishEntry(opened.test.world, { workspace: opened.test.workspace, entry });
  const sendAgain = async () => {
    const { session } = await opened.test.asMember('manager');
    const slot = { variant: opened.variant, account: LETTERS, wall: '2027-05-03T10:01' };
    const { value } = await scheduleEntry(opened.test.world, session, slot);
    opened.test.clock.set(value.slot.instant);
    await send(value.id);
  };
  const posted = async (message: unknown, path?: string) => {
    const { session } = await opened.test.asMember('manager');
    const { feedbackAddress = '', stopAddress } = await getAudience(opened.test.world, session, LETTERS);
    expect(stopAddress).toBeUndefined();
    Object.assign(opened.test.world, { topics: hearing(opened.test.clock) });
    const app = createApp(opened.test.world, { log: () => undefined });
    const answer = await app.request(path ?? new URL(feedbackAddress).pathname, {
      method: 'POST',
      body: JSON.stringify(signed(notification(message))),
    });
    return answer.status;
  };

  it.each([
    ['no such mailbox', 550, '5.1.1 Unknown', 'suppressed', 1],
    ['a mailbox that is disabled', 550, '5.2.1 Disabled', 'suppressed', 1],
    ['a policy', 550, '5.7.1 Not from here', 'subscribed', 2],
    ['a mailbox that is full', 552, '5.2.2 Full', 'subscribed', 2],
  ])('of %s (%d %s) is %s, and asked %d times by two sends', async (_what, code, says, state, asked) => {
    opened = await openLetters(['reader@example.net', 'other@example.net']);
    opened.server.mailboxes.set('other@example.net', [code, says]);
    await send();
    expect(await states()).toEqual({ reader: 'subscribed', other: state });
    await sendAgain();
    expect(opened.server.asked('other@example.net')).toBe(asked);
    expect(opened.server.delivered().map(({ to }) => to)).toEqual([
      'reader@example.net',
      'reader@example.net',
    ]);
    const { rows } = await opened.test.world.store.children(`W#${opened.test.workspace}#X#letters`, 'EVENT#');
    expect(JSON.stringify(rows)).not.toContain('example.net');
  });

  const bounce = (bounceType: string, status?: string) => ({
    notificationType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'reader@example.net', ...(status && { status }) }],
    },
    mail: { messageId: '1' },
  });
  const complaint = (complaintFeedbackType?: string) => ({
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: 'Reader <reader@EXAMPLE.net>' }],
      ...(complaintFeedbackType && { complaintFeedbackType }),
    },
  });

  it.each([
    ['that bounced for good', bounce('Permanent', '5.1.1'), 'suppressed'],
    ['that bounced for good, no status said', bounce('Permanent'), 'suppressed'],
    ['whose server refused the text', bounce('Permanent', '5.7.1'), 'subscribed'],
    ['that bounced for now', bounce('Transient', '4.4.7'), 'subscribed'],
    ['who complains', complaint('abuse'), 'opted-out'],
    ['who complains without saying how', complaint(), 'opted-out'],
    ['who takes the complaint back', complaint('not-spam'), 'subscribed'],
    ['who got it', { notificationType: 'Delivery', mail: {} }, 'subscribed'],
    ['of whom nothing is said', { hello: 'world' }, 'subscribed'],
  ])('%s, as SES says it', async (_what, message, state) => {
    opened = await openLetters(['reader@example.net']);
    expect(await posted(message)).toBe(204);
    expect(await states()).toEqual({ reader: state });
    await send();
    expect(opened.server.delivered()).toHaveLength(state === 'subscribed' ? 1 : 0);
  });

  it('is taken out by nobody who has not the address', async () => {
    opened = await openLetters(['reader@example.net']);
    expect(await posted(bounce('Permanent'), '/inbound/tea~letters~guessed')).toBe(404);
    expect(await states()).toEqual({ reader: 'subscribed' });
  });
});
