/** One message to every channel there is, in one locale: time and memory, cold and warm, each in its own process. */
import { alone, cells, HEADS } from '../alone.mjs';
import { table } from '../measure.mjs';
import { build } from '../product.mjs';
import { works } from './works.mjs';

const FILE = new URL('works.mjs', import.meta.url).href;

export async function adaptation() {
  await build();
  const rows = [];
  for (const name of Object.keys(works)) {
    const figures = await alone(FILE, name);
    rows.push([figures.what, ...cells(figures)]);
  }
  return table(['one message, one locale', ...HEADS], rows);
}
