import { describe, expect, test } from 'vitest';
import { lintWith } from './lint-with.ts';

const found = (channel: string, field: string, text: string, subject = {}) =>
  lintWith('channel-parts', { guide: {}, channel, field, subject }, text).map((one) => [
    one.severity,
    one.evidence,
  ]);

describe('finds', () => {
  test.each([
    ['youtube', 'title', 'Mint > tea', 'error', '>'],
    ['youtube', 'description', 'Μέντα < τσάι', 'error', '<'],
    ['youtube', 'title', 'м'.repeat(71), 'suggestion', 'м'],
    ['email', 'subject', 'Mint', 'suggestion', ''],
    ['email', 'subject', 'a'.repeat(51), 'warning', 'a'],
    ['email', 'preheader', 'نعنا '.repeat(30), 'warning', ' '],
    ['push', 'body', 'm'.repeat(4_100), 'error', 'm'.repeat(4_100)],
  ])('%s %s, row %#', (channel, field, text, severity, evidence) => {
    expect(found(channel, field, text)).toEqual([[severity, evidence]]);
  });

  test('all parts together with the link', () => {
    const link = `https://northwind.com/${'a'.repeat(4_080)}`;
    expect(found('push', 'body', 'Mint', { link })).toEqual([['error', 'Mint']]);
  });
});

describe('leaves alone', () => {
  test.each([
    ['youtube', 'title', 'Mint & tea'],
    ['instagram', 'text', '1 < 2'],
    ['email', 'subject', 'Java Mint is back, and for less'],
    ['email', 'preheader', 'Grande cups of it for $4.95 until the 17th of May'],
    ['email', 'subject', 'あ'.repeat(42)],
    ['email', 'subject', '免費在家試戴眼鏡五天再決定要哪一副'],
    ['email', 'subject', ''],
    ['push', 'body', '薄荷'.repeat(20)],
    ['push', 'nothing', 'm'.repeat(10)],
  ])('%s %s, row %#', (channel, field, text) => {
    expect(found(channel, field, text)).toEqual([]);
  });
});

test('says what is approximate', () => {
  const [finding] = lintWith(
    'channel-parts',
    { guide: {}, channel: 'email', field: 'subject' },
    'a'.repeat(60),
  );
  expect(finding?.message).toMatch(/60 characters; up to 50 read well \(approximate/u);
});
