/** The brand guide as TypeScript sees it. `guide.schema.json` beside this file is what people's files are checked against. */
import type { ChannelId } from '../engine/channel.ts';
import type { Gate, Severity } from '../engine/types.ts';
import type { Fact, FactKind } from '../facts/types.ts';

export interface Examples {
  readonly accept?: readonly string[];
  readonly reject?: readonly string[];
}

export interface Name {
  readonly id: string;
  readonly canonical: string;
  /** Further right forms by locale; `el` covers `el-GR`. */
  readonly forms?: Readonly<Record<string, readonly string[]>>;
  readonly never?: readonly string[];
  /** Whether the name in another case is wrong (default true); false for one that is also a common word. */
  readonly caseSensitive?: boolean;
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

export interface Disclosure {
  readonly id: string;
  readonly when?: {
    readonly channels?: readonly ChannelId[];
    readonly locales?: readonly string[];
    readonly topics?: readonly string[];
    readonly anyTerm?: readonly string[];
    readonly factKinds?: readonly FactKind[];
  };
  /** Any one of a locale's texts satisfies. */
  readonly text: Readonly<Record<string, readonly string[]>>;
  readonly position?: 'start' | 'end' | 'any';
  readonly beforeFold?: boolean;
  readonly waivable?: boolean;
  readonly examples?: Examples;
}

/** One slot frame: text with `{slot}`s; a `[...]` group is dropped when a slot inside it has no value. */
export type Frame = string;

/** Forms by the language's plural rules, as `Intl.PluralRules` names them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Stock phrases of one locale, which the adapter needs and never invents. */
export interface Phrases {
  readonly linkInBio?: string;
  readonly scanQr?: string;
  /** Contains `{code}`. */
  readonly withCode?: string;
  /** Contains `{date}`. */
  readonly until?: string;
  /** Contains `{price}`. */
  readonly from?: string;
  /** The wording of a reduction; contains `{percent}` (`20%`, as the locale writes it). */
  readonly off?: string;
  readonly optOut?: string;
  readonly shortCta?: string;
  /** How a number of something is named, by the fact's id; each form contains `{quantity}`. */
  readonly quantities?: Readonly<Record<string, PluralForms>>;
  /**
   * Frames, the fullest first. Slots: `name`, `price`, `label`, `offer` (from `off`), `withCode`, `until`, `quantities` (those
   * required at the place, from `quantities`, as a list), `link`, `optOut`, and `code` for the bare code. Groups do not nest; a slot outside a group is needed, so a frame that misses one gives way to the next.
   */
  readonly offer?: readonly Frame[];
}

/** Every section that may be overridden for a channel or a locale. */
export interface Sections {
  readonly names?: readonly Name[];
  readonly vocabulary?: { readonly terms?: readonly Term[]; readonly accept?: readonly string[] };
  readonly voice?: {
    readonly traits?: readonly {
      readonly name: string;
      readonly do?: readonly string[];
      readonly dont?: readonly string[];
    }[];
    readonly address?: Readonly<Record<string, 'familiar' | 'polite'>>;
  };
  readonly emoji?: {
    readonly policy?: 'free' | 'listed' | 'none';
    readonly allow?: readonly string[];
    readonly max?: number;
  };
  readonly hashtags?: {
    readonly required?: readonly string[];
    readonly banned?: readonly string[];
    readonly max?: number;
    readonly case?: 'pascal' | 'lower';
    readonly position?: 'end' | 'any';
  };
  readonly links?: {
    readonly https?: boolean;
    readonly allowDomains?: readonly string[];
    readonly utm?: { readonly source?: string; readonly medium?: string; readonly campaign?: string };
    readonly shorteners?: readonly string[];
  };
  /** By locale; `el` covers `el-GR`. */
  readonly phrases?: Readonly<Record<string, Phrases>>;
  readonly facts?: readonly Fact[];
  readonly disclosures?: readonly Disclosure[];
  readonly gates?: {
    readonly error?: Gate;
    readonly warning?: Gate;
    readonly suggestion?: Gate;
    readonly rules?: Readonly<
      Record<
        string,
        {
          readonly severity?: Severity;
          readonly waivable?: boolean;
          readonly observe?: boolean;
          readonly off?: boolean;
        }
      >
    >;
  };
}

/** What differs in one place: items merge by id, other values replace, `null` removes. */
export type Overlay = { readonly [Section in keyof Sections]?: Sections[Section] | null };

export interface Guide extends Sections {
  readonly meta: {
    readonly name: { readonly full: string; readonly short?: string };
    readonly language?: string;
    readonly owner?: string;
    readonly link?: string;
    readonly slogan?: string;
    readonly mission?: { readonly text: string; readonly mustReflect?: readonly string[] };
    readonly extends?: readonly string[];
  };
  readonly channels?: Readonly<Partial<Record<ChannelId, Overlay>>>;
  readonly locales?: Readonly<Record<string, Overlay>>;
}
