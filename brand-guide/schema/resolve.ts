/** Gives a guide as it holds in one place: its overlays laid over it, the more particular last. */
import type { Place } from '../engine/types.ts';
import { languageOf } from '../engine/locale.ts';
import type { Guide, Overlay } from './guide.ts';
import { merge } from './merge.ts';

/** One overlay with the path that it has in its guide. */
export interface Layer {
  readonly path: readonly [section: 'locales' | 'channels' | 'accounts', name: string];
  readonly overlay: Overlay;
}

function layer(guide: Guide, section: Layer['path'][0], name: string | undefined): Layer[] {
  const overlays: Readonly<Record<string, Overlay>> = guide[section] ?? {};
  const overlay = name !== undefined && Object.hasOwn(overlays, name) ? overlays[name] : undefined;
  return name === undefined || !overlay ? [] : [{ path: [section, name], overlay }];
}

/** The overlays that hold in a place, in the order in which they are laid: language, locale, channel, account. */
export function layersFor(guide: Guide, { locale, channel, account }: Place): Layer[] {
  const language = languageOf(locale);
  const tags = [...new Set(['*', language, locale])];
  return [
    ...tags.flatMap((tag) => layer(guide, 'locales', tag)),
    ...layer(guide, 'channels', channel),
    ...layer(guide, 'accounts', account),
  ];
}

/** Of what loading has checked already: merging keeps its shape. */
export function isGuide(laid: unknown): laid is Guide {
  return typeof laid === 'object' && laid !== null && 'meta' in laid;
}

/** The layers laid over the guide, which has no overlays left. */
export function layOver(guide: Guide, layers: readonly Layer[]): unknown {
  const { channels: _channels, locales: _locales, accounts: _accounts, ...base } = guide;
  let merged: unknown = base;
  for (const { overlay } of layers) merged = merge(merged, overlay);
  return merged;
}

/** Order: language, locale, channel, account. The result has no overlays left. The guide is one that `loadGuide` took. */
export function resolveGuide(guide: Guide, place: Place): Guide {
  const laid = layOver(guide, layersFor(guide, place));
  if (!isGuide(laid)) throw new TypeError('an overlay may not touch the guide itself');
  return laid;
}
