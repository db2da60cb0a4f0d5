/** The chain of an aggregate's events: each carries the hash over its predecessor's hash and itself. */
import type { Event } from '../../core/events.ts';
import { canonicalJson, sha256Hex } from '../../core/payload.ts';

export const EVENT_PREFIX = 'EVENT#';

/** SHA-256 over the event without its own hash; `previous` is part of it. */
export const eventHash = (event: Omit<Event, 'hash'> & { readonly hash?: string }): string => {
  const { hash: _, ...hashed } = event;
  return sha256Hex(canonicalJson(hashed));
};
