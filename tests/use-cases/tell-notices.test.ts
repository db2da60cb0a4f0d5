import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HookForm } from '../../functions/core/hook.ts';
import type { NoticeKind } from '../../functions/core/notice.ts';
import { URGENT_KINDS } from '../../functions/core/notice.ts';
import { addHook, listHooks, removeHook, tryHook } from '../../functions/use-cases/notice/hooks.ts';
import { changeNoticeSettings } from '../../functions/use-cases/notice/notice-settings.ts';
import { tellNotices } from '../../functions/use-cases/notice/tell-notices.ts';
import { listNotices, noticeRow, readNotices } from '../../functions/use-cases/notices.ts';
import { makeWorld, type TestMember, type TestWorld } from '../support/make-world.ts';
import { ownMailOf } from '../support/own-mail.ts';
import { mailServer, type MailServerStandIn } from '../support/stand-in/mail-server.ts';
import { standIn, type StandIn } from '../support/stand-in/stand-in.ts';

const SECRET = 'T0SECRET';

describe('notices outside the app', () => {
  let letters: MailServerStandIn;
  let chat: StandIn;
  let status = 200;
  let test: TestWorld;
  let manager: TestMember;
  let admin: TestMember;

  beforeEach(async () => {
    status = 200;
    letters = await mailServer();
    chat = await standIn([
      {
        method: 'POST',
        path: /^\/services\//u,
        answer: () => ({ status, headers: { 'retry-after': '600' } }),
      },
    ]);
    test = await makeWorld({ ownMail: ownMailOf(letters) });
    [manager, admin] = [await test.asMember('manager'), await test.asMember('admin')];
  });
  afterEach(async () => {
    await Promise.all([test.close(), letters.close(), chat.close()]);
  });

  const notice = async (says: string, kind: NoticeKind = 'failed', to = manager): Promise<void> => {
    const { tenant, member } = to.session;
    await test.world.store.tick([noticeRow(test.world, tenant, { kind, to: member.user, says })]);
  };
  const tell = async (seconds = 6): Promise<number> => {
    test.clock.advance({ seconds });
    return tellNotices(test.world, (error) => {
      throw error;
    });
  };
  const hook = (form: HookForm = 'slack', kinds: readonly NoticeKind[] = URGENT_KINDS) =>
    addHook(test.world, admin.session, {
      name: 'posts',
      form,
      url: `${chat.url}/services/${SECRET}`,
      kinds,
    });
  const shown = async () => (await listNotices(test.world, manager.session, { limit: 10 })).items;

  it('come together in one letter, once, to their person', async () => {
    await notice('“Mint & <lime>” failed: it was refused.');
    await notice('“Rose” was missed.', 'missed');
    expect(await tell()).toBe(2);
    expect(await tell()).toBe(0);
    const [letter, ...others] = letters.delivered();
    expect(others).toEqual([]);
    expect(letter?.to).toBe(manager.who.email);
    expect(letter?.text).toContain('2 things to look at');
    expect(letter?.text).toContain('was missed');
    expect(letter?.text).toContain('Auto-Submitted: auto-generated');
  });

  it('wait for nobody who has read them in the app', async () => {
    await notice('“Mint” failed.');
    const [first] = await shown();
    await readNotices(test.world, manager.session, { upTo: first?.id ?? '' });
    expect(await tell()).toBe(0);
    expect(letters.delivered()).toEqual([]);
  });

  it('come by e-mail in the kinds that a person chose', async () => {
    await changeNoticeSettings(test.world, manager.session, { mail: ['drafted'], ifRev: 0 });
    await notice('“Mint” failed.');
    await notice('“Rose” is drafted.', 'drafted');
    await tell();
    expect(letters.delivered()).toHaveLength(1);
    expect(letters.delivered()[0]?.text).toContain('a draft waits for approval');
  });

  it('are told once by two at once', async () => {
    await notice('“Mint” failed.');
    test.clock.advance({ seconds: 6 });
    const both = [1, 2].map(() => tellNotices(test.world, () => undefined));
    expect((await Promise.all(both)).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(letters.delivered()).toHaveLength(1);
  });

  it('are told by another when the one who took them up died', async () => {
    await notice('“Mint” failed.');
    test.clock.advance({ seconds: 6 });
    const dies = { ...test.world.notifier, mail: () => Promise.reject(new Error('killed')) };
    await tellNotices({ ...test.world, notifier: dies }, () => undefined);
    expect(await tell(60)).toBe(0);
    expect(await tell(300)).toBe(1);
    expect(letters.delivered()).toHaveLength(1);
  });

  it('come again while the mail server is tired, and say at last that nobody was told', async () => {
    await notice('“Mint” failed.');
    for (let tries = 1; tries <= 6; tries += 1) {
      letters.fault('busy');
      expect(await tell(5 * 3600)).toBe(1);
    }
    expect(await tell(5 * 3600)).toBe(0);
    expect(await shown()).toMatchObject([{ untold: [expect.stringContaining('Try later')] }]);
  });

  it.each<[HookForm, (json: unknown) => void]>([
    [
      'slack',
      (json) =>
        expect(json).toEqual({ text: '*harbour-tea: a post failed*\n• “Mint &amp; &lt;lime&gt;” failed.' }),
    ],
    [
      'teams',
      (json) =>
        expect(json).toMatchObject({
          type: 'message',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: { type: 'AdaptiveCard', body: [{}, { text: '“Mint & <lime>” failed.' }] },
            },
          ],
        }),
    ],
  ])('come to a chat of %s in its own form', async (form, expects) => {
    await hook(form);
    await notice('“Mint & <lime>” failed.');
    await notice('“Rose” is drafted.', 'drafted');
    await tell();
    expect(chat.requests).toHaveLength(1);
    expects(chat.requests[0]?.json);
  });

  it('come to no chat of another workspace', async () => {
    await hook();
    const other = await test.otherWorkspace('river-tea');
    await notice('“Mint” failed.', 'failed', other);
    await tell();
    expect(chat.requests).toEqual([]);
  });

  it('wait as long as the chat asks, and are mailed meanwhile once', async () => {
    await hook();
    await notice('“Mint” failed.');
    status = 429;
    await tell();
    status = 200;
    expect(await tell(500)).toBe(0);
    expect(await tell(200)).toBe(1);
    expect(chat.requests).toHaveLength(2);
    expect(letters.delivered()).toHaveLength(1);
  });

  it('give up a chat that is gone, and show it to the admins without its address', async () => {
    await hook();
    await notice('“Mint” failed.');
    status = 404;
    await tell();
    expect(await tell(24 * 3600)).toBe(0);
    expect(await shown()).toMatchObject([{ untold: [expect.stringContaining('answered 404')] }]);
    const hooks = await listHooks(test.world, admin.session, undefined);
    expect(hooks).toMatchObject([{ trouble: expect.stringContaining('404') }]);
    expect(JSON.stringify([hooks, await shown()])).not.toContain(SECRET);
  });

  it('can be tried, and stopped', async () => {
    const { id } = await hook();
    await tryHook(test.world, admin.session, { id });
    expect(chat.requests).toHaveLength(1);
    status = 410;
    await expect(tryHook(test.world, admin.session, { id })).rejects.toMatchObject({
      code: 'refused-by-provider',
    });
    await removeHook(test.world, admin.session, { id });
    await notice('“Mint” failed.');
    await tell();
    expect(chat.requests).toHaveLength(2);
  });

  it('never travel in clear beyond this machine', async () => {
    const url = 'http://chat.example/services/T0';
    await expect(
      addHook(test.world, admin.session, { name: 'posts', form: 'slack', url, kinds: [] }),
    ).rejects.toMatchObject({ code: 'invalid-input', details: { problems: [{ path: 'url' }] } });
  });
});
