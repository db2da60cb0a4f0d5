/** Long channels: the whole story in well set paragraphs, every detail on its line, the link, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { callOf, fits, lines, NOTHING, paragraphs, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { besideText } from './bodies.ts';
import { bulletsIn, detailLine } from './details.ts';
import { composeMicro } from './micro.ts';
import { noticesFor } from './notices.ts';
import { beforeFold } from './fold.ts';
import { ordersFor, usualOrder } from './order.ts';
import type { Block } from './order.ts';
import { pick } from './pick.ts';
import { setOut } from './set-out.ts';
import { frameOwed, lackingIn } from './untold.ts';

/** Kinds of fact that make a sentence the offer rather than the story. */
const OFFERS = new Set(['price', 'percentage', 'code']);
const SHARES = [0.98, 0.9, 0.75, 0.5];

export function composeLong(brief: Brief): Composition {
  const own = brief.input.message.lengths?.long?.trim();
  if (own) {
    const theirs = personal(brief, own);
    if (theirs && fits(brief, theirs.text)) return theirs;
  }
  const whole = tell(brief, brief.story.sentences, true);
  return fits(brief, whole.text) ? whole : shortened(brief);
}

/** Over the limit, the sentences that matter most under what the rest leaves free. */
function shortened(brief: Brief): Composition {
  const { limit } = brief.count('');
  const said = brief.says(`${brief.story.headline}\n${besideText(brief)}`);
  for (const details of [true, false]) {
    const frame = brief.count(tell(brief, [], details).text).length;
    for (const share of SHARES) {
      const sentences = pick(brief, {
        budget: ((limit ?? Infinity) - frame) * share,
        weigh: (text) => brief.count(text).length + 2,
        wanted: brief.telling,
        said,
        mode: 'telling',
      });
      const shorter = tell(brief, sentences, details);
      if (sentences.length > 0 && fits(brief, shorter.text)) return shorter;
    }
  }
  return composeMicro(brief);
}

const furniture = ({ cta, tags, handles }: Brief): Composition => ({
  ...NOTHING,
  cta: cta !== '',
  tags: tags.length,
  handles: handles.length > 0,
});

/** With what it leaves unsaid behind it. */
function personal(brief: Brief, own: string): Composition | undefined {
  const lacking = lackingIn(brief, lines(besideText(brief), own));
  if (lacking === undefined) return undefined;
  const { sentences, frame } = lacking;
  return {
    ...furniture(brief),
    text: lay(brief, [own, ...blocksOf(brief, sentences), frame]),
    sentences,
    ...(frame !== '' && { frame }),
    personal: 'long',
  };
}

function tell(brief: Brief, sentences: readonly Sentence[], withDetails: boolean): Composition {
  const { story, offer } = parted(brief, sentences);
  const hook = [brief.story.headline];
  const told = withDetails ? brief.story.details : [];
  const details = [lines(...told.map((one) => detailLine(brief, one)))];
  const [opening, closing] = [blocksOf(brief, story), blocksOf(brief, offer)];
  const frame = frameOwed(brief, lines(besideText(brief), ...hook, ...opening, ...details, ...closing));
  const texts: Readonly<Record<Block, readonly string[]>> = {
    hook,
    story: opening,
    details,
    offer: [...closing, frame],
  };
  return {
    ...furniture(brief),
    text: lay(
      brief,
      orderOf(brief, texts, offer).flatMap((block) => texts[block]),
    ),
    headline: brief.story.headline !== '',
    sentences,
    ...(frame !== '' && { frame }),
    details: told,
    changed: bulletsIn(brief, told),
  };
}

/** The channel's own order, where its first sentence ends before the fold. */
function orderOf(
  brief: Brief,
  texts: Readonly<Record<Block, readonly string[]>>,
  offer: readonly Sentence[],
): readonly Block[] {
  const { sentences } = brief.story;
  const opens = {
    hook: brief.story.headline,
    story: sentences[0]?.text,
    offer: offer[0]?.text ?? texts.offer[0],
    details: '',
  };
  const apt = ordersFor(brief).find((order) => {
    const first = order.find((block) => texts[block].some((text) => text !== ''));
    const opening = first && opens[first];
    return opening !== undefined && opening !== '' && beforeFold(brief, opening);
  });
  return apt ?? usualOrder(brief);
}

/** The offer starts at the line from which on sentences state prices, reductions or codes; never the first. */
function parted(
  brief: Brief,
  sentences: readonly Sentence[],
): { story: readonly Sentence[]; offer: readonly Sentence[] } {
  const offers = new Set(brief.input.facts.filter((fact) => OFFERS.has(fact.kind)).map((fact) => fact.id));
  const first = sentences.find(
    (sentence) => sentence.line > 0 && !sentence.leans && [...sentence.says].some((id) => offers.has(id)),
  );
  if (first === undefined) return { story: sentences, offer: [] };
  return {
    story: sentences.filter((sentence) => sentence.line < first.line),
    offer: sentences.filter((sentence) => sentence.line >= first.line),
  };
}

/** The message's own paragraphs, each run on as one. */
function blocksOf(brief: Brief, sentences: readonly Sentence[]): readonly string[] {
  const numbers = [...new Set(sentences.map((sentence) => sentence.paragraph))];
  return numbers.map((number) =>
    textOf(
      sentences.filter((sentence) => sentence.paragraph === number),
      brief,
    ),
  );
}

function lay(brief: Brief, blocks: readonly string[]): string {
  const written = lines(...blocks);
  const linked = brief.written !== undefined && written.includes(brief.written);
  const words = linked ? (brief.beside.cta ? '' : brief.cta) : callOf(brief, true);
  const call = lines(words, brief.handles.join(' '));
  const notices = noticesFor(brief, lines(written, words));
  return paragraphs(...setOut(brief, { notices, told: blocks, call }), brief.tags.join(' '));
}
