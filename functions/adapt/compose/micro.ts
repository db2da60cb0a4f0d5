/** Micro channels: the hook, the offer and the call to action, in the fullest telling that fits. */
import type { Brief } from '../brief.ts';
import { bodiesOf } from './bodies.ts';
import type { Body } from './bodies.ts';
import { closed, ctaLine, fits, joined, lines, NOTHING, paragraphs } from './composition.ts';
import type { Composition } from './composition.ts';
import { noticesFor } from './notices.ts';
import type { Notices } from './notices.ts';
import { union } from './pick.ts';

interface Tail {
  readonly cta: boolean;
  readonly tags: number;
  readonly handles: boolean;
  /** Before a link a full stop can be spared. */
  readonly open?: boolean;
}

/** A candidate, and how many required facts it leaves unsaid although the message could say them. */
interface Candidate {
  readonly made: Composition;
  readonly missing: number;
}

export function composeMicro(brief: Brief): Composition {
  const all = candidates(brief);
  const least = Math.min(...all.map(({ missing }) => missing));
  const whole = all.filter(({ missing }) => missing === least);
  const best = whole.find(({ made }) => fits(brief, made.text));
  if (best !== undefined) return best.made;
  return brief.hard ? fullest(brief, all) : fewest(brief, whole);
}

/** The whole offer comes before the words of the call to action, and these before a longer telling. */
function candidates(brief: Brief): readonly Candidate[] {
  const unsaid = unsaidBy(brief);
  const bodies = bodiesOf(brief);
  const notices = new Map(bodies.map((body) => [body, noticesFor(brief, writtenIn(brief, body))]));
  const noticesOf = (body: Body): Notices => notices.get(body) ?? { early: [], late: [] };
  const tells = (body: Body): boolean => unsaid(body.says, brief.telling) === 0;
  const ranked = [bodies.filter(tells), bodies.filter((body) => !tells(body))];
  const bare = { cta: false, tags: brief.tagsRequired, handles: false };
  const wordless = brief.plain && brief.link !== undefined ? [bare, { ...bare, open: true }] : [bare];
  return ranked.flatMap((group) =>
    [wordedTails(brief), wordless].flatMap((tails) =>
      group.flatMap((body) => {
        const missing = unsaid(body.says, brief.required);
        const due = noticesOf(body);
        return tails.map((tail) => ({ made: lay(brief, body, due, tail), missing }));
      }),
    ),
  );
}

/** Counts the wanted facts that neither the text nor the link says, among those that some text could say. */
function unsaidBy(brief: Brief): (said: ReadonlySet<string>, wanted: ReadonlySet<string>) => number {
  const { story, offer, link } = brief;
  const linked = brief.says(link ?? '');
  const sayable = union(
    brief.says(story.headline),
    ...Object.values(offer).map((slot) => brief.says(slot)),
    ...story.sentences.map((sentence) => sentence.says),
  );
  return (said, wanted) =>
    [...wanted].filter((id) => sayable.has(id) && !said.has(id) && !linked.has(id)).length;
}

/** Where the limit is hard and not everything fits: as many required facts as possible, then the fuller telling. */
function fullest(brief: Brief, all: readonly Candidate[]): Composition {
  const { headline } = brief.story;
  const bare = { ...NOTHING, headline: headline !== '' };
  const last = [
    { ...bare, text: paragraphs(headline, brief.link) },
    { ...NOTHING, text: brief.link ?? '' },
    { ...bare, text: headline },
  ];
  const fitting = [...all, ...last.map((made) => ({ made, missing: Infinity }))].filter(({ made }) =>
    fits(brief, made.text),
  );
  return fitting.reduce(
    (best, one) => (one.missing < best.missing ? one : best),
    fitting[0] ?? { made: NOTHING, missing: 0 },
  ).made;
}

/** Sent as several messages all the same, the fullest telling is as dear as any; else the shortest one. */
function fewest(brief: Brief, all: readonly Candidate[]): Composition {
  const { pieces } = brief.input.channel;
  const size = ({ text }: Composition): number => {
    const { length, limit } = brief.count(text);
    return pieces?.(text) ?? length / (limit ?? 1);
  };
  const sized = all.map(({ made }) => ({ made, size: size(made) }));
  return sized.reduce(
    (best, one) => (one.size < best.size ? one : best),
    sized[0] ?? { made: NOTHING, size: 0 },
  ).made;
}

/** With the words of the call to action: handles go before hashtags do. */
function wordedTails({ tags, tagsRequired, handles, plain }: Brief): readonly Tail[] {
  if (plain) return [];
  const counts = Array.from({ length: tags.length - tagsRequired + 1 }, (_, index) => tags.length - index);
  return counts.flatMap((count) => [
    ...(handles.length > 0 ? [{ cta: true, tags: count, handles: true }] : []),
    { cta: true, tags: count, handles: false },
  ]);
}

function closedBut(open: boolean, hook: string, text: string, brief: Brief): readonly string[] {
  if (!open) return [closed(hook, brief), closed(text, brief)];
  return text === '' ? [hook] : [closed(hook, brief), text];
}

const hookOf = (brief: Brief, body: Body): string => (body.headline ? brief.story.headline : '');
const writtenIn = (brief: Brief, body: Body): string => `${hookOf(brief, body)}\n${body.text}`;

function lay(brief: Brief, body: Body, { early, late }: Notices, tail: Tail): Composition {
  const hook = hookOf(brief, body);
  const linked = brief.link !== undefined && writtenIn(brief, body).includes(brief.link);
  const call = linked ? '' : ctaLine(brief, tail.cta);
  const handles = tail.handles ? brief.handles : [];
  const tags = brief.tags.slice(0, tail.tags).join(' ');
  const text = brief.plain
    ? [...early, ...closedBut(tail.open === true, hook, body.text, brief), call, ...late].reduce(
        (one, next) => joined(one, next, brief),
        '',
      )
    : paragraphs(...early, hook, body.text, ...late, lines(call, handles.join(' ')), tags);
  return {
    ...NOTHING,
    ...body,
    text,
    cta: tail.cta && brief.cta !== '',
    tags: tail.tags,
    handles: tail.handles,
  };
}
