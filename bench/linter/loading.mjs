/** From a file's text to a guide that lints: 5,000 terms and 300 rules, and 10,000 terms. */
import { compileGuide, largeGuide, loadGuide, prepareGuide } from '../cantus.mjs';
import { figure, median, table } from '../measure.mjs';
import { stringify } from './yaml.mjs';

const SIZES = [
  [5000, 300],
  [10_000, 0],
];

function loaded(source) {
  const read = loadGuide(source);
  if (!read.ok) throw new Error(read.problems[0].message);
  return read.guide;
}

export async function loading() {
  const rows = [];
  for (const [terms, rules] of SIZES) {
    const guide = largeGuide(terms, rules);
    await prepareGuide(guide);
    for (const [form, source] of [
      ['JSON', JSON.stringify(guide)],
      ['YAML', stringify(guide)],
    ]) {
      const load = await median(() => loaded(source));
      const read = loaded(source);
      const compile = await median(() => compileGuide(read, { locale: 'en-US' }));
      rows.push([
        `${terms} terms, ${rules} rules, ${form}`,
        figure(load),
        figure(compile),
        figure(load + compile),
      ]);
    }
  }
  return table(['guide', 'load ms', 'compile ms', 'together ms'], rows);
}
