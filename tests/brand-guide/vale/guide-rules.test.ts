/** Vale rules that a guide carries run inside its lint. */
import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { prepareGuide } from '../../../brand-guide/engine/prepare.ts';
import type { Part } from '../../../brand-guide/engine/types.ts';
import { neutralGuide } from '../../../brand-guide/guides/neutral.ts';

const RULES = {
  'House.Wordy': {
    extends: 'substitution',
    message: "Write '%s' instead of '%s'.",
    level: 'error',
    ignorecase: true,
    capitalize: true,
    action: { name: 'replace' },
    swap: { 'in order to': 'to', 'cell phone': 'phone|mobile phone' },
  },
  'House.Exclamation': {
    extends: 'existence',
    message: 'Calm down.',
    level: 'suggestion',
    nonword: true,
    action: { name: 'edit', params: ['trim_right', '!'] },
    tokens: ['\\w+!+'],
  },
  'House.Headline': { extends: 'capitalization', message: "'%s'", match: '$sentence', scope: 'heading' },
  'House.Grade': { extends: 'readability', message: 'Grade %s', metrics: ['Flesch-Kincaid'], grade: 8 },
  'House.Sentence': { extends: 'occurrence', message: 'Long (%s)', scope: 'sentence', max: 6, token: '\\w+' },
};

async function run(
  parts: readonly Part[],
  more: Readonly<Record<string, unknown>> = {},
  rules: Readonly<Record<string, unknown>> = RULES,
) {
  const guide = { ...neutralGuide, rules, ...more };
  await prepareGuide(guide);
  const compiled = compileGuide(guide, { locale: 'en' });
  const ours = lint(compiled, { parts, locale: 'en' }).filter(({ rule }) => rule in rules);
  return { ours, notChecked: compiled.notChecked.filter(({ rule }) => rule in rules) };
}

const text = (value: string): Part[] => [{ field: 'text', text: value }];

describe('rules of a guide', () => {
  test.each([
    ['In order to win', ["House.Wordy error block 0-11 Write 'To' instead of 'In order to'."]],
    ['Buy now!!', ['House.Exclamation suggestion inform 4-9 Calm down.']],
    [
      'One two three. Four five six seven eight nine ten.',
      ['House.Sentence warning acknowledge 15-19 Long (7)'],
    ],
    ['Nothing here.', []],
  ])('%s', async (value, told) => {
    const lines = (await run(text(value))).ours.map(
      (one) => `${one.rule} ${one.severity} ${one.gate} ${one.start}-${one.end} ${one.message}`,
    );
    expect(lines).toEqual(told);
  });

  test('a headline is a heading, and other parts are none', async () => {
    const parts = [
      { field: 'headline', text: 'This Is Not Fine' },
      { field: 'text', text: 'This Is Text' },
    ];
    expect((await run(parts)).ours.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'headline House.Headline',
    ]);
  });

  test('one replacement is a fix, several are suggestions', async () => {
    const { 'House.Wordy': wordy } = RULES;
    const { ours } = await run(text('in order to call a cell phone'), {}, { 'House.Wordy': wordy });
    expect(ours.map(({ fix, suggestions }) => fix?.text ?? suggestions)).toEqual([
      'to',
      ['phone', 'mobile phone'],
    ]);
    expect(applyFixes('in order to call a cell phone', ours).text).toBe('to call a cell phone');
  });

  test('gates change a rule as they change any other', async () => {
    const gates = {
      rules: { 'House.Wordy': { severity: 'warning' as const }, 'House.Exclamation': { off: true } },
    };
    const { ours } = await run(text('In order to win!'), { gates });
    expect(ours.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['House.Wordy warning']);
  });

  test('a text is measured as a whole', async () => {
    const long =
      'The extraordinarily complicated organizational considerations necessitated immediate administrative intervention.';
    expect((await run(text(long))).ours.map(({ rule, start, end }) => `${rule} ${start}-${end}`)).toContain(
      'House.Grade 0-0',
    );
  });

  test.each([
    [
      { 'X.A': { extends: 'nothing', message: 'm' } },
      "X.A is not checked: 'extends' knows no kind 'nothing'.",
    ],
    [
      { 'X.A': { extends: 'existence', message: 'm', tokens: ['(a'] } },
      'X.A is not checked: the pattern is not taken: ',
    ],
    [
      { 'X.A': { extends: 'sequence', message: 'm', tokens: [] } },
      "X.A is not checked: X.A is skipped: 'sequence' rules are not run.",
    ],
    [{ 'X.A': { extends: 'spelling', message: 'm' } }, 'X.A is not checked: no dictionary at hand.'],
  ])('%j', async (rules, said) => {
    const { notChecked, ours } = await run(text('a'), {}, rules);
    expect(notChecked.map(({ message }) => message.slice(0, said.length))).toEqual([said]);
    expect(ours).toEqual([]);
  });

  test('a rule may extend another of the guide', async () => {
    const rules = {
      ...RULES,
      'House.More': { extends: 'House.Exclamation', 'tokens+': ['\\?\\?'], level: 'error' },
    };
    expect(
      (await run(text('What??'), {}, rules)).ours.map(({ rule, severity }) => `${rule} ${severity}`),
    ).toEqual(['House.More error']);
  });
});
