/** What a comparison is given and what it tells: facts in force, what the texts say, and how each fares. */
import type { Fact, FactKind, FactState, KnownName, Mention } from './types.ts';

export interface ReadPart {
  readonly field: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** The picture that the text is in, or is the alternative of. */
  readonly image?: string;
  /** Checked, though it states nothing: alt text. */
  readonly aside?: boolean;
}

/** Something beside the texts that takes the reader to a url fact. */
export interface Carrier {
  /** `link field`, `link in bio`, `QR code`. */
  readonly by: string;
  readonly url: string;
}

/** A person's word that a mention is none of the campaign's facts; it holds wherever the field says the same again. */
export interface NotFact {
  readonly field: string;
  readonly kind: FactKind;
  /** The mention as typed. */
  readonly text: string;
}

export interface Compared {
  /** In force at the place: one value each, `required` already narrowed. */
  readonly facts: readonly Fact[];
  readonly parts: readonly ReadPart[];
  readonly locale: string;
  /** The step's message in this locale: what it says is known, unless it contradicts a fact itself. */
  readonly message?: readonly ReadPart[];
  /** The parts are the message itself: small print is set under what is made of it. */
  readonly isMessage?: true;
  readonly window?: { readonly from: string; readonly to: string };
  /** The guide's standing facts. */
  readonly standing?: readonly Fact[];
  /** The guide's names: each of their forms states a name. */
  readonly names?: readonly KnownName[];
  readonly carriers?: readonly Carrier[];
  /** Domains whose links stand for others: nobody can tell where one goes. */
  readonly shorteners?: readonly string[];
  readonly notFacts?: readonly NotFact[];
}

export interface Found {
  readonly field: string;
  readonly mention: Mention;
  readonly image?: string;
}

export interface FactComparison {
  readonly fact: Fact;
  readonly state: FactState;
  readonly found?: Found;
  /** What carries the fact, where the state is `carried`. */
  readonly by?: string;
  /** Why nothing checks it, where the state is `unchecked`; goes on after a colon. */
  readonly why?: string;
}

/** `among`: one value of several facts, and nothing in the clause that says which. */
export type Verdict =
  'stated' | 'derived' | 'known' | 'conflict' | 'unknown' | 'unresolved' | 'among' | 'not-fact';

export interface MentionVerdict extends Found {
  readonly verdict: Verdict;
  /** The fact that is stated, derived from, or contradicted. */
  readonly fact?: Fact;
  /** The facts that it may be, where the verdict is `among`. */
  readonly among?: readonly Fact[];
  /** Whether it stands where nothing is stated: in an alt text. */
  readonly aside?: boolean;
}

export interface Comparison {
  readonly facts: readonly FactComparison[];
  readonly mentions: readonly MentionVerdict[];
}
