/** An account's own figures hold in place of its channel's: in counting, in the spec, and over several accounts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  limitsProblem,
  strictestLimits,
  withAccountLimits,
} from '../../brand-guide/engine/account-limits.ts';
import type { AccountLimits } from '../../brand-guide/engine/account-limits.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { channelAt } from '../../functions/channels/channel-at.ts';
import { mastodonSpec } from '../../functions/channels/mastodon/count.ts';
import { AVAILABLE, channelOf } from '../../functions/channels/specs.ts';

const PLAIN = { pictures: false, fields: ['text'] };

const at = (id: ChannelId, post: Parameters<typeof channelAt>[1], limits?: AccountLimits) => {
  const channel = channelAt(id, post, limits);
  if (!channel) throw new Error(id);
  return channel;
};

describe('a channel counts by the figures of the account', () => {
  it.each([
    ['mastodon', { parts: { text: 5_000 } }, 'a'.repeat(5_000), 'text', 5_000, 5_000, true],
    ['mastodon', { parts: { text: 5_000 } }, 'a'.repeat(5_001), 'thread[0]', 5_001, 5_000, false],
    ['mastodon', { parts: { text: 300 } }, 'a'.repeat(301), 'text', 301, 300, false],
    ['mastodon', { link: 30 }, 'https://example.com/a', 'text', 30, 500, true],
    ['x', { parts: { text: 25_000 } }, '漢'.repeat(12_500), 'text', 25_000, 25_000, true],
    ['mastodon', undefined, 'a'.repeat(501), 'text', 501, 500, false],
  ] as const)('%s %j', (id, limits, text, field, length, limit, fits) => {
    expect(at(id, PLAIN, limits).count(text, field)).toMatchObject({ length, limit, fits });
  });

  it('and says that they are the account’s', () => {
    const [{ limit }] = at('mastodon', PLAIN, { parts: { text: 300 } }).spec.fields;
    expect(limit).toMatchObject({ value: 300, grade: 'official', note: 'the account’s own limit' });
  });

  it('of pictures and their texts as well', () => {
    const { media, altText } = withAccountLimits(mastodonSpec, {
      pictures: 8,
      pictureBytes: 99,
      picturePixels: 50,
      altText: 10,
    });
    expect([media?.max, media?.maxBytes?.value, media?.maxPixels?.value, altText?.max?.value]).toEqual([
      8, 99, 50, 10,
    ]);
  });

  it('and is the channel itself where there are none', () => {
    for (const id of AVAILABLE) expect(at(id, PLAIN)).toBe(channelOf(id));
  });
});

describe('a channel counts by what a post consists of', () => {
  it.each([
    ['telegram', { pictures: false, fields: ['text'] }, 4_096],
    ['telegram', { pictures: true, fields: ['text'] }, 1_024],
    ['whatsapp', { pictures: false, fields: ['text'] }, 4_096],
    ['whatsapp', { pictures: true, fields: ['text'] }, 1_024],
    ['whatsapp', { pictures: false, fields: ['text', 'button'] }, 1_024],
    ['tiktok', { format: 'feed', pictures: true, fields: ['text'] }, 4_000],
    ['tiktok', { format: 'video', pictures: false, fields: ['text'] }, 2_200],
  ] as const)('%s %j', (id, post, limit) => {
    expect(at(id, post).count('a')).toMatchObject({ length: 1, limit });
  });
});

describe('limits that a channel leaves to no account', () => {
  it.each([
    ['mastodon', { parts: { text: 1 }, link: 1, pictures: 1, pictureBytes: 1, altText: 1 }, undefined],
    ['x', { parts: { text: 25_000 } }, undefined],
    ['x', { link: 20 }, 'link'],
    ['instagram', { parts: { text: 5_000 } }, 'parts.text'],
    ['mastodon', { parts: { body: 5_000 } }, 'parts.body'],
    ['sms', { pictures: 2 }, 'pictures'],
    ['webhook', {}, undefined],
  ] as const)('%s %j', (id, limits, path) => {
    const spec = channelOf(id)?.spec;
    expect(spec && limitsProblem(spec, limits)?.path).toBe(path);
  });

  it('are not taken over', () => {
    const spec = channelOf('instagram')?.spec;
    expect(spec && withAccountLimits(spec, { parts: { text: 9 }, altText: 1, pictures: 1 })).toEqual(spec);
  });
});

describe('several accounts', () => {
  it.each([
    [[], undefined],
    [[undefined, undefined], undefined],
    [[{ parts: { text: 5_000 } }], { parts: { text: 5_000 } }],
    [[{ parts: { text: 5_000 } }, { parts: { text: 700 } }], { parts: { text: 700 } }],
    [[{ parts: { text: 5_000 } }, undefined], { parts: { text: 500 } }],
    [[{ link: 30 }, { link: 10 }], { link: 30 }],
    [[{ pictures: 8 }, undefined], { pictures: 4 }],
  ] as const)('%j', (all, expected) => {
    expect(strictestLimits(mastodonSpec, all) ?? {}).toMatchObject(expected ?? {});
  });

  it('leave what fits each of them', () => {
    const limits = fc.option(fc.record({ parts: fc.record({ text: fc.integer({ min: 1, max: 900 }) }) }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(limits, { minLength: 1 }), fc.integer({ min: 0, max: 900 }), (all, length) => {
        const text = 'a'.repeat(length);
        const fits = (one: AccountLimits | undefined): boolean => at('mastodon', PLAIN, one).count(text).fits;
        expect(fits(strictestLimits(mastodonSpec, all))).toBe(all.every(fits));
      }),
    );
  });
});
