/** Rule: what a text says of a fact is what the campaign says. */
import { atMention, isInText } from '../engine/at-mention.ts';
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { printFact } from '../facts/print.ts';
import { restate } from '../facts/restate.ts';

function* check({ subject, comparison }: RuleContext): Iterable<Report> {
  if (!subject.facts?.length) return;
  for (const one of comparison().mentions) {
    const { verdict, fact, mention } = one;
    if (verdict !== 'conflict' || fact === undefined) continue;
    const { start, end } = mention;
    const right = restate(mention, fact, subject.locale);
    const message = `"${mention.text}" contradicts "${fact.id}", which is ${printFact(fact, subject.locale)}.`;
    const fix = isInText(one) && { fix: { start, end, text: right } };
    yield { ...atMention(one, message), item: fact.id, ...fix };
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
    campaign: true,
    options: ['facts'],
    examples: [
      {
        guide: {},
        facts: [
          { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } },
          { id: 'code', kind: 'code', value: 'MINT20' },
        ],
        accept: ['A grande is $4.95 with MINT20.', 'Delivery $3. No code needed.'],
        reject: [
          { text: 'A grande is $5.49.', evidence: '$5.49', fixed: 'A grande is $4.95.' },
          { text: 'Use the code MINT2O.', evidence: 'MINT2O', fixed: 'Use the code MINT20.' },
        ],
      },
      {
        guide: {},
        locale: 'fa-IR',
        facts: [{ id: 'price', kind: 'price', value: { amount: '4.95', currency: 'EUR' } }],
        accept: ['فقط ۴٫۹۵ یورو'],
        reject: [{ text: 'فقط ۵٫۴۹ یورو', evidence: '۵٫۴۹ یورو', fixed: 'فقط ۴٫۹۵ یورو' }],
      },
    ],
  },
  check,
};
