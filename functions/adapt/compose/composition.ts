/** A text in the making, and what of the message went into it. */
import type { Part } from '../../../brand-guide/engine/types.ts';
import type { Note } from '../../core/variant.ts';
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { endsSentence } from '../sentences.ts';
import type { Detail } from './details.ts';

export interface Composition {
  readonly text: string;
  /** What follows the telling as parts of their own: further posts, a first comment. */
  readonly further: readonly Part[];
  readonly headline: boolean;
  readonly sentences: readonly Sentence[];
  readonly details: readonly Detail[];
  readonly cta: boolean;
  readonly tags: number;
  readonly handles: boolean;
  /** The offer told by the guide's frame instead of a sentence. */
  readonly frame?: string;
  /** A person's own telling of this length, taken whole. */
  readonly personal?: 'micro' | 'short' | 'long';
  /** Something is set otherwise than in the message. */
  readonly changed: readonly Note[];
}

export const NOTHING: Composition = {
  text: '',
  further: [],
  headline: false,
  sentences: [],
  details: [],
  cta: false,
  tags: 0,
  handles: false,
  changed: [],
};

export const textOf = (sentences: readonly Sentence[], brief: Brief): string =>
  sentences.map((sentence) => sentence.text).reduce((text, next) => joined(text, next, brief), '');

/** Marks that fill a Han character's square have their space in them; a link keeps one of its own. */
const FULL = /[。！？；：，、」』）】》〉]$/u;
const LINK = /^https?:/iu;

/** Sets two sentences side by side as the language does: Han needs no space, Latin beside it does. */
export function joined(one: string, next: string, { marks }: Brief): string {
  if (one === '' || next === '') return one + next;
  // The end alone: the whole is looked through once a sentence otherwise.
  const end = one.slice(-2);
  const spaced = /[\p{Script=Latin}\d/]$/u.test(end) || /^[\p{Script=Latin}\d]/u.test(next);
  const tight = marks.join === '' && !LINK.test(next) && (!spaced || FULL.test(end));
  return tight ? one + next : `${one} ${next}`;
}

/** Closed with the language's full stop, so that it does not run into what follows: a quotation and a percentage too. */
export function closed(text: string, brief: Brief): string {
  if (text === '' || endsSentence(text, brief.input.locale) || HELD_OPEN.test(text)) return text;
  return text + brief.marks.stop;
}

/** A mark that leads on, or an emoji with what joins and colours it: a full stop behind either is one too many. */
const HELD_OPEN =
  /(?:[,:;،؛，：；、\p{Pd}]|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|(?![©®™])\p{Extended_Pictographic})$/u;

export const paragraphs = (...blocks: readonly (string | undefined)[]): string =>
  blocks.filter((block) => block !== undefined && block !== '').join('\n\n');

export const lines = (...blocks: readonly string[]): string =>
  blocks.filter((block) => block !== '').join('\n');

/**
 * The call to action with the way to follow it: the link behind it, or the guide's phrase where none can be clicked.
 * Without `worded` the way alone.
 */
export function callOf(brief: Brief, worded: boolean): string {
  const text = worded && !brief.beside.cta ? brief.cta : '';
  if (brief.sheet) return brief.link === undefined ? text : closed(brief.phrases.scanQr ?? '', brief);
  if (brief.input.channel.spec.links.place === 'none') {
    const phrase = brief.link === undefined ? '' : (brief.phrases.linkInBio ?? '');
    return joined(closed(text, brief), closed(phrase, brief), brief);
  }
  if (brief.written === undefined) return text;
  if (text === '' || EXCLAIMED.test(text)) return joined(text, brief.written, brief);
  return `${text.replace(/[.。]$/u, '')}${brief.marks.colon}${brief.written}`;
}

/** “Save a seat!” leads to its link without a colon. */
const EXCLAIMED = /[!！?？؟;…]["'”’»」』）)]*$/u;

/** A link that nobody can follow has no place in the text. */
export const linkless = (brief: Brief, sentence: Sentence): boolean =>
  brief.input.channel.spec.links.place === 'none' && /(?:https?:\/\/|www\.)/iu.test(sentence.text);

export const fits = (brief: Brief, text: string): boolean => brief.count(text).fits;

/** What the other parts of the variant say to whoever reads it: an inbox alone shows a preheader. */
export const besideText = ({ beside }: Brief): string =>
  beside.parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');
