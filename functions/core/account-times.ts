/** When an account may post: its gap, its cap, and its next free slot. Pure. */
import type { Account } from './account.ts';
import { daysFrom, plusDays } from './calendar-window.ts';
import type { Slot } from './entry.ts';
import { millisOf, plusMinutes } from './instant.ts';
import { resolveWall, slotAt, wallOf } from './zone.ts';

export type Clash =
  | { readonly is: 'gap'; readonly other: string }
  /** The day that is full. */
  | { readonly is: 'cap'; readonly day: string };

type Minds = Pick<Account, 'zone' | 'cap' | 'gap'>;

const MINUTE = 60_000;
/** How far ahead a free slot is looked for. */
export const SLOT_DAYS = 366;

/** The calendar day of an instant where the account lives. */
export const dayOf = (account: Pick<Account, 'zone'>, instant: string): string =>
  wallOf(instant, account.zone).slice(0, 10);

/** The calendar days on which a post can stand that is within the gap of one at the instant. */
export const daysInGap = (account: Minds, instant: string): readonly string[] => {
  const gap = account.gap ?? 0;
  return daysFrom(dayOf(account, plusMinutes(instant, -gap)), dayOf(account, plusMinutes(instant, gap)));
};

/** What stands in the way of a post at an instant, beside the instants that the account's other posts have. */
export const clashesOf = (
  account: Minds,
  taken: readonly string[],
): ((instant: string) => Clash | undefined) => {
  const gap = (account.gap ?? 0) * MINUTE;
  const others = taken.map((instant) => ({ instant, at: millisOf(instant), day: dayOf(account, instant) }));
  const counts = new Map<string, number>();
  for (const { day } of others) counts.set(day, (counts.get(day) ?? 0) + 1);
  return (instant) => {
    const at = millisOf(instant);
    const near = others.find((other) => Math.abs(other.at - at) < gap);
    if (near) return { is: 'gap', other: near.instant };
    const day = dayOf(account, instant);
    return account.cap !== undefined && (counts.get(day) ?? 0) >= account.cap
      ? { is: 'cap', day }
      : undefined;
  };
};

/** A slot that a clock change skips is not offered that day; one that it repeats is the earlier. */
const slotOn = (wall: string, zone: string): readonly Slot[] =>
  resolveWall(wall, zone).status === 'skipped' ? [] : [slotAt(wall, zone, 'earlier')];

/** The account's slots of one calendar day, in the order in which they happen. */
const slotsOn = ({ zone, slots }: Pick<Account, 'zone' | 'slots'>, day: string): readonly Slot[] =>
  [...new Set(slots)]
    .flatMap((time) => slotOn(`${day}T${time}`, zone))
    .toSorted((a, b) => millisOf(a.instant) - millisOf(b.instant));

/** The account as its queue minds it: no two posts in one minute, even without a gap. */
export const queued = <A extends Minds>(account: A): A => ({
  ...account,
  gap: Math.max(1, account.gap ?? 0),
});

/** What else decides: `later` looks on, `never` ends the search. */
export type Suits = (slot: Slot) => 'yes' | 'later' | 'never';

/**
 * The first slot after `now` that keeps gap and cap, has no other post at its instant and suits; within `SLOT_DAYS`.
 * @throws Refused `unknown-zone`, `invalid-input` for a slot that is no time of day.
 */
export const nextSlot = (
  account: Minds & Pick<Account, 'slots'>,
  now: string,
  taken: readonly string[],
  suits: Suits = () => 'yes',
): Slot | undefined => {
  const today = dayOf(account, now);
  const clashes = clashesOf(queued(account), taken);
  for (const day of daysFrom(today, plusDays(today, SLOT_DAYS)))
    for (const slot of slotsOn(account, day)) {
      if (millisOf(slot.instant) <= millisOf(now) || clashes(slot.instant)) continue;
      const answer = suits(slot);
      if (answer === 'yes') return slot;
      if (answer === 'never') return undefined;
    }
  return undefined;
};
