/** The hook, the offer and the call to action, in the fullest telling that fits. */
import type { Brief } from '../brief.ts';
import { namesOf } from '../closing.ts';
import { splitSentences } from '../sentences.ts';
import { union } from '../sets.ts';
import { bodiesOf } from './bodies.ts';
import type { Body } from './bodies.ts';
import { besideText, callOf, closed, fits, joined, lines, NOTHING, paragraphs } from './composition.ts';
import type { Composition } from './composition.ts';
import { noticesFor, noticesIn, withoutNotice } from './notices.ts';
import type { Notices } from './notices.ts';
import { ordersFor } from './order.ts';
import { deadlines } from './plainly.ts';
import { setOut } from './set-out.ts';
import { unitOf } from './unit.ts';

interface Tail {
  readonly cta: boolean;
  readonly tags: number;
  readonly handles: boolean;
  /** Before a link a full stop can be spared. */
  readonly open?: boolean;
  /** A code to scan speaks for itself. */
  readonly silent?: boolean;
}

/** A candidate, and how many required facts it leaves unsaid although the message could say them. */
interface Candidate {
  readonly made: () => Composition;
  readonly missing: number;
}

export function composeMicro(brief: Brief): Composition {
  const all = candidates(brief);
  const least = Math.min(...all.map(({ missing }) => missing));
  const whole = all.filter(({ missing }) => missing === least);
  for (const { made } of whole) {
    const composition = made();
    if (fits(brief, composition.text)) return composition;
  }
  return brief.billed ? fewest(brief, whole) : fullest(brief, all);
}

/** The whole offer comes before the words of the call to action, and these before a longer telling. */
function candidates(brief: Brief): readonly Candidate[] {
  const unsaid = unsaidBy(brief);
  const bodies = bodiesOf(brief);
  const tells = (body: Body): boolean => unsaid(body.says, brief.telling) === 0;
  const ranked = [bodies.filter(tells), bodies.filter((body) => !tells(body))];
  const bare = { cta: false, tags: brief.tagsRequired, handles: false };
  const wordless = [
    bare,
    ...(brief.billed && brief.link !== undefined ? [{ ...bare, open: true }] : []),
    ...(brief.sheet ? [{ ...bare, silent: true }] : []),
  ];
  return ranked.flatMap((group) =>
    [wordedTails(brief), wordless].flatMap((tails) =>
      group.flatMap((body) => {
        const missing = unsaid(body.says, brief.required);
        return tails.map((tail) => ({ made: () => lay(brief, body, tail), missing }));
      }),
    ),
  );
}

/** Counts the wanted facts that neither the text nor the link says, among those that some text could say. */
function unsaidBy(brief: Brief): (said: ReadonlySet<string>, wanted: ReadonlySet<string>) => number {
  const { story, offer } = brief;
  const elsewhere = union(brief.linked, brief.says(besideText(brief)));
  const sayable = union(
    brief.says(story.headline),
    ...Object.values(offer).map((slot) => brief.says(slot)),
    ...story.sentences.map((sentence) => sentence.says),
  );
  return (said, wanted) =>
    [...wanted].filter((id) => sayable.has(id) && !said.has(id) && !elsewhere.has(id)).length;
}

/**
 * Where not everything fits: as many required facts as possible, then the fuller telling. Where no telling has room for all
 * lines and nothing can be said that calls for none, the longest goes, and the next: so the fewest are left out, and told as such.
 */
function fullest(brief: Brief, all: readonly Candidate[]): Composition {
  const { headline } = brief.story;
  const nothingElse = [...namesOf(brief.input), brief.phrases.shortCta ?? ''];
  const bare = { ...NOTHING, headline: headline !== '' };
  const last = [
    { ...bare, text: paragraphs(headline, brief.written) },
    { ...NOTHING, text: brief.written ?? '' },
    { ...bare, text: headline },
    ...(brief.field === 'headline' ? [...deadlines(brief), ...nothingElse] : []).map((text) => ({
      ...NOTHING,
      text,
    })),
  ].map((made) => ({ made, missing: Infinity }));
  const tellings = all.map(({ made, missing }) => ({ made: made(), missing }));
  const fitting = [...tellings, ...last].filter(({ made }) => made.text !== '' && fits(brief, made.text));
  const best = fitting.reduce(
    (one, other) => (other.missing < one.missing ? other : one),
    fitting[0] ?? { made: NOTHING, missing: Infinity },
  );
  const isFree = best.made.text !== '' && noticesIn(brief, [best.made.text]).length === 0;
  if (best.missing < Infinity || isFree) return best.made;
  const [longest] = noticesIn(
    brief,
    tellings.map(({ made }) => made.text),
  ).toSorted((one, other) => brief.count(other).length - brief.count(one).length);
  return longest === undefined ? best.made : composeMicro(withoutNotice(brief, longest));
}

/** Sent as several messages all the same, the fullest telling is as dear as any; else the shortest one. */
function fewest(brief: Brief, all: readonly Candidate[]): Composition {
  const { pieces } = brief.input.channel;
  const size = ({ text }: Composition): number => {
    const { length, limit } = brief.count(text);
    return pieces?.(text) ?? length / (limit ?? 1);
  };
  const sized = all.map(({ made }) => made()).map((made) => ({ made, size: size(made) }));
  return sized.reduce(
    (best, one) => (one.size < best.size ? one : best),
    sized[0] ?? { made: NOTHING, size: 0 },
  ).made;
}

/** With the words of the call to action: handles go before hashtags do. */
function wordedTails({ tags, tagsRequired, handles, billed }: Brief): readonly Tail[] {
  if (billed) return [];
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

/** “10:00 a.m.” keeps its full stop. */
const titled = (text: string, { input }: Brief): string =>
  splitSentences(text, input.locale).length === 1 ? text.replace(/(?<!\.\p{L})[.。]$/u, '') : text;

/** A headline of its own part ends without a full stop where nothing follows it. */
function line(brief: Brief, hook: string, body: string, rest: readonly string[], open: boolean): string {
  const heading = brief.field === 'headline' && rest.every((one) => one === '');
  if (heading && body === '') return hook;
  if (heading) return hook === '' ? titled(body, brief) : joined(closed(hook, brief), body, brief);
  return [...closedBut(open, hook, body, brief), ...rest].reduce((one, next) => joined(one, next, brief), '');
}

function lay(brief: Brief, body: Body, tail: Tail): Composition {
  const hook = body.headline ? brief.story.headline : '';
  const handles = tail.handles ? brief.handles : [];
  const tags = brief.tags.slice(0, tail.tags).join(' ');
  const linked = brief.written !== undefined && `${hook}\n${body.text}`.includes(brief.written);
  const call = linked || tail.silent === true ? '' : callOf(brief, tail.cta);
  const notices = noticesFor(brief, [hook, body.text, call].join('\n'));
  return {
    ...NOTHING,
    ...body,
    text: set(brief, { hook, body: body.text, call, handles, tags, notices, open: tail.open === true }),
    cta: call !== '' && call !== callOf(brief, false),
    tags: tail.tags,
    handles: tail.handles,
  };
}

interface Laid {
  readonly hook: string;
  readonly body: string;
  readonly call: string;
  readonly handles: readonly string[];
  readonly tags: string;
  readonly notices: Notices;
  readonly open: boolean;
}

/** A call that a line follows ends as a sentence does, unless its link ends it. */
const ended = (calls: readonly string[], notes: readonly string[], brief: Brief): readonly string[] =>
  notes.length === 0
    ? calls
    : calls.map((call) => (call.endsWith(brief.written ?? '\n') ? call : closed(call, brief)));

function set(brief: Brief, { hook, body, call, handles, tags, notices, open }: Laid): string {
  const { early, late, last } = notices;
  if (brief.sheet) return lines(...early, ...closedBut(open, hook, body, brief), ...late, call, ...last);
  if (brief.bare) {
    const { position } = brief.billed ? {} : (brief.input.guide.cta ?? {});
    const first = position === 'start' ? [...early, closed(call, brief)] : early;
    const calls = position === 'start' ? [] : [call];
    const notes = [...late, ...last].map((note, at, all) =>
      at < all.length - 1 ? closed(note, brief) : note,
    );
    const rest = position === 'end' ? [...notes, ...calls] : [...ended(calls, notes, brief), ...notes];
    const opening = first.reduce((one, next) => joined(one, next, brief), '');
    return joined(opening, line(brief, hook, body, rest, open), brief);
  }
  const [told = []] = ordersFor(brief, [unitOf('hook', hook), unitOf('offer', body)]);
  return paragraphs(
    ...setOut(brief, { notices, told: told.map(({ text }) => text), call: lines(call, handles.join(' ')) }),
    tags,
  );
}
