/** Times work; a median of several runs after one to warm up. */

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);

/** The value below which `share` of the numbers lie. */
export function quantile(numbers, share) {
  return sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
}

/** Milliseconds of each of `runs` runs. */
export async function timed(run, runs) {
  const taken = [];
  for (let at = 0; at < runs; at++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return taken;
}

export async function median(run, runs = 5) {
  await run();
  return quantile(await timed(run, runs), 0.5);
}

const LARGE = 10;

/** A figure for people: three digits that count. */
export const figure = (value) =>
  value >= LARGE ? value.toFixed(value >= LARGE * LARGE ? 0 : 1) : value.toPrecision(2);

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
