import { describe, expect, test } from 'vitest';
import { impact } from '../../../brand-guide/engine/impact.ts';
import type { ImpactContent } from '../../../brand-guide/engine/impact.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Term } from '../../../brand-guide/schema/wording.ts';

const banned = (term: string): Term => ({ id: term, term, status: 'banned' });
const guideOf = (terms: readonly string[], gates: Guide['gates'] = {}, own: Partial<Guide> = {}): Guide => ({
  meta: { name: { full: 'Tea' } },
  vocabulary: { terms: terms.map(banned) },
  gates,
  ...own,
});

const contentOf = (text: string, own: Partial<ImpactContent> = {}): ImpactContent => ({
  id: text,
  when: { is: 'scheduled', at: '2027-05-04T06:00:00Z' },
  subject: { parts: [{ field: 'text', text }], locale: 'en-GB' },
  ...own,
});
const PUBLISHED = { is: 'published', at: '2027-04-01T06:00:00Z' } as const;

/** newlyFails newlyBlocks mended changes, of the content and of the rule. */
const counted = (before: Guide, draft: Guide, ...texts: readonly string[]) => {
  const { scheduled, rules, observed } = impact(
    before,
    draft,
    texts.map((text) => contentOf(text)),
  );
  const shown = (one: typeof scheduled | (typeof rules)[number]) =>
    [one.newlyFails, one.newlyBlocks, one.mended, one.changes].join(' ');
  return {
    content: shown(scheduled),
    rules: rules.map((one) => `${one.rule} ${shown(one)}`),
    observed: observed.map((one) => `${one.rule} ${shown(one)}`),
  };
};

const NONE = { content: '0 0 0 0', rules: [], observed: [] };
const plain = guideOf(['cheap']);
const observing = guideOf(['cheap'], { rules: { 'banned-term': { observe: true } } });

describe('what a draft changes', () => {
  test.each([
    ['nothing, where both find the same', plain, plain, NONE],
    [
      'a new term newly fails, and blocks',
      guideOf([]),
      plain,
      { ...NONE, content: '1 1 0 0', rules: ['banned-term 2 2 0 0'] },
    ],
    [
      'a term that goes is mended',
      plain,
      guideOf([]),
      { ...NONE, content: '0 0 1 0', rules: ['banned-term 0 0 2 0'] },
    ],
    [
      'a milder severity is a change',
      plain,
      guideOf(['cheap'], { rules: { 'banned-term': { severity: 'warning' } } }),
      { ...NONE, content: '0 0 0 1', rules: ['banned-term 0 0 0 2'] },
    ],
    [
      'a harder gate is a change that newly blocks',
      guideOf(['cheap'], { error: 'acknowledge' }),
      plain,
      { ...NONE, content: '0 1 0 1', rules: ['banned-term 0 2 0 2'] },
    ],
    [
      'a new warning newly fails and does not block',
      guideOf([]),
      guideOf(['cheap'], { rules: { 'banned-term': { severity: 'warning' } } }),
      { ...NONE, content: '1 0 0 0', rules: ['banned-term 2 0 0 0'] },
    ],
    [
      'a rule that observes is apart, and in no total',
      guideOf([]),
      observing,
      { ...NONE, observed: ['banned-term 2 0 0 0'] },
    ],
    [
      'a rule that ceases to observe newly blocks',
      observing,
      plain,
      { ...NONE, content: '0 1 0 1', rules: ['banned-term 0 2 0 2'] },
    ],
    [
      'a rule that begins to observe fails no longer',
      plain,
      observing,
      { ...NONE, observed: ['banned-term 0 0 0 2'] },
    ],
    [
      'what was only observed mends nothing',
      observing,
      guideOf([]),
      { ...NONE, observed: ['banned-term 0 0 2 0'] },
    ],
    [
      'a rule that is off is mended',
      plain,
      guideOf(['cheap'], { rules: { 'banned-term': { off: true } } }),
      { ...NONE, content: '0 0 1 0', rules: ['banned-term 0 0 2 0'] },
    ],
  ])('%s', (_, before, draft, expected) => {
    expect(counted(before, draft, 'cheap tea, cheap cups', 'fine tea')).toEqual(expected);
  });

  test('one text may be mended by one rule and fail another', () => {
    const draft: Guide = {
      ...guideOf([]),
      vocabulary: { terms: [{ id: 'cheap', term: 'cheap', status: 'deprecated', use: ['good value'] }] },
    };
    expect(counted(plain, draft, 'cheap tea')).toEqual({
      content: '1 0 1 0',
      rules: ['preferred-term 1 0 0 0', 'banned-term 0 0 1 0'],
      observed: [],
    });
  });
});

test('what waits and what was published are counted apart', () => {
  const content = [
    contentOf('cheap'),
    contentOf('cheap, too', { when: PUBLISHED }),
    contentOf('fine', { when: PUBLISHED }),
  ];
  const { scheduled, published } = impact(guideOf([]), plain, content);
  expect(scheduled).toEqual({ checked: 1, newlyFails: 1, newlyBlocks: 1, mended: 0, changes: 0 });
  expect(published).toEqual({ checked: 2, newlyFails: 1, newlyBlocks: 1, mended: 0, changes: 0 });
});

test('samples say where, how it was and how it would be; five of each effect at most, each of another text', () => {
  const texts = Array.from({ length: 7 }, (_, at) => contentOf(`${at} cheap, cheap`, { when: PUBLISHED }));
  const [rule] = impact(plain, guideOf(['cheap'], { error: 'inform' }), texts).rules;
  expect(rule).toMatchObject({ changes: 14 });
  expect(rule?.samples.map(({ content }) => content.slice(0, 1)).join('')).toBe('01234');
  expect(rule?.samples[0]).toEqual({
    content: '0 cheap, cheap',
    when: PUBLISHED,
    effect: 'changes',
    field: 'text',
    start: 2,
    end: 7,
    evidence: 'cheap',
    message: expect.stringContaining('cheap'),
    severity: 'error',
    gate: 'inform',
    before: { severity: 'error', gate: 'block' },
  });
});

test('a waived finding does not fail, unless the draft takes no waivers', () => {
  const { subject } = contentOf('cheap');
  const waived = lint(compileGuide(plain, { locale: 'en-GB' }), subject).map((one) => one.fingerprint);
  const content = [contentOf('cheap', { waived })];
  expect(impact(guideOf([]), plain, content).rules).toEqual([]);
  const strict = guideOf(['cheap'], { rules: { 'banned-term': { waivable: false } } });
  expect(impact(plain, strict, content).scheduled).toMatchObject({ newlyFails: 1, newlyBlocks: 1 });
});

test('each text is judged at its own place', () => {
  const draft = guideOf([], {}, { locales: { el: { vocabulary: { terms: [banned('φτηνό')] } } } });
  const greek = { parts: [{ field: 'text', text: 'ΦΤΗΝΟ' }], locale: 'el-GR' };
  const { rules } = impact(guideOf([]), draft, [contentOf('φτηνό'), contentOf('greek', { subject: greek })]);
  expect(rules.map(({ samples }) => samples.map(({ content }) => content))).toEqual([['greek']]);
});
