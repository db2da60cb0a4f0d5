import { describe, expect, test } from 'vitest';
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import { reportJson } from '../../../brand-guide/engine/report/json.ts';
import { reportStylish } from '../../../brand-guide/engine/report/stylish.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';

const guide: Guide = {
  meta: { name: { full: 'Test' } },
  vocabulary: {
    terms: [
      { id: 'cheap', term: 'cheap', status: 'banned', use: ['good value'], invariant: true },
      { id: 'optic', term: 'optic', status: 'deprecated', use: ['eye'] },
    ],
  },
};

function findingsOf(text: string, own: Guide = guide) {
  return lint(compileGuide(own, { locale: 'en-US' }), { parts: [{ field: 'text', text }], locale: 'en-US' });
}

test('json is exactly what the command promises', () => {
  const report: unknown = JSON.parse(
    reportJson([{ file: 'a.txt', findings: findingsOf('So\ncheap optic'), source: 'So\ncheap optic' }]),
  );
  expect(report).toEqual([
    {
      file: 'a.txt',
      findings: [
        {
          rule: 'banned-term',
          severity: 'error',
          message: '“cheap” is not a word of this brand; write “good value”.',
          start: 3,
          end: 8,
          line: 2,
          column: 1,
          fix: { start: 3, end: 8, text: 'good value' },
          evidence: 'cheap',
        },
        {
          rule: 'preferred-term',
          severity: 'warning',
          message: '“optic” is not the word that this brand prefers; write “eye”.',
          start: 9,
          end: 14,
          line: 2,
          column: 7,
          suggestions: ['eye'],
          evidence: 'optic',
        },
      ],
    },
  ]);
});

test('stylish aligns and counts', () => {
  expect(
    reportStylish([
      { file: 'a.txt', findings: findingsOf('So\ncheap optic'), source: 'So\ncheap optic' },
      { file: 'b.txt', findings: [], source: '' },
    ]),
  ).toBe(
    [
      'a.txt',
      '  2:1  error    “cheap” is not a word of this brand; write “good value”.  banned-term',
      '  2:7  warning  “optic” is not the word that this brand prefers; write “eye”.  preferred-term',
      '',
      '1 error, 1 warning; 1 can be fixed with --fix.',
    ].join('\n'),
  );
  expect(reportStylish([{ file: 'b.txt', findings: [], source: '' }])).toBe('No findings.');
});

describe('gates', () => {
  test.each([
    ['the defaults', {}, ['error block', 'warning acknowledge']],
    ['by severity', { error: 'acknowledge', warning: 'inform' }, ['error acknowledge', 'warning inform']],
    [
      'a rule of another severity',
      { rules: { 'banned-term': { severity: 'suggestion' } } },
      ['suggestion inform', 'warning acknowledge'],
    ],
    [
      'a rule that observes',
      { rules: { 'banned-term': { observe: true } } },
      ['error inform', 'warning acknowledge'],
    ],
    ['a rule that is off', { rules: { 'banned-term': { off: true } } }, ['warning acknowledge']],
  ] as const)('%s', (_, gates, expected) => {
    expect(
      findingsOf('cheap optic', { ...guide, gates }).map((one) => `${one.severity} ${one.gate}`),
    ).toEqual(expected);
  });

  test('a rule may refuse waivers', () => {
    const gates = { rules: { 'banned-term': { waivable: false } } };
    expect(findingsOf('cheap optic', { ...guide, gates }).map((one) => one.waivable)).toEqual([false, true]);
  });
});

test('fingerprints outlive edits around them, and tell two of a kind apart', () => {
  const [first, second] = findingsOf('cheap and cheap').map((one) => one.fingerprint);
  const [again, third] = findingsOf('Now:\n\nCHEAP and, well, cheap').map((one) => one.fingerprint);
  expect(first).not.toBe(second);
  expect([again, third]).toEqual([first, second]);
});

test('findings come by part, then by place, then by rule', () => {
  const subject = {
    parts: [
      { field: 'subject', text: 'optic cheap' },
      { field: 'body', text: 'cheap' },
    ],
    locale: 'en-US',
  };
  const order = lint(compileGuide(guide, { locale: 'en-US' }), subject).map((one) => [
    one.field,
    one.start,
    one.rule,
  ]);
  expect(order).toEqual([
    ['subject', 0, 'preferred-term'],
    ['subject', 6, 'banned-term'],
    ['body', 0, 'banned-term'],
  ]);
});

const withExamples = (accept: string[], reject: string[]): Guide => ({
  ...guide,
  vocabulary: { terms: [{ id: 'cheap', term: 'cheap', status: 'banned', examples: { accept, reject } }] },
});

describe('a guide is tested by its own examples', () => {
  test.each([
    [[], ['cheap'], []],
    [['dear'], [], []],
    [['cheap'], [], ['accept cheap']],
    [[], ['dear'], ['reject dear']],
    [
      ['cheap', 'dear'],
      ['cheap', 'dear'],
      ['accept cheap', 'reject dear'],
    ],
  ])('accept %j, reject %j', (accept, reject, failures) => {
    expect(testGuide(withExamples(accept, reject)).map((one) => `${one.expected} ${one.text}`)).toEqual(
      failures,
    );
  });
});
