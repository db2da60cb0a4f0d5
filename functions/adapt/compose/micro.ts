/** Micro channels: the hook, the offer and the call to action, in the fullest telling that fits. */
import type { Brief } from '../brief.ts';
import { bodiesOf } from './bodies.ts';
import type { Body } from './bodies.ts';
import { closed, ctaLine, fits, joined, NOTHING, paragraphs } from './composition.ts';
import type { Composition } from './composition.ts';
import { noticesFor } from './notices.ts';
import { union } from './pick.ts';

interface Tail {
  readonly cta: boolean;
  readonly tags: number;
  readonly handles: boolean;
}

export function composeMicro(brief: Brief): Composition {
  const missing = missingFrom(brief);
  const all = bodiesOf(brief).flatMap((body) => tailsOf(brief).map((tail) => lay(brief, body, tail)));
  const best = all.find((one) => missing(one.text) === 0 && fits(brief, one.text));
  if (best !== undefined) return best;
  if (brief.hard) return fullest(brief, all, missing);
  const whole = all.filter((one) => missing(one.text) === 0);
  return shortest(brief, whole.length > 0 ? whole : all);
}

/** How many required facts a text leaves unsaid although the message could say them. */
function missingFrom(brief: Brief): (text: string) => number {
  const { story, offer, link } = brief;
  const sayable = union(
    brief.says(story.headline),
    ...Object.values(offer).map((slot) => brief.says(slot)),
    brief.says(link ?? ''),
    ...story.sentences.map((sentence) => sentence.says),
  );
  const wanted = [...brief.required].filter((id) => sayable.has(id));
  return (text) => wanted.filter((id) => !brief.says(text).has(id)).length;
}

/** Where the limit is hard and not everything fits: as many required facts as possible, then the fuller telling. */
function fullest(brief: Brief, all: readonly Composition[], missing: (text: string) => number): Composition {
  const { headline } = brief.story;
  const last = [
    { ...NOTHING, text: paragraphs(headline, brief.link), headline: headline !== '' },
    { ...NOTHING, text: brief.link ?? '' },
    { ...NOTHING, text: headline, headline: headline !== '' },
  ];
  const fitting = [...all, ...last].filter((one) => fits(brief, one.text));
  return fitting.reduce(
    (best, one) => (missing(one.text) < missing(best.text) ? one : best),
    fitting[0] ?? NOTHING,
  );
}

function shortest(brief: Brief, all: readonly Composition[]): Composition {
  const size = ({ text }: Composition): number => {
    const { length, limit } = brief.count(text);
    return length / (limit ?? 1);
  };
  return all.reduce((best, one) => (size(one) < size(best) ? one : best), all[0] ?? NOTHING);
}

/** The words of the call to action go before a required hashtag does, and handles before hashtags. */
function tailsOf(brief: Brief): readonly Tail[] {
  const { tags, tagsRequired } = brief;
  const counts = Array.from({ length: tags.length - tagsRequired + 1 }, (_, index) => tags.length - index);
  const worded = counts.flatMap((count) => [
    ...(brief.handles.length > 0 ? [{ cta: true, tags: count, handles: true }] : []),
    { cta: true, tags: count, handles: false },
  ]);
  return [...(brief.plain ? [] : worded), { cta: false, tags: tagsRequired, handles: false }];
}

function lay(brief: Brief, body: Body, tail: Tail): Composition {
  const hook = body.headline ? brief.story.headline : '';
  const written = `${hook}\n${body.text}`;
  const linked = brief.link !== undefined && written.includes(brief.link);
  const call = linked ? '' : ctaLine(brief, tail.cta);
  const { early, late } = noticesFor(brief, written);
  const closing = [...(tail.handles ? brief.handles : []), ...brief.tags.slice(0, tail.tags)].join(' ');
  const text = brief.plain
    ? [...early, closed(hook, brief), closed(body.text, brief), call, ...late].reduce(
        (one, next) => joined(one, next, brief),
        '',
      )
    : paragraphs(...early, hook, body.text, ...late, call, closing);
  return {
    ...NOTHING,
    ...body,
    text,
    cta: tail.cta && brief.cta !== '',
    tags: tail.tags,
    handles: tail.handles,
  };
}
