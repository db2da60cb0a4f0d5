import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, sha256Hex, type Payload } from '../../functions/core/payload.ts';

describe('canonical JSON, as RFC 8785 writes it', () => {
  it.each<[string, unknown, string]>([
    ['keys in order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['by UTF-16 units, not code points', { '\u{1F600}': 1, '\uFB33': 2 }, '{"\u{1F600}":1,"\uFB33":2}'],
    ['at every depth', { z: [{ y: 1, x: 2 }] }, '{"z":[{"x":2,"y":1}]}'],
    ['lists as they stand', [3, 1, 2], '[3,1,2]'],
    ['numbers as ECMAScript prints them', [1.0, 1e21, 1e-7, -0, 4.95], '[1,1e+21,1e-7,0,4.95]'],
    ['the shortest escapes', '\u0000\n"\\/é€', String.raw`"\u0000\n\"\\/é€"`],
    ['absent fields left out', { a: undefined, b: null }, '{"b":null}'],
    ['a lone surrogate replaced', 'a\uD800b', '"a\uFFFDb"'],
    ['a pair kept', '\u{1F33F}', '"\u{1F33F}"'],
    ['no normalisation: composed and decomposed differ', ['\u00E9', 'e\u0301'], '["\u00E9","e\u0301"]'],
  ])('%s', (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(JSON.parse(canonicalJson(value)));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('SHA-256 of "%s"', (text, hex) => {
  expect(sha256Hex(text)).toBe(hex);
});

describe('the hash that an approval binds to', () => {
  const payload: Payload = {
    channel: 'instagram',
    format: 'feed',
    locale: 'en-US',
    parts: [{ field: 'caption', text: 'Java Mint, $4.95' }],
    media: [{ file: 'mint.jpg', alt: 'A cup' }],
  };
  const facts = { price: { amount: '4.95', currency: 'USD' } };
  const hash = contentHash(payload, facts);

  it.each<[string, Payload, Parameters<typeof contentHash>[1]]>([
    ['one character', { ...payload, parts: [{ field: 'caption', text: 'Java Mint, $4.95.' }] }, facts],
    ['the link', { ...payload, link: 'https://northwind.example/' }, facts],
    ['an alternative text', { ...payload, media: [{ file: 'mint.jpg', alt: 'A mug' }] }, facts],
    ['the format', { ...payload, format: 'story' }, facts],
    ['a fact’s value', payload, { price: { amount: '5.49', currency: 'USD' } }],
    ['one fact more', payload, { ...facts, code: 'MINT20' }],
  ])('changes with %s', (_what, other, values) => {
    expect(contentHash(other, values)).not.toBe(hash);
  });

  it('is the same however the fields were written', () => {
    const { parts, media, ...rest } = payload;
    expect(contentHash({ media, parts, ...rest }, facts)).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });
});
