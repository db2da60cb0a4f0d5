/** Laws of the rules of form and of social rules over any text: fixes end, and ranges stand in the text. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Finding } from '../../../brand-guide/engine/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { runs } from '../../support/runs.ts';

const GUIDE: Partial<Guide> = {
  casing: { headline: 'title', body: 'sentence' },
  punctuation: {
    quotes: 'curly',
    dashes: 'em',
    ellipsis: 'character',
    oxfordComma: 'always',
    spaceBefore: { marks: [':', '!', '?'], space: 'no-break' },
  },
  numbers: {
    '*': {
      currency: { position: 'before', space: false },
      decimal: '.',
      thousands: ',',
      date: 'd-month-y',
      time: '24h',
    },
  },
  emoji: { policy: 'listed', allow: ['🌿'], max: 1, position: 'end' },
  hashtags: { required: ['Mint'], banned: ['win'], max: 2, case: 'pascal', position: 'end' },
  mentions: { allow: ['lumen'], max: 1 },
  links: { https: true, allowDomains: ['lumen.example'] },
  cta: { required: true, phrasings: { '*': ['Find your café'] }, position: 'end' },
  disclosures: [{ id: 'terms', text: { '*': ['Terms apply.'] }, position: 'end' }],
  requiredPhrases: [{ id: 'fair', text: { '*': ['fair price'] } }],
  claims: [{ id: 'best', pattern: 'best \\w+', needs: 'evidence' }],
};

const RULES = [
  'headline-case',
  'punctuation',
  'number-format',
  'oxford-comma',
  'emoji-policy',
  'hashtag-policy',
  'mention-policy',
  'link-policy',
  'cta',
  'disclosure',
  'claim',
  'required-phrase',
];

const PIECES = [
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '「',
  '(',
  ')',
  ' - ',
  '--',
  '—',
  '...',
  '…',
  ' , ',
  ',,',
  '..',
  '?',
  ' !',
  ' ',
  '\n',
  '\n\n',
  'Mint',
  'mint',
  'the best cup',
  'a, b and c',
  'κέντρο',
  'скидка',
  '鏡框',
  'عینک',
  '€4,95',
  '89.00 €',
  'May 17',
  '17:30',
  '7 pm',
  '5-10',
  '🌿',
  '👩🏽‍💻',
  '❤️',
  '#win',
  '#Mint',
  '#a',
  '@me',
  '@lumen',
  'http://a.example',
  'lumen.example',
  'Find your café',
  'Terms apply.',
  'fair price',
  'Click here',
  '\ud83d',
  '\u0301',
  '\u202e',
  '`x`',
  '{{a}}',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe.each([
  ['en-US', 'text'],
  ['en-GB', 'headline'],
  ['zh-TW', 'text'],
  ['fa-IR', 'text'],
  ['el-GR', 'headline'],
])('in %s, %s', (locale, field) => {
  const compiled = compileGuide({ meta: { name: { full: 'Test' } }, ...GUIDE }, { locale });

  test.each(RULES)('%s', (rule) => {
    const rules = compiled.rules.filter((active) => active.rule.meta.id === rule);
    const check = (one: string) => lint({ ...compiled, rules }, { parts: [{ field, text: one }], locale });
    fc.assert(
      fc.property(text, (written) => {
        const findings = check(written);
        for (const { start, end, evidence } of findings) {
          expect(start >= 0 && start <= end && end <= written.length).toBe(true);
          expect(written.slice(start, end)).toBe(evidence);
        }
        expect(settles(written, check)).toBe(true);
      }),
      runs(150),
    );
  });
});

/** Whether applying fixes comes to an end: more than ten rounds is a fix that never does. */
function settles(written: string, check: (text: string) => readonly Finding[]): boolean {
  let now = written;
  for (let round = 0; round < 10; round++) {
    const next = applyFixes(now, check(now)).text;
    if (next === now) return true;
    now = next;
  }
  return false;
}
