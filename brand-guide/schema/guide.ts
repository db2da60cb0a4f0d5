/** The brand guide as TypeScript sees it. `guide.schema.json` beside this file is what people's files are checked against. */
import type { ChannelId } from '../engine/channel.ts';
import type { Gate, Severity } from '../engine/types.ts';
import type { Fact } from '../facts/types.ts';
import type { Imagery, Tokens } from './look.ts';
import type { Phrases } from './phrases.ts';
import type {
  ConsistencyPolicy,
  CtaPolicy,
  EmojiPolicy,
  HashtagPolicy,
  LinkPolicy,
  MentionPolicy,
} from './social.ts';
import type { Casing, NumberForm, Punctuation, Readability, Voice } from './style.ts';
import type { ByLocale, Claim, Disclosure, MergeTag, Name, RequiredPhrase, Vocabulary } from './wording.ts';

/** What the gates change about one rule. */
export interface RuleChange {
  readonly severity?: Severity;
  readonly waivable?: boolean;
  readonly observe?: boolean;
  readonly off?: boolean;
}

/** Every section that may be overridden for a channel, a locale or an account. */
export interface Sections {
  readonly names?: readonly Name[];
  readonly vocabulary?: Vocabulary;
  readonly voice?: Voice;
  readonly readability?: Readability;
  readonly casing?: Casing;
  readonly punctuation?: Punctuation;
  readonly numbers?: ByLocale<NumberForm>;
  readonly emoji?: EmojiPolicy;
  readonly hashtags?: HashtagPolicy;
  readonly mentions?: MentionPolicy;
  readonly links?: LinkPolicy;
  readonly cta?: CtaPolicy;
  readonly phrases?: ByLocale<Phrases>;
  readonly facts?: readonly Fact[];
  readonly disclosures?: readonly Disclosure[];
  readonly requiredPhrases?: readonly RequiredPhrase[];
  readonly claims?: readonly Claim[];
  readonly mergeTags?: readonly MergeTag[];
  readonly color?: Tokens;
  readonly typography?: Tokens;
  readonly imagery?: Imagery;
  readonly consistency?: ConsistencyPolicy;
  /** `Style.Rule` to a Vale rule, verbatim; the engine reads it by its kind. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly gates?: {
    readonly error?: Gate;
    readonly warning?: Gate;
    readonly suggestion?: Gate;
    readonly rules?: Readonly<Record<string, RuleChange>>;
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
  readonly locales?: ByLocale<Overlay>;
  /** By the account's id. */
  readonly accounts?: Readonly<Record<string, Overlay>>;
}
