/** Gives a guide as it holds in one place: its overlays laid over it, the more particular last. */
import { CHANNEL_IDS } from '../engine/channel.ts';
import type { Place } from '../engine/types.ts';
import { languageOf } from '../engine/locale.ts';
import { describeErrors } from './document-errors.ts';
import type { LocalProblem } from './document-problem.ts';
import type { Guide, Overlay } from './guide.ts';
import { validate } from './guide.schema.generated.js';
import { merge } from './merge.ts';

function overlaysFor(guide: Guide, place: Place): Overlay[] {
  const { locale, channel } = place;
  const language = languageOf(locale);
  return [
    guide.locales?.['*'],
    guide.locales?.[language],
    language === locale ? undefined : guide.locales?.[locale],
    channel && guide.channels?.[channel],
  ].filter((overlay) => overlay !== undefined);
}

function layOver(guide: Guide, overlays: readonly Overlay[]): unknown {
  const { channels: _channels, locales: _locales, ...base } = guide;
  let merged: unknown = base;
  for (const overlay of overlays) merged = merge(merged, overlay);
  return merged;
}

/** What an overlay does not touch is valid already, and may be thousands of terms. */
function isGuide(laid: unknown, overlays: readonly Overlay[]): laid is Guide {
  const touched = new Set(['meta', ...overlays.flatMap((overlay) => Object.keys(overlay))]);
  const sections = Object.entries(laid ?? {}).filter(([name]) => touched.has(name));
  return validate(Object.fromEntries(sections));
}

/**
 * Order: language, locale, channel. The result has no overlays left.
 * Throws a TypeError for a guide that `loadGuide` would have refused.
 */
export function resolveGuide(guide: Guide, place: Place): Guide {
  const overlays = overlaysFor(guide, place);
  const laid = layOver(guide, overlays);
  if (!isGuide(laid, overlays)) throw new TypeError('the overlays of this guide do not resolve to a guide');
  return laid;
}

function problemAt(guide: Guide, place: Place): LocalProblem | undefined {
  const overlays = overlaysFor(guide, place);
  if (isGuide(layOver(guide, overlays), overlays)) return undefined;
  const first = describeErrors(validate.errors ?? [])[0];
  const message = `laid over the guide, ${first?.path.join('.') ?? 'it'}: ${first?.message ?? 'is not valid'}`;
  return {
    path: place.channel ? ['channels', place.channel] : ['locales', place.locale],
    key: true,
    message,
  };
}

/** What is wrong with a guide in each place that it knows, such as a new term without a status; told once an overlay. */
export function overlayProblems(guide: Guide): LocalProblem[] {
  const locales = ['*', ...Object.keys(guide.locales ?? {})];
  const channels = [undefined, ...CHANNEL_IDS.filter((id) => guide.channels?.[id])];
  const problems = new Map<string, LocalProblem>();
  for (const channel of channels) {
    for (const locale of locales) {
      const problem = problemAt(guide, { locale, ...(channel && { channel }) });
      const overlay = problem?.path.join(' ');
      if (problem && overlay !== undefined && !problems.has(overlay)) problems.set(overlay, problem);
    }
  }
  return [...problems.values()];
}
