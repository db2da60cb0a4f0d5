/** Mentions with the clause that each stands in, where its label may be. */
import type { Found, ReadPart } from './comparison.ts';
import { foldWord } from './fold.ts';
import type { Mention } from './types.ts';
import { after, before, clause } from './window.ts';

export interface Spoken extends Found {
  /** Folded; told when it is asked for, since few mentions need theirs. */
  readonly clause: () => string;
  /** Folded too: the words of the clause right before and behind. */
  readonly near: () => Near;
  readonly aside: boolean;
}

export interface Near {
  readonly ahead: string;
  readonly behind: string;
}

const nearOf = (text: string, { start, end }: Mention): Near => ({
  ahead: foldWord(before(text, start)),
  behind: foldWord(after(text, end)),
});

function clauseOf(text: string, { start, end }: Mention): () => string {
  let told: string | undefined;
  return () => (told ??= foldWord(clause(text, start, end)));
}

const heard = new WeakMap<ReadPart, readonly Spoken[]>();

function spokenIn(part: ReadPart): readonly Spoken[] {
  const { field, text, mentions, image, aside = false } = part;
  const found = mentions.map((mention) => ({
    field,
    mention,
    clause: clauseOf(text, mention),
    near: () => nearOf(text, mention),
    aside,
    ...(image !== undefined && { image }),
  }));
  heard.set(part, found);
  return found;
}

/** In the order of the parts; a message's parts are heard once for all its variants. */
export const spoken = (parts: readonly ReadPart[]): readonly Spoken[] =>
  parts.flatMap((part) => heard.get(part) ?? spokenIn(part));
