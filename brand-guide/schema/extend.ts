/** Lays a guide over the guides that it extends. */
import type { ReadGuide } from './base-guides.ts';
import { merge } from './merge.ts';

/** What these say is laid over the guide only in its place, so that a null of theirs must last until then. */
const OVERLAYS = ['channels', 'locales', 'accounts'];

type Plain = Readonly<Record<string, unknown>>;

function split(value: object): { readonly own: Plain; readonly overlays: Plain } {
  const entries = Object.entries(value);
  const overlays = entries.filter(([name]) => OVERLAYS.includes(name));
  const own = entries.filter(([name]) => !OVERLAYS.includes(name));
  return { own: Object.fromEntries(own), overlays: Object.fromEntries(overlays) };
}

function withoutExtends(laid: unknown): unknown {
  if (typeof laid !== 'object' || laid === null || !('meta' in laid)) return laid;
  return { ...laid, meta: merge(laid.meta, { extends: null }) };
}

/** One guide of several, the most basic first; items merge by id, null removes. Nothing extends anything any more. */
export function extend(guides: readonly Pick<ReadGuide, 'value'>[]): unknown {
  let own: unknown = {};
  let overlays: unknown = {};
  for (const { value } of guides) {
    const parts = split(value);
    own = merge(own, parts.own);
    overlays = merge(overlays, parts.overlays, 'keep');
  }
  return withoutExtends({ ...Object(own), ...Object(overlays) });
}
