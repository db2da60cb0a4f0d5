/** What of a label a number counts: of "days at home" the days, while "at home" may stand elsewhere in the clause. */
import links from './data/label-links.json' with { type: 'json' };
import { foldWord } from './fold.ts';
import { anyOf, LETTER } from './lexicon.ts';

export interface LabelNoun {
  readonly label: string;
  /** The words that the number counts; the whole label where nothing links its words. */
  readonly counted: string;
  /** Finds the rest of the label in a folded clause; absent where there is none. */
  readonly rest?: RegExp;
}

const LINKS = new Set(links.map(foldWord));

export function labelNoun(label: string): LabelNoun {
  const words = label.trim().split(/\s+/u);
  const at = words.findIndex((word, index) => index > 0 && LINKS.has(foldWord(word)));
  if (at === -1) return { label, counted: label };
  const rest = words.slice(at).join(' ');
  return {
    label,
    counted: words.slice(0, at).join(' '),
    rest: new RegExp(`(?<!${LETTER})${anyOf([rest])}(?!${LETTER})`, 'u'),
  };
}
