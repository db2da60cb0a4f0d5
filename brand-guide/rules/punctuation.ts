/** Holds punctuation to the guide: quotation marks, dashes, ellipses, the spaces before marks, a script's own marks. */
import { foreignRuns } from '../engine/gsm.ts';
import { languageOf } from '../engine/locale.ts';
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Report, Rule } from '../engine/types.ts';
import type { Punctuation } from '../schema/style.ts';
import { dashes, ellipsis } from './punctuation/dashes.ts';
import type { Mark } from './punctuation/mark.ts';
import { quotes } from './punctuation/quotes.ts';
import { ownMarks } from './punctuation/script.ts';
import { slips, spaceBefore } from './punctuation/spacing.ts';

function* marksOf(text: string, asked: Punctuation, language: string): Iterable<Mark> {
  if (asked.quotes) yield* quotes(text, asked.quotes);
  if (asked.dashes) yield* dashes(text, asked.dashes);
  if (asked.ellipsis) yield* ellipsis(text, asked.ellipsis);
  if (asked.spaceBefore) yield* spaceBefore(text, asked.spaceBefore);
  yield* slips(text, asked.spaceBefore);
  yield* ownMarks(text, language);
}

function byStart(a: Mark, b: Mark): number {
  return a.start - b.start || a.end - b.end;
}

function reportOf(field: string, { start, end, text, message }: Mark): Report {
  const report = { field, start, end, message };
  return text === undefined ? report : { ...report, fix: { start, end, text } };
}

export const punctuation: Rule = {
  meta: {
    id: 'punctuation',
    says: 'Quotation marks, dashes, ellipses and the spaces before marks are those of the guide and of the script.',
    severity: 'suggestion',
    fixable: true,
    languages: 'any',
    docs: 'Checks `punctuation`: `quotes` with those inside another and apostrophes (inches and feet are left alone), `dashes` with ranges of figures, `ellipsis`, `spaceBefore`. With any of them it also finds a space before a comma, a mark that stands twice, half-width marks in Chinese, Latin marks in Persian and ? in Greek. Links, tags, handles and code are left alone.',
    options: ['punctuation'],
    examples: [
      {
        guide: { punctuation: { quotes: 'curly', dashes: 'em', ellipsis: 'character' } },
        locale: 'en-US',
        accept: ['“It’s ‘mint’—really…”', 'A 5" cup, 6\' tall, 5–10 a.m.'],
        reject: [
          { text: '"Mint"', evidence: '"', fixed: '“Mint”' },
          { text: "It's here", evidence: "'", fixed: 'It’s here' },
          { text: 'Mint - at last...', evidence: ' - ', fixed: 'Mint—at last…' },
          { text: 'Open 9-17', evidence: '-', fixed: 'Open 9–17' },
          { text: 'Mint , and', evidence: ' ,', fixed: 'Mint, and' },
        ],
      },
      {
        guide: {
          punctuation: { quotes: 'guillemets', spaceBefore: { marks: ['!', ';'], space: 'none' } },
        },
        locale: 'el-GR',
        accept: ['«Γεια» σου! Πώς είσαι;'],
        reject: [
          { text: '"Γεια" σου !', evidence: ' !', fixed: '«Γεια» σου!' },
          { text: 'Πώς είσαι?', evidence: '?', fixed: 'Πώς είσαι;' },
        ],
      },
      {
        guide: { punctuation: { quotes: 'corner' } },
        locale: 'zh-TW',
        accept: ['「五副」，OK? 3,5 (OK)'],
        reject: [{ text: '挑五副鏡框,留下一副.', evidence: ',', fixed: '挑五副鏡框，留下一副。' }],
      },
    ],
  },
  wanted: ({ punctuation: asked = {} }) => Object.keys(asked).some((key) => key !== 'oxfordComma'),
  *check(context) {
    const asked = context.guide.punctuation ?? {};
    const language = languageOf(context.place.locale);
    // In an SMS each of these marks may double what is paid; there `sms-encoding` has the word on them.
    const isDear = ({ text = '' }: Mark) =>
      context.place.channel === 'sms' && foreignRuns(text).some(({ kind }) => kind === 'same');
    for (const part of context.subject.parts) {
      const marks = [...marksOf(part.text, asked, language)].filter((one) => !isDear(one)).toSorted(byStart);
      if (marks.length === 0) continue;
      for (const one of outside(marks, closedScopes(context, part))) yield reportOf(part.field, one);
    }
  },
};
