/** The hashtags of a message under the guide's policy and the channel's own figures. */
import type { AdaptInput } from './types.ts';
import { fold } from './words.ts';

/** Posts of a few lines read badly with more; other channels go by their figure or the guide's. */
const FEW_TAGS = 2;
const FEW_LINES = 300;

export interface Tags {
  readonly tags: readonly string[];
  readonly tagsRequired: number;
}

const bare = (tag: string): string => tag.replace(/^#/u, '').trim();

export function tagsFor({ guide, message, channel: { spec } }: AdaptInput, none: boolean): Tags {
  if (none) return { tags: [], tagsRequired: 0 };
  const banned = new Set((guide.hashtags?.banned ?? []).map((tag) => fold(bare(tag))));
  const required = (guide.hashtags?.required ?? []).map(bare);
  const all = [...required, ...(message.hashtags ?? []).map(bare)].filter(
    (tag) => tag !== '' && !banned.has(fold(tag)),
  );
  const unique = all.filter((tag, index) => all.findIndex((other) => fold(other) === fold(tag)) === index);
  const most = Math.min(
    guide.hashtags?.max ?? Infinity,
    spec.hashtags.advised?.value ?? Infinity,
    spec.hashtags.cap?.value ?? Infinity,
    (spec.fields[0].limit?.value ?? Infinity) <= FEW_LINES ? Math.max(FEW_TAGS, required.length) : Infinity,
  );
  const tags = unique.slice(0, most).map((tag) => `#${tag}`);
  return { tags, tagsRequired: Math.min(required.length, tags.length) };
}
