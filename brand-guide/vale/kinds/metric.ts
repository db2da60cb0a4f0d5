/** `metric`: a formula over what a text measures, and a bound on it. */
import { BadFormula, evaluateFormula } from '../formula.ts';
import type { Variables } from '../formula.ts';
import type { KindOf } from '../kind.ts';
import { fillMessage } from '../messages.ts';
import { textField } from '../rule-fields.ts';
import { textMetricsOf } from '../text-metrics.ts';
import { BadValue } from '../types.ts';
import type { Block } from '../types.ts';

const COUNTED = [
  'pre',
  'list',
  'blockquote',
  'paragraphs',
  'heading_h1',
  'heading_h2',
  'heading_h3',
  'heading_h4',
  'heading_h5',
  'heading_h6',
];
const NOTHING: Variables = Object.fromEntries(COUNTED.map((name) => [name, 0]));

function variablesOf({ text, metrics = {} }: Block): Variables | undefined {
  const measured = textMetricsOf(text);
  if (measured.words === 0) return undefined;
  const counted = Object.entries(metrics).map(([name, count]): [string, number] => [
    name.replaceAll('.', '_'),
    count,
  ]);
  return { ...NOTHING, ...Object.fromEntries(counted), ...measured };
}

function worked(key: string, source: string, variables: Variables): number | boolean {
  try {
    return evaluateFormula(source, variables);
  } catch (error) {
    if (!(error instanceof BadFormula)) throw error;
    throw new BadValue(key, `'${key}' ${error.message}`);
  }
}

/** Any values do to see whether a formula can be worked out. */
const SAMPLE: Variables = { ...NOTHING, ...textMetricsOf('One word.') };

export const metric: KindOf = (fields, head) => {
  const formula = textField(fields, 'formula').replaceAll(/heading\.(h[1-6])/gu, 'heading_$1');
  const condition = textField(fields, 'condition');
  const holds = (result: number, variables: Variables): boolean =>
    worked('condition', `(${result.toFixed(6)}) ${condition}`, { ...variables, result }) === true;
  const result = (variables: Variables): number => Number(worked('formula', formula, variables));
  holds(result(SAMPLE), SAMPLE);
  return {
    patterns: [],
    always: true,
    *run(block) {
      const variables = variablesOf(block);
      if (!variables) return;
      const value = result(variables);
      if (holds(value, variables))
        yield { match: '', message: fillMessage(head.message, [value.toFixed(2)]) };
    },
  };
};
