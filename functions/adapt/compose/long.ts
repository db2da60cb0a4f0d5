/** Long channels: the whole story in well set paragraphs, every detail on its line, the link, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { ctaLine, fits, lines, NOTHING, paragraphs, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { noticesFor } from './notices.ts';
import { pick } from './pick.ts';

/** Kinds of fact that make a sentence the offer rather than the story. */
const OFFERS = new Set(['price', 'percentage', 'code']);

export function composeLong(brief: Brief): Composition {
  const own = brief.input.message.lengths?.long?.trim();
  const whole = tell(brief, brief.story.sentences, true);
  const options = [...(own ? [personal(brief, own)] : []), whole];
  const fitting = options.find((one) => fits(brief, one.text));
  return fitting ?? shortened(brief);
}

/** Over the limit, the sentences that matter most under what the rest leaves free. */
function shortened(brief: Brief): Composition {
  const limit = brief.input.channel.spec.fields[0].limit?.value ?? Infinity;
  for (const details of [true, false]) {
    const frame = brief.count(tell(brief, [], details).text).length;
    for (const share of [0.98, 0.9, 0.5]) {
      const budget = (limit - frame) * share;
      const sentences = pick(brief, {
        budget,
        weigh: (text) => brief.count(text).length + 2,
        wanted: brief.telling,
        said: brief.says(brief.story.headline),
        mode: 'telling',
      });
      const shorter = tell(brief, sentences, details);
      if (fits(brief, shorter.text)) return shorter;
    }
  }
  const link = ctaLine(brief, true);
  return fits(brief, link) ? { ...NOTHING, text: link, cta: brief.cta !== '' } : NOTHING;
}

function personal(brief: Brief, own: string): Composition {
  const text = lay(brief, { headline: '', blocks: [own], details: '' });
  return {
    ...NOTHING,
    text,
    personal: 'long',
    cta: brief.cta !== '',
    tags: brief.tags.length,
    handles: brief.handles.length > 0,
  };
}

function tell(brief: Brief, sentences: readonly Sentence[], withDetails: boolean): Composition {
  const { story, offer } = parted(brief, sentences);
  const details = withDetails ? detailLines(brief) : '';
  const blocks = [...blocksOf(brief, story), details, ...blocksOf(brief, offer)];
  return {
    ...NOTHING,
    text: lay(brief, { headline: brief.story.headline, blocks, details }),
    headline: brief.story.headline !== '',
    sentences,
    details: withDetails && brief.story.details.length > 0,
    cta: brief.cta !== '',
    tags: brief.tags.length,
    handles: brief.handles.length > 0,
  };
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

function detailLines(brief: Brief): string {
  const emoji = brief.input.guide.emoji;
  return brief.story.details
    .map((detail) => {
      const shown =
        detail.emoji !== undefined &&
        emoji?.policy !== 'none' &&
        (emoji?.policy !== 'listed' || emoji.allow?.includes(detail.emoji));
      return `${shown ? detail.emoji : '•'} ${detail.text.trim()}`;
    })
    .join('\n');
}

function lay(
  brief: Brief,
  { headline, blocks }: { headline: string; blocks: readonly string[]; details: string },
): string {
  const written = [headline, ...blocks].join('\n');
  const { early, late } = noticesFor(brief, written);
  const linked = brief.link !== undefined && written.includes(brief.link);
  const call = linked ? brief.cta : ctaLine(brief, true);
  return paragraphs(
    early.join('\n'),
    headline,
    ...blocks,
    lines(call, brief.handles.join(' ')),
    late.join('\n'),
    brief.tags.join(' '),
  );
}
