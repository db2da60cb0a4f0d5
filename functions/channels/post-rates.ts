/** What a channel's spec says of how often one account may post. */
import type { ChannelSpec, RateLimit } from '../../brand-guide/engine/channel.ts';

/** https://github.com/bluesky-social/bsky-docs/blob/main/docs/advanced-guides/rate-limits.md (2026-04-21) */
const POINTS_PER_POST = 3;
const DAY_SECONDS = 86_400;

interface PostRate {
  readonly name: string;
  readonly value: number;
  readonly seconds: number;
}

const ofOneAccount = ({ per }: RateLimit): boolean => per === 'account' || per === 'chat';

function postsOf({ what, value, unit, seconds }: RateLimit): PostRate[] {
  if (what === 'posts') return [{ name: unit, value, seconds }];
  return what === 'points' ? [{ name: unit, value: Math.floor(value / POINTS_PER_POST), seconds }] : [];
}

/** Posts of one account within so many seconds, by the unit that names the limit. */
export const postRatesOf = ({ rate }: ChannelSpec): readonly PostRate[] => [
  ...(rate?.perDay ? [{ name: rate.perDay.unit, value: rate.perDay.value, seconds: DAY_SECONDS }] : []),
  ...(rate?.windows ?? []).filter(ofOneAccount).flatMap(postsOf),
];
