/** Rule: what a text says of a fact is what the campaign says. */
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { compareTexts } from '../facts/compare-subject.ts';
import { printFact } from '../facts/print.ts';
import { restate } from '../facts/restate.ts';

function* check({ subject, guide, mentions }: RuleContext): Iterable<Report> {
  if (!subject.facts?.length) return;
  for (const { verdict, fact, field, mention } of compareTexts(subject, mentions, guide.facts).mentions) {
    if (verdict !== 'conflict' || fact === undefined) continue;
    const { start, end } = mention;
    const right = restate(mention, fact, subject.locale);
    const message = `"${mention.text}" contradicts "${fact.id}", which is ${printFact(fact, subject.locale)}.`;
    yield { field, start, end, message, item: fact.id, fix: { start, end, text: right } };
  }
}

export const factConflict: Rule = {
  meta: {
    id: 'fact-conflict',
    says: 'A text says of a fact what the campaign says.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Reports a price, reduction, date, code or link that must mean a fact of the campaign and gives another value. The fix writes the right value in the number format of the text. What could mean something else is left alone.',
    examples: [{ guide: {}, accept: ['A grande is $4.95 until 17 May.'] }],
  },
  check,
};
