/** The words of the linter: ranges, findings, rules. Offsets are UTF-16, half-open, over the text as typed. */
import type { Carrier, Comparison, NotFact, ReadPart } from '../facts/comparison.ts';
import type { Channel, ChannelId } from './channel.ts';
import type { Guide, Sections } from '../schema/guide.ts';
import type { Embargo } from '../facts/embargoes.ts';
import type { Fact, Mention } from '../facts/types.ts';
import type { ImageFacts } from './image.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export const SEVERITIES = ['error', 'warning', 'suggestion'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding does to a submission: `block` refuses it, `acknowledge` needs the submitter's tick, `inform` neither. */
export type Gate = 'block' | 'acknowledge' | 'inform';

/** One replacement in one part. */
export interface Fix extends Range {
  readonly text: string;
}

/** One named text of a variant: `caption`, `text`, `subject` … A bare file is the single part `text`. */
export interface Part {
  readonly field: string;
  readonly text: string;
  /** Scopes that the text itself does not show, such as code that a document marks up. In order. */
  readonly scopes?: readonly Scope[];
  /** Where a document's headings stand, each a headline. In order. */
  readonly headings?: readonly Range[];
}

/** The step's message in the text's locale: what every voice of it has to tell. */
export interface MessageTold {
  /** All of its texts, read. */
  readonly parts: readonly ReadPart[];
  readonly headline?: string;
  readonly body?: string;
  readonly details?: readonly string[];
  readonly cta?: string;
  readonly link?: string;
  /** What it was made of: lines that were read around that are read around this. */
  readonly source?: object;
}

/** A picture's words, where they are known. */
export interface ImageWords {
  readonly name: string;
  readonly alt?: string;
  readonly textInImage?: string;
}

/** What is linted: parts in reading order, and everything about their place that a rule may ask for. */
export interface Subject {
  readonly parts: readonly Part[];
  /** BCP 47, such as `el-GR`. */
  readonly locale: string;
  readonly channel?: Channel;
  readonly format?: string;
  readonly topics?: readonly string[];
  /** The facts in force for this variant, already resolved. */
  readonly facts?: readonly Fact[];
  /** Where the variant's link goes: in a link field or as the link in bio, it carries a url fact. */
  readonly link?: string;
  /** The campaign's days, both included. */
  readonly window?: { readonly from: string; readonly to: string };
  /** What takes the reader to a url fact beside the texts and the link, such as a QR code. */
  readonly carriers?: readonly Carrier[];
  /** Absent for a text of no campaign, and for a message itself. */
  readonly message?: MessageTold;
  /** A campaign's message itself: it is no worse for what its variants are given on their way to a channel. */
  readonly isMessage?: true;
  /** Mentions that a person said are no fact of the campaign. */
  readonly notFacts?: readonly NotFact[];
  /** The words of its pictures: what stands in them is read like any text, alt text is only checked. */
  readonly imageWords?: readonly ImageWords[];
  /** The pictures, in order; undefined where nothing is known of them. A report on one has `image`. */
  readonly images?: readonly ImageFacts[];
  /** What backs the campaign's regulated claims; `until` is a day, included. */
  readonly evidence?: readonly { readonly claim: string; readonly ref: string; readonly until?: string }[];
  /** The day on which it is to be read, where known: evidence past its day backs nothing. */
  readonly day?: string;
  /** The instant at which it is public at the earliest, where one is set. ISO 8601 in UTC. */
  readonly at?: string;
  /** Of its campaign, its step, its pictures and the campaign's facts. */
  readonly embargoes?: readonly Embargo[];
}

/** What a rule yields; the engine stamps the rest. */
export interface Report extends Range {
  readonly field: string;
  readonly message: string;
  readonly fix?: Fix;
  /** Replacement texts for the range that need a person's choice. */
  readonly suggestions?: readonly string[];
  /** Overrides the rule's own severity, for limits whose grade decides. */
  readonly severity?: Severity;
  readonly waivable?: boolean;
  /** The guide's item (or fact) that this is about; keeps two findings without evidence apart. */
  readonly item?: string;
  /** The name of the picture that this is about; `field` is then the main part and the range empty. */
  readonly image?: string;
}

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly gate: Gate;
  readonly waivable: boolean;
  /** 1-based, within the part. Columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** The text of the range. */
  readonly evidence: string;
  /** rule + field + normalised evidence + occurrence: stable while unrelated text changes. */
  readonly fingerprint: string;
}

/** A rule's own example: `reject` must yield a finding of that rule, `accept` must not. */
export interface RuleExample {
  readonly guide: Partial<Guide>;
  readonly locale?: string;
  readonly channel?: string;
  /** Facts in force, for rules that compare with them. */
  readonly facts?: readonly Fact[];
  /** The field of the text, `text` where absent. */
  readonly field?: string;
  /** What else the subject has. */
  readonly subject?: Omit<Partial<Subject>, 'parts' | 'locale' | 'channel' | 'facts'>;
  readonly accept?: readonly string[];
  readonly reject?: readonly { readonly text: string; readonly evidence?: string; readonly fixed?: string }[];
}

export interface RuleMeta {
  readonly id: string;
  /** One sentence that says what the rule wants. */
  readonly says: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** `any`, or the languages that the rule is made for. */
  readonly languages: 'any' | readonly string[];
  readonly docs: string;
  /** Whether the consistency report of a campaign asks it too. */
  readonly campaign?: true;
  /** Whether it asks for what a message is given on its way to a channel, and so judges finished texts alone. */
  readonly finishedOnly?: true;
  /** The guide's sections that set the rule up; their schemas are the rule's options. */
  readonly options: readonly (keyof Sections)[];
  readonly examples: readonly RuleExample[];
}

/** Stretches of a part that most rules leave alone. */
export type ScopeKind = 'url' | 'email' | 'handle' | 'hashtag' | 'code' | 'merge-tag' | 'quotation';
export interface Scope extends Range {
  readonly kind: ScopeKind;
}

/** Where a guide holds: overlays and the terms of other places are settled by it. */
export interface Place {
  readonly channel?: ChannelId;
  readonly locale: string;
  readonly account?: string;
}

/** One text that a rule looks for; the engine finds those of all rules in one pass. */
export interface Literal {
  readonly text: string;
  /** The guide's item that it belongs to. */
  readonly item: string;
  /** `word` (default) stands between word boundaries; `prefix` begins at one and its hit runs to the word's end. */
  readonly match?: 'word' | 'prefix';
  readonly caseSensitive?: boolean;
  /** Also finds the word before one of its language's closed suffixes; the hit leaves the suffix out. */
  readonly suffixes?: boolean;
  /** Whole words that are no hit, such as `masalah` for `masa`. */
  readonly except?: readonly string[];
  /** Right as it stands: shorter hits of any rule inside it are dropped. */
  readonly shields?: boolean;
  /** An exception: hits of the same rule and item inside it are dropped, and so is it. */
  readonly excuses?: boolean;
  /** Found inside links, tags, code and longer hits too. */
  readonly anywhere?: boolean;
  /** What to write instead, the best first. */
  readonly use?: readonly string[];
  /** Whether the first of `use` may replace it without a person's choice. */
  readonly safe?: boolean;
  /** Why, in the guide's words; shown with the finding. */
  readonly note?: string;
}

export interface Hit extends Range {
  readonly literal: Literal;
}

/** What a rule is given: the subject, the guide resolved for its channel and locale, and readings made once for all rules. */
export interface RuleContext {
  readonly subject: Subject;
  readonly guide: Guide;
  readonly scopes: (part: Part) => readonly Scope[];
  readonly mentions: (part: Part) => readonly Mention[];
  /** How the facts in force fare in the subject's texts. */
  readonly comparison: () => Comparison;
  readonly place: Place;
  /** Sentences in order, as the locale ends them; none crosses a paragraph. */
  readonly sentences: (part: Part) => readonly Range[];
  /** Words in order; a Han, kana or Thai run is cut into its characters, and what is a scope but a quotation is no word. */
  readonly words: (part: Part) => readonly Range[];
  /** Where the rule's own literals stand, in order. */
  readonly hits: (part: Part) => readonly Hit[];
}

/** Knows how the words of one language are spelt. */
export interface Dictionary {
  readonly correct: (word: string) => boolean;
  /** What may be meant, the likeliest first. */
  readonly suggest: (word: string) => readonly string[];
}

/** Dictionaries that the caller has loaded, by the name that `vocabulary.spelling` calls them. */
export type Dictionaries = Readonly<Record<string, Dictionary>>;

export type Check = (context: RuleContext) => Iterable<Report>;

interface RuleBase {
  readonly meta: RuleMeta;
  /** Whether the guide asks for it in this place, where not always. Only what is asked for can be said to be not checked. */
  readonly wanted?: (guide: Guide, place: Place) => boolean;
  /** Why it cannot check here what the guide asks for, though it is made for the language; undefined where it can. */
  readonly lacks?: (guide: Guide, place: Place, dictionaries: Dictionaries) => string | undefined;
  /** Asked once for a guide and a place. */
  readonly literals?: (guide: Guide, place: Place) => Iterable<Literal>;
}

/** A rule checks as it stands, or makes its check ready once for a guide and a place and keeps there what it compiled. */
export type Rule = RuleBase &
  (
    | { readonly check: Check; readonly prepare?: never }
    | {
        readonly prepare: (guide: Guide, place: Place, dictionaries: Dictionaries) => Check;
        readonly check?: never;
      }
  );
