/** What a guide says of single words and lines: names, terms, required lines, claims. */
import type { ChannelId } from '../engine/channel.ts';
import type { FactKind } from '../facts/types.ts';

/** Texts that prove an item; `cantus guide test` runs them. */
export interface Examples {
  readonly accept?: readonly string[];
  readonly reject?: readonly string[];
}

/** Texts by locale; `el` covers `el-GR`. */
export type ByLocale<T> = Readonly<Record<string, T>>;

export interface Name {
  readonly id: string;
  readonly canonical: string;
  /** Further right forms by locale. */
  readonly forms?: ByLocale<readonly string[]>;
  readonly never?: readonly string[];
  /** Whether the name in another case is wrong (default true); false for one that is also a common word. */
  readonly caseSensitive?: boolean;
  /** The sign that follows the first mention in a text. */
  readonly trademark?: '™' | '®' | '℠';
  /** Whether the name may take a possessive ending (default true). */
  readonly possessive?: boolean;
  readonly examples?: Examples;
}

export interface Term {
  readonly id: string;
  readonly term: string;
  readonly status: 'preferred' | 'admitted' | 'deprecated' | 'banned';
  /** What to write instead, for `deprecated` and `banned`. */
  readonly use?: readonly string[];
  /** What this one replaces, for `preferred`. */
  readonly insteadOf?: readonly string[];
  readonly forms?: readonly { readonly find: string; readonly use: string }[];
  /** `use[0]` fits wherever the term stands, so it may be written without asking. */
  readonly invariant?: boolean;
  readonly match?: 'word' | 'phrase' | 'prefix';
  readonly caseSensitive?: boolean;
  readonly inflections?: 'auto' | readonly string[];
  readonly except?: readonly string[];
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
  readonly note?: string;
  readonly examples?: Examples;
}

export interface Vocabulary {
  readonly terms?: readonly Term[];
  /** Words that are spelt right though no dictionary has them. */
  readonly accept?: readonly string[];
  /** Dictionaries that `spelling` checks with, by locale; without one spelling is not checked. */
  readonly spelling?: ByLocale<string>;
}

/** Where a line is called for; every condition that is given must hold. */
export interface When {
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
  readonly topics?: readonly string[];
  readonly anyTerm?: readonly string[];
  readonly factKinds?: readonly FactKind[];
}

export interface Disclosure {
  readonly id: string;
  readonly when?: When;
  /** Any one of a locale's texts satisfies. */
  readonly text: ByLocale<readonly string[]>;
  readonly position?: 'start' | 'end' | 'any';
  readonly beforeFold?: boolean;
  readonly waivable?: boolean;
  readonly examples?: Examples;
}

/** A phrase of the brand that a text must carry in some form; unlike a disclosure it compares without regard to case. */
export interface RequiredPhrase {
  readonly id: string;
  readonly when?: When;
  /** Any one of a locale's texts satisfies. */
  readonly text: ByLocale<readonly string[]>;
  readonly note?: string;
  readonly examples?: Examples;
}

/** A regulated claim: whatever the pattern finds needs the campaign's evidence for this claim's id. */
export interface Claim {
  readonly id: string;
  /** A pattern that people write; proven or run in linear time. */
  readonly pattern: string;
  readonly needs: 'evidence';
  readonly channels?: readonly ChannelId[];
  readonly locales?: readonly string[];
  readonly note?: string;
  readonly waivable?: boolean;
  readonly examples?: Examples;
}

/** A merge tag that a sender fills in: counted as the longest value it may take. */
export interface MergeTag {
  /** The tag's name without its braces, such as `first_name`. */
  readonly id: string;
  /** Characters. */
  readonly max: number;
}
