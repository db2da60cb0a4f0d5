/** Finds letters dressed up as mathematical, enclosed, full-width or small-capital characters. */
import { languageOf } from '../engine/locale.ts';
import { styledRuns } from '../engine/plain-letters.ts';
import type { StyledRun } from '../engine/plain-letters.ts';
import { outside } from '../engine/ranges.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';

/** Where full-width letters and circled numbers are ordinary typography. */
const WIDE_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'yue']);
const UNTOUCHED: ReadonlySet<string> = new Set(['url', 'email', 'code', 'merge-tag']);

function reportOf(part: Part, { start, end, plain, numbers }: StyledRun): Report {
  const evidence = part.text.slice(start, end);
  const message = `Screen readers spell “${evidence}” out or skip it; write “${plain}”.`;
  const mend = numbers ? { suggestions: [plain] } : { fix: { start, end, text: plain } };
  return { field: part.field, start, end, message, ...mend };
}

function* check(context: RuleContext): Iterable<Report> {
  const wide = !WIDE_LANGUAGES.has(languageOf(context.place.locale));
  for (const part of context.subject.parts) {
    const runs = styledRuns(part.text, wide);
    if (runs.length === 0) continue;
    const closed = context.scopes(part).filter(({ kind }) => UNTOUCHED.has(kind));
    for (const run of outside(runs, closed)) yield reportOf(part, run);
  }
}

export const styledUnicode: Rule = {
  meta: {
    id: 'styled-unicode',
    says: 'Letters are letters, not symbols that only look like them.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Screen readers spell out mathematical letters, letters in circles and squares, full-width Latin and small capitals, and search does not find them. The fix writes the plain letters. Numbers in circles are only suggested, since a list may mean them. Full-width letters and circled numbers are at home in Chinese, Japanese and Korean.',
    options: [],
    examples: [
      {
        guide: {},
        locale: 'en-US',
        accept: ['Java Mint 🅰️', 'Over the field ℝ', '/ˈfɹæpeɪ/', 'Mint™ at 4 ℃'],
        reject: [
          { text: 'Our 𝓼𝓹𝓻𝓲𝓷𝓰 𝓼𝓪𝓵𝓮 is on', evidence: '𝓼𝓹𝓻𝓲𝓷𝓰 𝓼𝓪𝓵𝓮', fixed: 'Our spring sale is on' },
          { text: '🅂🄰🄻🄴 now', evidence: '🅂🄰🄻🄴', fixed: 'SALE now' },
          { text: 'ＳＡＬＥ now', evidence: 'ＳＡＬＥ', fixed: 'SALE now' },
        ],
      },
      {
        guide: {},
        locale: 'el-GR',
        accept: ['Νέα γυαλιά'],
        reject: [{ text: '𝚴έ𝛂 γυαλιά', evidence: '𝚴', fixed: 'Νέα γυαλιά' }],
      },
      { guide: {}, locale: 'zh-TW', accept: ['ＳＡＬＥ ① 到店 ② 試戴'] },
    ],
  },
  check,
};
