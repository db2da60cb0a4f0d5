import { describe, expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';

const found = (channel: string, text: string) =>
  lintWith('channel-mentions', { guide: {}, channel }, text).map((one) => one.evidence);

describe('finds what stays text', () => {
  test.each([
    ['bluesky', 'By @north and @north.bsky.social', '@north'],
    ['bluesky', 'От @север', '@север'],
    ['mastodon', 'By @north', '@north'],
    ['mastodon', 'By @north.example', '@north.example'],
    ['linkedin', 'By @Northwind', '@Northwind'],
    ['email', 'By @north', '@north'],
    ['in-store-sign', '追蹤@lumen', '@lumen'],
    ['pinterest', 'از @north', '@north'],
  ])('%s: %s', (channel, text, evidence) => expect(found(channel, text)).toEqual([evidence]));
});

describe('leaves alone', () => {
  test.each([
    ['instagram', 'By @north'],
    ['threads', 'Με @north'],
    ['x', 'By @north'],
    ['bluesky', 'By @north.bsky.social.'],
    ['mastodon', 'By @north@social.example'],
    ['linkedin', 'By @[Northwind](urn:li:organization:7)'],
    ['email', 'Write to hi@north.example'],
  ])('%s: %s', (channel, text) => expect(found(channel, text)).toEqual([]));
});
