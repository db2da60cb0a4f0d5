/** `readability`: the school grade that a text asks of its reader. */
import type { KindOf } from '../kind.ts';
import { fillMessage } from '../messages.ts';
import { listField, numberField } from '../rule-fields.ts';
import { meanGrade, textMetricsOf } from '../text-metrics.ts';

export const readability: KindOf = (fields, head) => {
  const names = listField(fields, 'metrics');
  const most = numberField(fields, 'grade');
  return {
    patterns: [],
    always: true,
    *run({ text }) {
      const grade = meanGrade(textMetricsOf(text), names);
      if (grade > most) yield { match: '', message: fillMessage(head.message, [grade.toFixed(2)]) };
    },
  };
};
