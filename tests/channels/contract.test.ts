/** What every registered channel keeps, whatever its folder holds. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWTH, LINEAR, slowdown } from '../support/slowdown.ts';
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import { spec } from './spec-schema.ts';
import { loadChannel } from '../../functions/channels/load-channel.ts';
import { AVAILABLE, channelOf, channels } from '../../functions/channels/specs.ts';

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
    for (const { name, limit } of channel.spec.fields) {
      const count = channel.count('abc', name);
      expect(count.length).toBe(limit?.unit === 'words' ? 1 : 3);
      expect([count.limit, count.unit]).toEqual([limit?.value ?? null, limit?.unit ?? 'characters']);
    }
  });

  it.each(['a.', '漢', 'word '])('measures ten times %j in about ten times as long', GROWTH, (text) => {
    expect(slowdown((size) => channel.count(text.repeat(size)), 1_000)).toBeLessThan(LINEAR);
  });
});

describe('the registry', () => {
  it.each(AVAILABLE)('loads %s by itself', async (id) => {
    expect(await loadChannel(id)).toEqual(channels[id]);
  });

  it.each(CHANNEL_IDS)('has %s', (id) => expect(channelOf(id)?.spec.id).toBe(id));
  it.each(['myspace', '', 'toString'])('has no module for %j', (id) => expect(channelOf(id)).toBeUndefined());
});
