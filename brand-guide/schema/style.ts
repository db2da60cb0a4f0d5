/** What a guide says of voice and form. */
import type { ByLocale } from './wording.ts';

/** Who speaks, or is spoken to: I, we, you, they. */
export type Person = 'first-singular' | 'first-plural' | 'second' | 'third';

export interface Voice {
  readonly traits?: readonly {
    readonly name: string;
    readonly do?: readonly string[];
    readonly dont?: readonly string[];
  }[];
  /** The grammatical persons that the brand writes in; others are found. */
  readonly person?: readonly Person[];
  readonly address?: ByLocale<'familiar' | 'polite'>;
  /** Asks for the active voice. */
  readonly activeVoice?: boolean;
  readonly contractions?: 'prefer' | 'avoid' | 'free';
  /** The most exclamation marks in a text. */
  readonly exclamationMax?: number;
  /** The most words in capitals in a text; acronyms that `vocabulary.accept`, a name or a term has are not counted. */
  readonly allCapsMax?: number;
}

export type ReadabilityMetric =
  | 'flesch-reading-ease'
  | 'flesch-kincaid'
  | 'gunning-fog'
  | 'smog'
  | 'coleman-liau'
  | 'automated-readability'
  | 'lix';

export interface Readability {
  readonly metric?: ReadabilityMetric;
  readonly min?: number;
  readonly max?: number;
  /** Texts with fewer words are not measured (default 30). */
  readonly minWords?: number;
  readonly sentenceMaxWords?: number;
}

export type LetterCase = 'title' | 'sentence';

export interface Casing {
  /** Headlines, subjects and titles. */
  readonly headline?: LetterCase;
  /** Lines of the other parts that stand alone, such as a first line without a full stop. */
  readonly body?: LetterCase;
  /** Whose title case: which short words stay small. */
  readonly style?: 'ap' | 'chicago';
  /** Words in the one way they are written. */
  readonly exceptions?: readonly string[];
}

export interface Punctuation {
  /** curly “ ”, straight " ", low-high „ “, guillemets « », corner 「 」 */
  readonly quotes?: 'curly' | 'straight' | 'low-high' | 'guillemets' | 'corner';
  /** How a break in a sentence is set: em closed up, em with spaces, en with spaces. */
  readonly dashes?: 'em' | 'em-spaced' | 'en-spaced';
  /** The one character …, three dots, or none at all. */
  readonly ellipsis?: 'character' | 'dots' | 'none';
  readonly oxfordComma?: 'always' | 'never';
  /** Marks that take a space before them, and which; `none` closes them up. */
  readonly spaceBefore?: {
    readonly marks: readonly string[];
    readonly space: 'none' | 'space' | 'no-break' | 'narrow-no-break';
  };
}

/** How one locale writes figures. */
export interface NumberForm {
  readonly currency?: { readonly position: 'before' | 'after'; readonly space: boolean };
  readonly decimal?: '.' | ',' | '٫';
  readonly thousands?: '.' | ',' | ' ' | '’' | '٬' | 'none';
  /** Which order and wording; `12 May 2027`, `May 12, 2027`, `12/05/2027`, `05/12/2027`, `12.05.2027`, `2027-05-12`, `2027年5月12日`. */
  readonly date?: 'd-month-y' | 'month-d-y' | 'dd/mm/y' | 'mm/dd/y' | 'dd.mm.y' | 'y-mm-dd' | 'y年m月d日';
  readonly time?: '12h' | '24h';
}
