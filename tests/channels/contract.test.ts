/** What every registered channel keeps, whatever its folder holds. */
import * as fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { LINEAR, slowdown } from '../support/slowdown.ts';
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import { AVAILABLE, channelOf, channels } from '../../functions/channels/specs.ts';

const limit = z.strictObject({
  value: z.number().positive(),
  unit: z.string().min(1),
  grade: z.enum(['official', 'official-quoted', 'secondary', 'convention']),
  source: z.url({ protocol: /^https$/ }),
  date: z.string().regex(/\d{4}-\d{2}-\d{2}$/),
  note: z.string().optional(),
  enforced: z.boolean().optional(),
});

const media = z.strictObject({
  required: z.boolean(),
  min: z.number(),
  max: z.number(),
  formats: z.array(z.string().startsWith('image/')).min(1),
  maxBytes: limit.optional(),
  maxBytesBy: z.record(z.string().startsWith('image/'), limit).optional(),
  aspect: z.strictObject({ min: z.number(), max: z.number() }).nullable().optional(),
  minWidth: limit.optional(),
  maxPixels: limit.optional(),
  recommended: z.array(z.tuple([z.number(), z.number()])),
});

const spec = z.strictObject({
  id: z.enum(CHANNEL_IDS),
  name: z.string().min(1),
  lengthClass: z.enum(['micro', 'short', 'long']),
  formats: z.array(z.string()).min(1),
  fields: z.array(z.strictObject({ name: z.string(), limit: limit.nullable() })).min(1),
  fold: z.strictObject({ characters: limit, lines: limit.optional() }).nullable(),
  hashtags: z.strictObject({ advised: limit.optional(), cap: limit.optional() }),
  mentions: z.strictObject({ cap: limit.optional() }),
  links: z.strictObject({ place: z.enum(['inline', 'field', 'none']), weight: limit.optional() }),
  media: media.extend({ byFormat: z.record(z.string(), media.partial()).optional() }).nullable(),
  altText: z.strictObject({ max: limit.nullable(), required: z.boolean().optional() }).nullable(),
  idempotency: z.enum(['exact', 'none']),
  rate: z.strictObject({ perDay: limit.optional() }).optional(),
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '\ud83d',
        '\udc69',
        '\u200d',
        '\ufe0f',
        'é',
        '́',
        '漢',
        '€',
        'https://a.com/x',
        ' ',
        '🇬🇷',
        '\r\n',
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
);

describe.each(AVAILABLE)('%s', (id) => {
  const channel = channels[id];
  if (channel === undefined) throw new Error(`${id} is listed and not registered`);

  it('has a valid spec, every limit with grade, source and date', () => {
    expect(spec.parse(channel.spec)).toEqual(channel.spec);
    expect(channel.spec.id).toBe(id);
  });

  it('counts nothing as zero', () => {
    expect(channel.count('')).toMatchObject({ length: 0, fits: true });
  });

  it('never throws, fits exactly up to the limit, and says the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = channel.count(text);
        expect(Number.isInteger(count.length) && count.length >= 0).toBe(true);
        expect(count.fits).toBe(count.limit === null || count.length <= count.limit);
        expect(channel.count(text)).toEqual(count);
      }),
    );
  });

  it('counts each of its fields', () => {
    for (const field of channel.spec.fields) expect(channel.count('abc', field.name).length).toBe(3);
  });

  it.each(['a.', '漢', 'word '])('measures ten times %j in about ten times as long', (text) => {
    expect(slowdown((size) => channel.count(text.repeat(size)), 1_000)).toBeLessThan(LINEAR);
  });
});

describe('the registry', () => {
  it.each(['instagram', 'facebook', 'x', 'sms'])('has %s', (id) => expect(channelOf(id)?.spec.id).toBe(id));
  it.each(['webhook', 'myspace', '', 'toString'])('has no module for %j', (id) =>
    expect(channelOf(id)).toBeUndefined(),
  );
});
