/** Adapting again proposes beside what a person edited, in variants of one part and of several, and never overwrites. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, textAt } from '../support/client.ts';
import { CAMPAIGN, openStage, type Reply, type Stage } from './stage.ts';

const CHANNELS = ['email', 'push', 'in-store-sign', 'whatsapp', 'facebook'] as const;
let stage: Stage;
let campaign = '';
/** Variant ids by channel. */
const variants: Record<string, string> = {};

const manager = (): { token: string } => ({ token: stage.token.manager });
const adapt = (body: unknown = {}): Promise<Reply> =>
  stage.ask('POST', `/campaigns/${campaign}/adapt`, { ...manager(), body });
const read = (channel: string): Promise<Reply> =>
  stage.ask('GET', `/variants/${variants[channel]}`, manager());
const partsOf = (body: unknown, ...path: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listAt(body, ...path, 'content', 'parts').map((part) => [textAt(part, 'field'), textAt(part, 'text')]),
  );

beforeAll(async () => {
  stage = await openStage();
  const created = await stage.ask('POST', '/campaigns', {
    ...manager(),
    body: { ...CAMPAIGN, channels: CHANNELS },
  });
  campaign = String(created.body['id']);
  for (const item of listAt((await adapt()).body, 'items'))
    variants[textAt(item, 'place', 'channel')] = textAt(item, 'variant');
});
afterAll(() => stage.close());

describe('adapting', () => {
  it.each([
    ['email', ['body', 'preheader', 'subject']],
    ['push', ['body', 'title']],
    ['in-store-sign', ['body', 'headline']],
    ['whatsapp', ['button', 'footer', 'header', 'text']],
    ['facebook', ['text']],
  ])('gives %s its parts', async (channel, fields) => {
    const { body } = await read(channel);
    expect(Object.keys(partsOf(body)).toSorted()).toEqual(fields);
    expect(at(body, 'blocking')).toBe(0);
  });

  it('says what a person has to settle, with the card that would settle it', async () => {
    const created = await stage.ask('POST', '/campaigns', {
      ...manager(),
      body: { ...CAMPAIGN, channels: ['instagram'] },
    });
    const { body } = await stage.ask('POST', `/campaigns/${String(created.body['id'])}/adapt`, {
      ...manager(),
      body: {},
    });
    expect(listAt(body, 'items', 0, 'adapted', 'notes', 'problems')).toEqual([
      expect.objectContaining({
        what: 'picture',
        fix: { do: 'make-card', card: expect.objectContaining({ headline: CAMPAIGN.message.headline }) },
      }),
    ]);
  });

  it('takes a format where the channel has it', async () => {
    const created = await stage.ask('POST', '/campaigns', {
      ...manager(),
      body: { ...CAMPAIGN, channels: ['x', 'facebook'] },
    });
    const { body } = await stage.ask('POST', `/campaigns/${String(created.body['id'])}/adapt`, {
      ...manager(),
      body: { format: 'thread' },
    });
    expect(listAt(body, 'items').map((item) => textAt(item, 'place', 'format'))).toEqual(['thread', 'feed']);
  });
});

describe('adapting again', () => {
  it.each(CHANNELS)(
    'leaves what a person wrote in one part of %s, and proposes beside it',
    async (channel) => {
      const before = await read(channel);
      const parts = listAt(before.body, 'content', 'parts');
      const [field, text] = [textAt(parts, parts.length - 1, 'field'), 'Figs, as we like them'];
      const mine = parts.map((part) => ({
        field: textAt(part, 'field'),
        text: textAt(part, 'field') === field ? text : textAt(part, 'text'),
      }));
      const saved = await stage.ask('PUT', `/variants/${variants[channel]}`, {
        ...manager(),
        body: { parts: mine, link: textAt(before.body, 'content', 'link') },
        headers: { 'if-match': before.headers.get('etag') ?? '' },
      });
      expect(saved.status).toBe(200);

      const [item] = listAt((await adapt({ channels: [channel] })).body, 'items');
      expect(textAt(item, 'is')).toBe('proposed');
      expect(partsOf(item, 'adapted')).toEqual(partsOf(before.body));
      expect(partsOf((await read(channel)).body)).toEqual({ ...partsOf(before.body), [field]: text });
    },
  );

  it('changes what nobody edited, in all its parts, when the message changes', async () => {
    const created = await stage.ask('POST', '/campaigns', {
      ...manager(),
      body: { ...CAMPAIGN, channels: ['push'] },
    });
    const id = String(created.body['id']);
    await stage.ask('POST', `/campaigns/${id}/adapt`, { ...manager(), body: {} });
    const tag = (await stage.ask('GET', `/campaigns/${id}`, manager())).headers.get('etag') ?? '';
    const changed = { ...CAMPAIGN.message, headline: 'Figs are gone, pears are here' };
    const put = await stage.ask('PUT', `/campaigns/${id}`, {
      ...manager(),
      body: { ...CAMPAIGN, channels: ['push'], message: changed },
      headers: { 'if-match': tag },
    });
    expect(put.status).toBe(200);
    const { body } = await stage.ask('POST', `/campaigns/${id}/adapt`, { ...manager(), body: {} });
    expect(textAt(body, 'items', 0, 'is')).toBe('changed');
    expect(partsOf(listAt(body, 'items')[0], 'adapted')['title']).toBe(changed.headline);
  });
});
