/** The account names every block of the message once, as kept or left out, and what it says is true of the text. */
import type { Note } from '../../../functions/core/variant.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import type { Case } from './generated/cases.ts';
import { hold } from './held.ts';
import { textOf } from './reading.ts';

interface Block {
  /** What the account's notes on it are told by. */
  readonly called: (what: string) => boolean;
  /** What stands in the text where it is said. */
  readonly mark: string;
}

const named = (words: string) => (what: string) => what === words;
const quoted = (words: string) => (what: string) => what.includes(words);

const blocksOf = ({ told, input: { message, channel } }: Case): readonly Block[] => [
  ...(message.headline === undefined ? [] : [{ called: named('headline'), mark: 'Hq' }]),
  ...told.map(({ id }) => ({ called: quoted(`A${id}q`), mark: `A${id}q` })),
  ...(message.details ?? []).map((_, id) => ({ called: quoted(`E${id}q`), mark: `E${id}q` })),
  ...(message.hashtags ?? []).map((tag) => ({ called: named(`#${tag}`), mark: `#${tag}` })),
  ...(message.mentions?.[channel.spec.id] ?? []).map((one) => ({ called: named(one), mark: one })),
  { called: named('call to action'), mark: 'Cq' },
];

const on = (notes: readonly Note[], { called }: Block): number =>
  notes.filter(({ what }) => called(what)).length;
const isIn = (text: string, { mark }: Block): boolean => `${text}\n`.split(mark).length > 1;

const whyless = ({ kept, leftOut, changed }: Adaptation): readonly Note[] =>
  [...kept, ...leftOut, ...changed].filter(({ what, why }) => what === '' || why === '');

hold({
  'names each block of the message exactly once, and why': ({ kept, leftOut, ...said }, one) => [
    ...blocksOf(one)
      .filter((block) => on([...kept, ...leftOut], block) !== 1)
      .map(({ mark }) => mark),
    ...whyless({ kept, leftOut, ...said }),
  ],

  'says of nothing that it is kept that the text does not say': (said, one) =>
    blocksOf(one)
      .filter((block) => on(said.kept, block) > 0 && !isIn(textOf(said), block))
      .map(({ mark }) => mark),

  'says of nothing that it is left out that the text says': (said, one) => {
    const left = blocksOf(one).filter((block) => on(said.leftOut, block) > 0);
    if (left.length === 0) return undefined;
    return left.filter((block) => isIn(textOf(said), block)).map(({ mark }) => mark);
  },

  'names the link once where the message has one, and says so where its tracking was set': (
    { kept, leftOut, changed, link },
    { input: { message } },
  ) => {
    const links = [...kept, ...leftOut].filter(({ what }) => what === 'link').length;
    const tracked = changed.some(({ what }) => what === 'link') === (link !== message.cta?.url);
    return links === 1 && tracked ? [] : [{ links, tracked }];
  },

  'says of a frame of the guide that it tells the offer only where it does': (said) => {
    const frames = said.changed.flatMap(({ what, why }) => (what === 'offer' ? [why] : []));
    if (frames.length === 0) return undefined;
    return frames.filter((why) => !textOf(said).includes(/“(.*?)[.。]?”$/u.exec(why)?.[1] ?? '\0'));
  },
});
