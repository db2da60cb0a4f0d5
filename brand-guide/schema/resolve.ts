/** Gives a guide as it holds in one place: its overlays laid over it, the more particular last. */
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

function isResolved(value: unknown): value is Guide {
  return validate(value);
}

/**
 * Order: language, locale, channel. The result has no overlays left.
 * Throws a TypeError for a guide that `loadGuide` would have refused.
 */
export function resolveGuide(guide: Guide, place: Place): Guide {
  const overlays = overlaysFor(guide, place);
  if (overlays.length === 0) return guide;
  const merged = layOver(guide, overlays);
  if (!isResolved(merged)) throw new TypeError('the overlays of this guide do not resolve to a guide');
  return merged;
}

/** What is wrong with a guide once each overlay is laid over it, such as a new term without a status. */
export function overlayProblems(guide: Guide): LocalProblem[] {
  const overlays = [
    ...Object.entries(guide.channels ?? {}).map(([key, overlay]) => ['channels', key, overlay] as const),
    ...Object.entries(guide.locales ?? {}).map(([key, overlay]) => ['locales', key, overlay] as const),
  ];
  return overlays.flatMap(([section, key, overlay]) => {
    if (validate(layOver(guide, [overlay]))) return [];
    const first = describeErrors(validate.errors ?? [])[0];
    const message = `laid over the guide, ${first?.path.join('.') ?? 'it'}: ${first?.message ?? 'is not valid'}`;
    return [{ path: [section, key], key: true, message }];
  });
}
