/** The consistency report and the reading of facts: time and memory, cold and warm, each in its own process. */
import { alone, cells, HEADS } from '../alone.mjs';
import { figure, table } from '../measure.mjs';
import { build } from '../product.mjs';
import { works, writeVariants } from './works.mjs';

const FILE = new URL('works.mjs', import.meta.url).href;

export async function consistencyReport() {
  await build();
  await writeVariants();
  const { report, ...locales } = works;
  const figures = await alone(FILE, report.name);
  const rows = [];
  for (const locale of Object.keys(locales)) {
    const read = await alone(FILE, locale);
    rows.push([read.what, figure(read.characters / read.p50 / 1000), ...cells(read)]);
  }
  return [
    table(['report', ...HEADS], [[figures.what, ...cells(figures)]]),
    table(['facts read', 'million characters a second', ...HEADS], rows),
  ].join('\n\n');
}
