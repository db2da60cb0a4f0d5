/** Messages that no person would send are adapted all the same. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../../brand-guide/guides/neutral.ts';
import { adapt } from '../../../functions/adapt/adapt.ts';
import { AVAILABLE, channelOf } from '../../../functions/channels/specs.ts';
import type { Message } from '../../../functions/core/campaign.ts';
import { problemsOf, textOf } from './reading.ts';

describe('whatever comes', () => {
  const messages = [
    ['nothing at all', {}, AVAILABLE],
    ['one emoji', { body: '😀' }, ['sms']],
    ['lone surrogates', { headline: '\ud83d', body: '\udc00 \ud83d.' }],
    ['a headline of 100,000 characters', { headline: 'mint '.repeat(20_000) }],
    ['a body of 100,000 characters', { headline: 'Hello', body: 'Fresh mint over ice. '.repeat(5_000) }],
    ['one sentence of 100,000 characters', { body: 'mint '.repeat(20_000) }],
  ] satisfies [string, Message, (readonly string[])?][];

  it.each(messages)('%s', (_, message, wordless: readonly string[] = []) => {
    for (const id of AVAILABLE) {
      const channel = channelOf(id);
      if (channel === undefined) throw new Error(id);
      const said = adapt({
        message,
        facts: [],
        guide: neutralGuide,
        channel,
        locale: 'en-GB',
        campaign: { id: 'c', name: 'x' },
      });
      expect(channel.count(textOf(said)).fits || problemsOf(said).includes('length')).toBe(true);
      expect(problemsOf(said).includes('message')).toBe(wordless.includes(id));
    }
  });
});
