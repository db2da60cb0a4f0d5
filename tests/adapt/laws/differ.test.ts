/** Two channels of one length class open otherwise or tell in another order, where the guide asks them to and there is enough to tell. */
import { adapt } from '../../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { FEW_RUNS, hold } from './held.ts';

/** So many pieces have more orders than a length class has channels. */
const ENOUGH = 4;
const TITLES = ['title', 'header', 'subject', 'headline'];
const TELLERS = ['body', 'text', 'description'];
const FRAMED = /(?:4[.,]50|۴[٫.,]۵۰|15|۱۵|MINT20)/u;

interface Telling {
  readonly channel: string;
  /** What is told, in reading order: the hook, runs of sentences, a frame, the details as one; titles are read first. */
  readonly pieces: readonly string[];
  /** Each piece ends before "see more" when it stands first or behind the hook, and the title is the message's own. */
  readonly hasRoom: boolean;
}

const textIn = (said: Adaptation, names: readonly string[]): string =>
  said.parts
    .filter(({ field }) => names.includes(field))
    .map(({ text }) => text)
    .join('\n\n');

/** Neither leans on the one before it, nor answers it, nor is a mere fragment behind it. */
function isFree(told: Case['told'], at: number): boolean {
  const [one, before] = [told[at], told[at - 1]];
  if (one === undefined || one.leans) return false;
  const fragment = one.words.length < 2 && one.facts.length === 0 && !one.asks;
  return before === undefined || one.newLine || (!before.asks && !fragment);
}

/** The marks of a paragraph; one without any that states the offer is a frame. */
function marksIn(paragraph: string): readonly string[] {
  const marks = paragraph.match(/Hq|[AE]\d+q/gu) ?? [];
  const isFrame = marks.length === 0 && FRAMED.test(paragraph) && !/[LC]\d?q/u.test(paragraph);
  return isFrame ? ['frame'] : marks.map((mark) => (mark.startsWith('E') ? 'details' : mark));
}

/** Pieces in reading order: those sentences as one that lean on one another, and the details. */
function piecesOf(marks: readonly string[], { told }: Case): readonly string[] {
  return marks.reduce<string[]>((pieces, mark) => {
    const at = told.findIndex(({ id }) => mark === `A${id}q`);
    if (at < 0) return pieces.includes(mark) ? pieces : [...pieces, mark];
    return isFree(told, at) ? [...pieces, mark] : [...pieces.slice(0, -1), `${pieces.at(-1)} ${mark}`];
  }, []);
}

function tellingOf(one: Case): Telling {
  const said = adapt(one.input);
  const main = textIn(said, TELLERS);
  const { fold } = one.input.channel.spec;
  const title = textIn(said, TITLES);
  const paragraphs = [title, ...main.split('\n\n')];
  const hook = `${one.input.message.headline ?? ''} 🌿\n\n`;
  const most = (fold?.characters.value ?? Infinity) - hook.length;
  return {
    channel: one.input.channel.spec.id,
    pieces: piecesOf(paragraphs.flatMap(marksIn), one),
    hasRoom:
      main.split(/\n+|(?<=Z\d+q\S) /u).every((text) => text.length <= most) &&
      (title === '' || hook.startsWith(title)),
  };
}

const common = (one: Telling, other: Telling): readonly string[] =>
  one.pieces.filter((piece) => other.pieces.includes(piece));

function differ(one: Telling, other: Telling): boolean {
  const opening = ({ pieces }: Telling): string => pieces.slice(0, 2).join(' ');
  return opening(one) !== opening(other) || common(one, other).join(' ') !== common(other, one).join(' ');
}

/** They tell the same, and so much of it that it has more orders than there are channels. */
const isEnough = (one: Telling, other: Telling): boolean =>
  one.hasRoom &&
  other.hasRoom &&
  one.pieces.length >= ENOUGH &&
  one.pieces.length === other.pieces.length &&
  common(one, other).length === one.pieces.length;

const inClass = (one: Case): readonly Case[] =>
  AVAILABLE.flatMap((id) => channelOf(id) ?? [])
    .filter(({ spec }) => spec.lengthClass === one.input.channel.spec.lengthClass)
    .map((channel) => ({ ...one, input: { ...one.input, channel, format: channel.spec.formats[0] } }));

const asked = cases.map((one): Case => {
  const { lengths: _lengths, ...message } = one.input.message;
  const guide = { ...one.input.guide, consistency: { differ: true } };
  return { ...one, input: { ...one.input, message, guide } };
});

hold(
  {
    'any two channels of one class that tell four pieces or more open otherwise or tell in another order': (
      _,
      one,
    ) => {
      const tellings = inClass(one).map(tellingOf);
      const pairs = tellings.flatMap((each, index) =>
        tellings.slice(index + 1).map((other) => [each, other] as const),
      );
      const concerned = pairs.filter(([each, other]) => isEnough(each, other));
      if (concerned.length === 0) return undefined;
      return concerned.filter(([each, other]) => !differ(each, other));
    },
  },
  asked,
  FEW_RUNS,
);
