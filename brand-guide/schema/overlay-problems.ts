/** Finds what is wrong with a guide only once its overlays are laid over it, such as a new term without a status. */
import { CHANNEL_IDS } from '../engine/channel.ts';
import type { Place } from '../engine/types.ts';
import { describeErrors } from './document-errors.ts';
import { readablePath } from './document-problem.ts';
import type { LocalProblem } from './document-problem.ts';
import type { Guide } from './guide.ts';
import { validate } from './guide.schema.generated.js';
import { layersFor, layOver } from './resolve.ts';

/** What no overlay touches is valid already, and may be thousands of terms. */
function problemAt(guide: Guide, place: Place): LocalProblem | undefined {
  const layers = layersFor(guide, place);
  const last = layers.at(-1);
  if (!last) return undefined;
  const touched = new Set(['meta', ...layers.flatMap(({ overlay }) => Object.keys(overlay))]);
  const laid = Object.entries(layOver(guide, layers) ?? {}).filter(([name]) => touched.has(name));
  if (validate(Object.fromEntries(laid))) return undefined;
  const [first] = describeErrors(validate.errors ?? []);
  const message = `laid over the guide, ${first ? `${readablePath(first.path)}: ${first.message}` : 'it is not valid'}`;
  return { path: last.path, key: true, message };
}

function* placesOf(guide: Guide): Iterable<Place> {
  const locales = ['*', ...Object.keys(guide.locales ?? {}).filter((locale) => locale !== '*')];
  const channels = [undefined, ...CHANNEL_IDS.filter((id) => guide.channels?.[id])];
  for (const locale of locales) for (const channel of channels) yield { locale, ...(channel && { channel }) };
  for (const account of Object.keys(guide.accounts ?? {}))
    for (const locale of locales) yield { locale, account };
}

/** What is wrong with a guide in each place that it knows, told once an overlay. */
export function overlayProblems(guide: Guide): LocalProblem[] {
  const problems = new Map<string, LocalProblem>();
  for (const place of placesOf(guide)) {
    const problem = problemAt(guide, place);
    const overlay = problem?.path.join(' ');
    if (problem && overlay !== undefined && !problems.has(overlay)) problems.set(overlay, problem);
  }
  return [...problems.values()];
}
