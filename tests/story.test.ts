/** The story of one message, from the API down to the disk. Read this first: it is the architecture, and it cannot go stale. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, ifMatch, listAt, textAt, type Answer, type Client } from './support/client.ts';
import { openStory, type Story } from './support/open-story.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/story/${name}`, import.meta.url), 'utf8');

describe('the story of one message', () => {
  let story: Story;
  let manager: Client;
  let reviewer: Client;
  let campaign = '';
  /** Variant ids by channel. */
  const variants: Record<string, string> = {};
  let entry = '';

  beforeAll(async () => {
    story = await openStory({ now: '2027-05-03T06:00:00.000Z', zone: 'Europe/Athens' });
    ({ manager, reviewer } = story);
    await story.releaseGuide(fixture('guide.yaml'), 'new');
  });
  afterAll(() => story.close());

  const read = (channel: string): Promise<Answer> => manager.get(`/variants/${variants[channel]}`);
  const textOf = (answer: Answer): string => textAt(answer.body, 'content', 'parts', 0, 'text');
  const approve = (channel: string) => story.approve(variants[channel]);

  describe('1. a campaign is stored, and every channel is given its voice', () => {
    it('answers the campaign, and no channel has to wait', async () => {
      const created = await manager.post('/campaigns', fixture('campaign.yaml'));
      expect(created).toMatchObject({ status: 201, body: { notAvailableYet: [], messages: [] } });
      campaign = textAt(created.body, 'id');
    });

    it('adapts the message to instagram, facebook, x, sms and linkedin', async () => {
      const adapted = await manager.post(`/campaigns/${campaign}/adapt`, {});
      for (const item of listAt(adapted.body, 'items'))
        variants[textAt(item, 'place', 'channel')] = textAt(item, 'variant');
      expect(Object.keys(variants)).toEqual(['instagram', 'facebook', 'x', 'sms', 'linkedin']);
    });

    it('keeps every required fact, in the way of each channel', async () => {
      expect(textOf(await read('instagram'))).toContain('Link in bio');
      expect(textOf(await read('facebook'))).toContain('🍯 Thyme honey');
      const sms = await read('sms');
      expect(textOf(sms)).toMatch(
        /€4\.20.*15% off.*FIG15.*https:\/\/harbour\.example\/fig.*Reply STOP to end/su,
      );
      expect(at(sms.body, 'count')).toMatchObject({ unit: 'septets', fits: true });
    });
  });

  describe('2. every save lints; findings never block saving', () => {
    it('keeps a text with a wrong price, and says what is wrong and how to mend it', async () => {
      const before = await read('facebook');
      const parts = [{ field: 'text', text: textOf(before).replace('€4.20', '€4.90') }];
      const save = { parts, media: at(before.body, 'content', 'media') };
      const saved = await manager.put(`/variants/${variants['facebook']}`, save, ifMatch(before));
      expect(saved).toMatchObject({
        status: 200,
        body: {
          content: { findings: [{ rule: 'fact-conflict', evidence: '€4.90', fix: { text: '€4.20' } }] },
        },
      });
    });

    it('refuses a save over a text that somebody changed meanwhile', async () => {
      const stale = await manager.put(
        `/variants/${variants['facebook']}`,
        { parts: [{ field: 'text', text: 'Late' }], media: [] },
        { 'if-match': '"1"' },
      );
      expect(stale).toMatchObject({ status: 412, body: { code: 'stale' } });
    });
  });

  describe('3. consistency compares what the variants say', () => {
    it('shows the one price that differs', async () => {
      const { body } = await manager.get(`/campaigns/${campaign}/consistency`);
      const price = listAt(body, 'facts').find((fact) => at(fact, 'id') === 'price');
      const states = listAt(price, 'variants').map((one) => [at(one, 'channel'), at(one, 'state')]);
      expect(states).toEqual([
        ['facebook', 'conflict'],
        ['instagram', 'stated'],
        ['linkedin', 'stated'],
        ['sms', 'stated'],
        ['x', 'stated'],
      ]);
    });
  });

  describe('4. what is approved is exactly what will be published', () => {
    it('refuses to submit while a blocking finding stands', async () => {
      const refused = await manager.post(
        `/variants/${variants['facebook']}/submit`,
        {},
        ifMatch(await read('facebook')),
      );
      expect(refused).toMatchObject({ status: 409, body: { code: 'blocking-findings' } });
    });

    it('goes through after the quick fix', async () => {
      const fixed = await manager.post(
        `/variants/${variants['facebook']}/fix`,
        {},
        ifMatch(await read('facebook')),
      );
      expect(textOf(fixed)).toContain('€4.20');
      const submitted = await manager.post(`/variants/${variants['facebook']}/submit`, {}, ifMatch(fixed));
      expect(submitted).toMatchObject({ status: 200, body: { state: 'in-review' } });
    });

    it('lets nobody approve what they wrote, and nobody approve what they did not read', async () => {
      const { body } = await read('facebook');
      const own = await story.managerWhoReviews.post(`/variants/${variants['facebook']}/approve`, {
        hash: at(body, 'hash'),
      });
      expect(own).toMatchObject({ status: 403, body: { code: 'own-work' } });
      const other = await reviewer.post(`/variants/${variants['facebook']}/approve`, {
        hash: '0'.repeat(64),
      });
      expect(other).toMatchObject({ status: 412, body: { code: 'stale' } });
    });

    it('binds the approval to the hash', async () => {
      expect(await approve('facebook')).toMatchObject({ status: 200, body: { state: 'approved' } });
      expect((await read('facebook')).body).toMatchObject({ approved: true });
    });
  });

  describe('5. an approved variant goes on the calendar', () => {
    it('refuses what is not approved', async () => {
      const early = { variant: variants['sms'], account: 'sms', wall: '2027-05-03T09:01' };
      expect(await manager.post('/entries', early)).toMatchObject({
        status: 409,
        body: { code: 'not-approved' },
      });
    });

    it('schedules a wall time in a zone, and pins revision and hash', async () => {
      const ask = { variant: variants['facebook'], account: 'facebook', wall: '2027-05-03T09:01' };
      const key = { 'idempotency-key': 'first-post' };
      const scheduled = await manager.post('/entries', ask, key);
      expect(scheduled).toMatchObject({
        status: 201,
        body: { state: 'scheduled', slot: { zone: 'Europe/Athens', instant: '2027-05-03T06:01:00Z' } },
      });
      entry = textAt(scheduled.body, 'id');
      expect(at((await manager.post('/entries', ask, key)).body, 'id')).toBe(entry);
    });
  });

  describe('6. the publisher claims it and posts it, once', () => {
    it('does nothing before its minute', async () => {
      await story.sweep();
      expect(listAt((await manager.get('/feed')).body, 'items')).toEqual([]);
    });

    it('publishes at its minute, and waking again publishes nothing', async () => {
      story.advance({ minutes: 1 });
      await Promise.all([story.sweep(), story.sweep(), story.wake(entry)]);
      await story.wake(entry);
      const feed = await manager.get('/feed');
      expect(at(feed.body, 'items')).toMatchObject([{ entry, channel: 'facebook' }]);
      const { body } = await manager.get('/calendar?from=2027-05-01&to=2027-05-31');
      expect(at(body, 'items')).toMatchObject([{ id: entry, state: 'published', attempts: 1 }]);
    });
  });

  describe('7. a new guide version judges what waits, where it says so', () => {
    it('holds the entry that a newly blocking rule fails, and leaves the others', async () => {
      for (const channel of ['x', 'sms']) {
        await story.submit(variants[channel]);
        await approve(channel);
        await manager.post('/entries', {
          variant: variants[channel],
          account: channel,
          wall: '2027-05-10T10:00',
        });
      }
      const stricter = fixture('guide.yaml').replace(
        'terms:',
        'terms:\n    - { id: code, term: with the code, status: banned, match: phrase, channels: [x] }',
      );
      const released = await story.releaseGuide(stricter, 'scheduled');
      expect(released).toMatchObject({ status: 201, body: { number: 2, applies: 'scheduled' } });
      expect(await story.entriesOn('2027-05-10')).toEqual([
        ['sms', 'scheduled', undefined],
        ['x', 'held', 'blocking-findings'],
      ]);
    });
  });

  describe('8. one corrected fact is corrected everywhere', () => {
    it('rewrites each mention in its own number format, drops only those approvals, and opens their review', async () => {
      const before = await manager.get(`/campaigns/${campaign}`);
      const corrected = await manager.post(
        `/campaigns/${campaign}/facts/price/correct`,
        { value: { amount: '4.50', currency: 'EUR' } },
        ifMatch(before),
      );
      expect(corrected.status).toBe(200);
      for (const channel of ['instagram', 'facebook', 'x', 'sms'])
        expect(textOf(await read(channel))).toContain('€4.50');
      expect(await story.entriesOn('2027-05-10')).toContainEqual(['sms', 'held', 'approval-does-not-cover']);
    });

    it('lists what is public already as a correction to make, and goes on once the correction is approved', async () => {
      expect(await approve('sms')).toMatchObject({ status: 200 });
      expect(await story.entriesOn('2027-05-10')).toContainEqual(['sms', 'scheduled', undefined]);
    });

    it('keeps the whole story in an audit trail that nobody can bend', async () => {
      expect((await story.admin.get('/audit/verify')).body).toMatchObject({ broken: [] });
    });
  });
});
