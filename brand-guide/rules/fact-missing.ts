/** Rule: every fact that this place requires is stated, or carried where a link may carry it. */
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { printFact } from '../facts/print.ts';

function* check({ subject, comparison }: RuleContext): Iterable<Report> {
  const [main] = subject.parts;
  if (!main || !subject.facts?.length) return;
  const end = main.text.length;
  const { facts } = comparison();
  for (const { fact, state } of facts) {
    if (state !== 'missing') continue;
    const message = `The text does not state "${fact.id}": ${printFact(fact, subject.locale)}.`;
    yield { field: main.field, start: end, end, message, item: fact.id };
  }
}

export const factMissing: Rule = {
  meta: {
    id: 'fact-missing',
    says: 'A text states every fact that its channel and step require.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the text with the facts in force at its place. A link beside the text satisfies a url fact; a fact that the text contradicts is reported as a conflict instead.',
    campaign: true,
    options: ['facts'],
    examples: [
      {
        guide: {},
        facts: [
          { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' }, required: true },
          { id: 'ends', kind: 'date', value: '2027-05-17', required: true },
        ],
        accept: ['A grande is $4.95 until 17 May.', 'Until May 17: $4.95.'],
        reject: [
          { text: 'A grande is cheaper until 17 May.', evidence: '' },
          { text: 'A grande is $4.95.', evidence: '' },
        ],
      },
      {
        guide: {},
        locale: 'el-GR',
        facts: [{ id: 'price', kind: 'price', value: { amount: '89.00', currency: 'EUR' }, required: true }],
        accept: ['Σκελετοί με φακούς από 89,00 €.', 'Μόνο €89!'],
        reject: [{ text: 'Σκελετοί με φακούς.', evidence: '' }],
      },
    ],
  },
  check,
};
