/** What a text is told in: a headline, the offer, a run of sentences that lean on one another, the details. */
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { leans } from '../leaning.ts';
import { paragraphs, textOf } from './composition.ts';
import { beforeFold } from './fold.ts';

export type Block = 'hook' | 'offer' | 'story' | 'details';

export interface Unit {
  readonly block: Block;
  /** Set above the sentences: a headline, a frame, the details. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export const unitOf = (block: Block, text: string): Unit => ({ block, text, sentences: [] });

/** A sentence with those that lean on it, in the message's order. */
export function runsOf(block: Block, sentences: readonly Sentence[]): readonly Unit[] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = runs.at(-1);
    if (last && sentence.leans && last.at(-1)?.index === sentence.index - 1) last.push(sentence);
    else runs.push([sentence]);
  }
  return runs.map((run) => ({ block, text: '', sentences: run }));
}

/** The part beside the text that readers see first says the hook, and so stands for it. */
export const isTitled = ({ beside }: Brief): boolean =>
  beside.parts.some(({ field }) => TITLES.includes(field));
const TITLES: readonly string[] = ['title', 'header', 'subject', 'headline'];

/** The hook, told here or by a title, with the run that leans on it: “It grows on three hillsides.” */
export function hooked(brief: Brief, hook: string, units: readonly Unit[]): readonly Unit[] {
  const leaning = (unit: Unit): boolean => {
    const [first] = unit.sentences;
    return first?.index === 0 && leans(first.text, brief.input.locale);
  };
  if (hook === '' && !isTitled(brief)) return units;
  const leant = units.find(leaning);
  const sentences = leant?.sentences ?? [];
  const block = hook === '' && !brief.beside.headline ? 'story' : 'hook';
  return [{ block, text: hook, sentences }, ...units.filter((unit) => unit !== leant)];
}

/** The offer starts at the line from which on sentences state prices, reductions or codes; never the first. */
export function parted(brief: Brief, sentences: readonly Sentence[]): readonly Unit[] {
  const first = sentences.find(
    (one) => one.line > 0 && !one.leans && [...one.says].some((id) => brief.offering.has(id)),
  );
  const starts = first?.line ?? Infinity;
  const isOffer = ({ sentences: [head] }: Unit): boolean => head !== undefined && head.line >= starts;
  return runsOf('story', sentences).map((run) => (isOffer(run) ? { ...run, block: 'offer' } : run));
}

export const saysAnything = ({ text, sentences }: Unit): boolean => text !== '' || sentences.length > 0;
const openingOf = ({ text, sentences }: Unit): string => (text === '' ? (sentences[0]?.text ?? '') : text);

/** Whether so many of the units, each with its first sentence, end before "see more". */
export function opensBeforeFold(brief: Brief, units: readonly Unit[], many = 1): boolean {
  const openings = units.filter(saysAnything).slice(0, many).map(openingOf);
  return beforeFold(brief, paragraphs(...openings));
}

/** Whether a sentence goes on in the paragraph that another unit has begun; `open` are those that stand there. */
export type GoesOn = (
  last: Sentence,
  next: Sentence,
  blocks: readonly [Block, Block],
  open: readonly Sentence[],
) => boolean;

/** The paragraphs of the units in their order. */
export function paragraphsOf(brief: Brief, units: readonly Unit[], goesOn: GoesOn): readonly string[] {
  const set: { block: Block; text: string; sentences: Sentence[] }[] = [];
  for (const { block: told, text, sentences } of units) {
    if (text !== '') set.push({ block: told, text, sentences: [] });
    const block = told === 'hook' ? 'story' : told;
    for (const sentence of sentences) {
      const open = set.at(-1);
      const last = open?.sentences.at(-1);
      const isOn =
        open !== undefined &&
        last !== undefined &&
        last.index < sentence.index &&
        goesOn(last, sentence, [open.block, block], open.sentences);
      if (isOn) open.sentences.push(sentence);
      else set.push({ block, text: '', sentences: [sentence] });
    }
  }
  return set.map(({ text, sentences }) => (text === '' ? textOf(sentences, brief) : text));
}
