/** What another release of the zone data makes of a slot: the wall time stays, its instant may not. Pure. */
import type { Slot } from './entry.ts';
import { millisOf } from './instant.ts';
import type { ZoneData } from './zone.ts';

export type ResolvedAgain =
  | { readonly is: 'same' }
  | { readonly is: 'moved'; readonly slot: Slot }
  /** The two nearest wall times. */
  | { readonly is: 'gone'; readonly suggestions: readonly [string, string] };

/** A wall time that happens twice now is the earlier, unless the later was asked for. */
export const resolveAgain = (slot: Slot, { resolve }: ZoneData): ResolvedAgain => {
  const { disambiguation, ...plain } = slot;
  const resolved = resolve(slot.wall, slot.zone);
  if (resolved.status === 'skipped') return { is: 'gone', suggestions: resolved.suggestions };
  const [earlier, later = earlier] = resolved.instants;
  const instant = disambiguation === 'later' ? later : earlier;
  if (millisOf(instant) === millisOf(slot.instant)) return { is: 'same' };
  return {
    is: 'moved',
    slot:
      resolved.status === 'exact'
        ? { ...plain, instant }
        : { ...plain, disambiguation: disambiguation ?? 'earlier', instant },
  };
};
