import { describe, expect, test } from 'vitest';
import { loadGuide } from '../../../brand-guide/schema/load.ts';

const META = 'meta: { name: { full: Northwind } }\n';

function problemsOf(
  source: string,
): readonly { path: string; line: number; column: number; message: string }[] {
  const loaded = loadGuide(source);
  return loaded.ok ? [] : loaded.problems;
}

describe('a guide that loads', () => {
  test.each([
    ['the least there is', META],
    ['JSON', '{"meta": {"name": {"full": "Northwind"}}, "hashtags": {"max": 3}}'],
    [
      'a section that an overlay removes',
      `${META}hashtags: { max: 3 }\nchannels: { sms: { hashtags: null } }\n`,
    ],
    [
      'a field that an overlay removes',
      `${META}hashtags: { max: 3, case: pascal }\nlocales: { el: { hashtags: { max: null, case: null } } }\n`,
    ],
    [
      'a field of an item that an overlay removes',
      `${META}names: [{ id: n, canonical: N, never: [M] }]\nlocales: { el: { names: [{ id: n, never: null }] } }\n`,
    ],
    [
      'a phrase that an overlay removes',
      `${META}phrases: { en: { optOut: STOP } }\nchannels: { x: { phrases: { en: { optOut: null } } } }\n`,
    ],
    [
      'an overlay that changes a part of an item',
      `${META}names: [{ id: n, canonical: N }]\nlocales:\n  el:\n    names: [{ id: n, never: [M] }]\n`,
    ],
    ['an anchor and its aliases', `${META}hashtags:\n  required: &tags [A, B]\n  banned: *tags\n`],
  ])('%s', (_, source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});

describe('a guide that is refused, with path, line, column and reason', () => {
  test.each([
    [
      `${META}hashtag: { max: 3 }\n`,
      'hashtag',
      2,
      1,
      'found the unknown field `hashtag`; did you mean `hashtags`?',
    ],
    [
      `${META}hashtags:\n  max: many\n`,
      'hashtags.max',
      3,
      8,
      'found the text "many", expected a whole number',
    ],
    [`${META}hashtags:\n  required: A\n`, 'hashtags.required', 3, 13, 'found the text "A", expected a list'],
    [
      `${META}vocabulary:\n  terms:\n    - { id: a, term: a, status: baned }\n`,
      'vocabulary.terms[0].status',
      4,
      33,
      'found the text "baned", expected one of `preferred`, `admitted`, `deprecated`, `banned`; did you mean `banned`?',
    ],
    [
      `${META}vocabulary:\n  terms:\n    - { id: a, term: a }\n`,
      'vocabulary.terms[0]',
      4,
      7,
      'the field `status` is missing',
    ],
    [
      `${META}channels:\n  instagam: {}\n`,
      'channels.instagam',
      3,
      3,
      'found `instagam`; did you mean `instagram`?',
    ],
    [
      `${META}locales:\n  e_l: {}\n`,
      'locales.e_l',
      3,
      3,
      expect.stringContaining('found `e_l`; expected a BCP 47 tag'),
    ],
    [
      `${META}names:\n  - { id: a, canonical: A }\n  - { id: a, canonical: B }\n`,
      'names[1].id',
      4,
      11,
      'found the id `a` again; item 1 of this list has it already',
    ],
    ...['hashtags: null', 'hashtags: { max: null }', 'names:'].map(
      (line): [string, string, number, unknown, unknown] => [
        `${META}${line}\n`,
        line.includes('max') ? 'hashtags.max' : (line.split(':')[0] ?? ''),
        2,
        expect.any(Number),
        'found nothing, expected a value; null takes one away, in an overlay only',
      ],
    ),
    [
      `${META}channels: { sms: { hashtags: { max: many } } }\n`,
      'channels.sms.hashtags.max',
      2,
      37,
      'found the text "many", expected a whole number',
    ],
    [`${META}meta: {}\n`, '', 2, 1, 'Map keys must be unique'],
    ['- a list\n', '', 1, 1, 'expected a document of named fields, `name: value`'],
    ['', '', 1, 1, 'expected a document of named fields, `name: value`'],
    ['meta: [\n', '', 2, 1, expect.stringContaining('Flow sequence')],
    [
      `${META}phrases: { en: { withCode: "with code" } }\n`,
      'phrases.en.withCode',
      2,
      28,
      expect.stringContaining('contains {code}'),
    ],
    [
      `${META}phrases: { en: { offer: ["{nmae}"] } }\n`,
      'phrases.en.offer[0]',
      2,
      26,
      expect.stringContaining('Slots: name'),
    ],
    [
      `${META}facts: [{ id: p, kind: price, value: { amount: 4.95, currency: USD } }]\n`,
      'facts[0].value.amount',
      2,
      48,
      'found the number 4.95, expected text',
    ],
    [
      `${META}facts: [{ id: p, kind: price, value: 4 }]\n`,
      'facts[0].value',
      2,
      38,
      expect.stringContaining('expected a price'),
    ],
    [
      `${META}channels:\n  sms:\n    names: [{ id: new }]\n`,
      'channels.sms',
      3,
      3,
      'laid over the guide, names[0]: the field `canonical` is missing',
    ],
    [
      `${META}names: [{ id: n, canonical: N }]\nlocales: { el: { names: null } }\nchannels:\n  sms: { names: [{ id: n, never: [M] }] }\n`,
      'channels.sms',
      5,
      3,
      'laid over the guide, names[0]: the field `canonical` is missing',
    ],
  ])('%j', (source, path, line, column, message) => {
    expect(problemsOf(source)).toContainEqual({ path, line, column, message });
  });

  test.each([
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    ],
    ['a document nested beyond reason', '['.repeat(200_000)],
    ['a document of five million characters', `${META}#${'x'.repeat(5_000_000)}`],
  ])('%s', (_, source) => {
    expect(problemsOf(source).length).toBeGreaterThan(0);
  });
});
