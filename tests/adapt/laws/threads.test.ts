/** A thread: every post within its limit and whole, the story in its order over all of them, nothing twice. */
import * as fc from 'fast-check';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { FEW_RUNS, hold } from './held.ts';
import { textOf, times } from './reading.ts';

const THREADED = ['bluesky', 'mastodon', 'threads', 'x'] as const;

/** The same messages as threads, some with a detail that no post holds. */
const threads = fc.tuple(cases, fc.constantFrom(...THREADED), fc.nat(3)).map(([one, id, roll]): Case => {
  const channel = channelOf(id);
  if (channel === undefined) throw new Error(id);
  const { details = [], ...message } = one.input.message;
  const [first, ...rest] = details;
  const long = first && { ...first, text: first.text.replace(' ', ` ${'mint '.repeat(120)}`) };
  const told = roll === 0 && long ? [long, ...rest] : details;
  return {
    ...one,
    input: {
      ...one.input,
      channel,
      format: 'thread',
      message: { ...message, details: told, mentions: { [id]: ['@friend'] } },
    },
  };
});

const isThread = ({ parts }: Adaptation): boolean => parts.length > 1;
const places = (text: string, marks: readonly string[]): readonly number[] =>
  marks.map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((at, index) => index === 0 || at > (numbers[index - 1] ?? -1));

const ENDS = /(?:[.?!;。？！؟…:：]|Z\d+q|F\d+q|[#@]\S+|https?:\S+|\p{Extended_Pictographic})$/u;

hold(
  {
    'each post is within its limit, and bears its number': (said, { input }) => {
      if (!isThread(said)) return undefined;
      const fields = said.parts.slice(1).map(({ field }) => field);
      const over = said.parts.filter(({ text, field }) => !input.channel.count(text, field).fits);
      return [...over, ...fields.filter((field, index) => field !== `thread[${index}]`)];
    },

    'no post is empty, or ends inside a sentence, detail, line, link or hashtag': (said, { input, told }) => {
      if (!isThread(said)) return undefined;
      const pairs = [
        ...told.map(({ id }) => [`A${id}q`, `Z${id}q`] as const),
        ...(input.message.details ?? []).map((_, id) => [`E${id}q`, `F${id}q`] as const),
        ...(input.guide.disclosures ?? []).map((_, id) => [`L${id}q`, `M${id}q`] as const),
        ...[0, 1, 2].map((id) => [`P${id}q`, `R${id}q`] as const),
      ];
      const hook = input.message.headline ?? '\0';
      return said.parts.filter(
        ({ text }) =>
          pairs.some(([open, close]) => times(text, open) !== times(text, close)) ||
          !(ENDS.test(text) || text.endsWith(hook) || text.endsWith('Cq')) ||
          (text.match(/https?:\S+/gu) ?? []).some((link) => link !== said.link),
      );
    },

    'behind the first post the story keeps its order, sentences before details': (said, { told, input }) => {
      if (!isThread(said)) return undefined;
      const rest = said.parts
        .slice(1)
        .map(({ text }) => text)
        .join('\n');
      const marks = [
        ...told.map(({ id }) => `A${id}q`),
        ...(input.message.details ?? []).map((_, id) => `E${id}q`),
      ];
      return isRising(places(rest, marks)) ? [] : [rest];
    },

    'nothing is said in two posts': (said, { told, input }) => {
      if (!isThread(said)) return undefined;
      const marks = [
        ...told.map(({ id }) => `A${id}q`),
        ...(input.message.details ?? []).map((_, id) => `E${id}q`),
        ...(input.guide.disclosures ?? []).map((_, id) => `L${id}q`),
        'Hq',
        'Cq',
        'MINT20',
        '@friend',
        'northwind.com',
        'nw.example',
      ];
      return marks.filter((mark) => times(textOf(said), mark) > 1);
    },

    'the headline opens the thread, and the rest is told as far as a post holds it': (said, one) => {
      const { message, channel } = one.input;
      if (!isThread(said) || /P\dq/u.test(textOf(said))) return undefined;
      const { details = [], headline } = message;
      const missing = details.filter(
        ({ text }, id) => !textOf(said).includes(`E${id}q`) && channel.count(`🌿 ${text}`).fits,
      );
      const opens = headline === undefined || said.parts[0]?.text.includes(headline) === true;
      return [...missing, ...(opens ? [] : [headline])];
    },
  },
  threads,
  FEW_RUNS,
);
