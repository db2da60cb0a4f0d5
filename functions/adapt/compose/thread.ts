/** A thread: the hook and the offer first, then the whole story in posts that each end on a sentence, the call last. */
import { chainsOf, storyOf, tellingOf } from '../blocks.ts';
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { callOf, fits, joined, lines, NOTHING, paragraphs } from './composition.ts';
import type { Composition } from './composition.ts';
import { bulletsIn, detailLine } from './details.ts';
import type { Detail } from './details.ts';
import { noticesFor } from './notices.ts';
import { NO_OPENER, openersFor } from './opener.ts';
import type { Opener } from './opener.ts';
import { composeShort } from './short.ts';
import { setOut } from './set-out.ts';
import { frameOwed, lackingIn, repeated } from './untold.ts';

type Glue = (one: string, next: string) => string;

/** One piece that no post may cut, and how it stands behind what a post has already. */
interface Unit {
  readonly text: string;
  readonly glue: Glue;
  readonly sentences: readonly Sentence[];
  readonly detail?: Detail;
}

const apart: Glue = (one, next) => paragraphs(one, next);
const below: Glue = (one, next) => lines(one, next);

export function composeThread(brief: Brief): Composition {
  const own = brief.input.message.lengths?.long?.trim();
  return (own ? personal(brief, own) : undefined) ?? compose(brief);
}

/** A person's own long telling in its own order; undefined where a sentence of it is longer than a post. */
function personal(brief: Brief, own: string): Composition | undefined {
  const lacking = lackingIn(brief, own);
  if (lacking === undefined) return undefined;
  const { locale } = brief.input;
  const { sentences } = storyOf({ body: own }, tellingOf(own, locale), brief.says);
  const units = [sentences, lacking.sentences]
    .map((told) => ({ ...brief, story: { headline: '', sentences: told, details: [] } }))
    .flatMap((telling) => unitsOf(telling, [], new Set()));
  const taken = units.reduce((sum, unit) => sum + unit.sentences.length, 0);
  if (taken < sentences.length + lacking.sentences.length) return undefined;
  const posts = postsOf(brief, [], units, lacking.frame);
  if (!posts.every((post) => fits(brief, post))) return undefined;
  return {
    ...threaded(brief, posts, lacking.frame),
    sentences: lacking.sentences,
    personal: 'long',
  };
}

/** The opening, the units and what is owed, with the guide's lines and the call where the guide wants them. */
function postsOf(
  brief: Brief,
  opening: readonly string[],
  units: readonly Unit[],
  owed: string,
): readonly string[] {
  const written = lines(...opening, ...units.map(({ text }) => text), owed);
  const { first, closing } = framed(brief, opening, written);
  return packed(brief, first, [...units, ...blocksOf([owed]), ...closing]);
}

const threaded = (brief: Brief, [text = '', ...further]: readonly string[], frame: string): Composition => ({
  ...NOTHING,
  text,
  further: further.map((post, index) => ({ field: `thread[${index}]`, text: post })),
  cta: brief.cta !== '',
  tags: brief.tags.length,
  handles: brief.handles.length > 0,
  ...(frame !== '' && { frame }),
});

function compose(brief: Brief): Composition {
  const { headline } = brief.story;
  const { opener, units } = openedBy(brief);
  const opening = [headline, opener.text];
  const owed = frameOwed(brief, lines(...opening, ...units.map(({ text }) => text)));
  const posts = postsOf(brief, opening, units, owed);
  if (!posts.every((post) => fits(brief, post))) return composeShort(brief);
  const details = units.flatMap(({ detail }) => detail ?? []);
  return {
    ...threaded(brief, posts, opener.frame ?? owed),
    headline: headline !== '',
    sentences: [...opener.sentences, ...units.flatMap(({ sentences }) => sentences)],
    details,
    changed: bulletsIn(brief, details),
  };
}

interface Told {
  readonly opener: Opener;
  readonly units: readonly Unit[];
}

/** The opener that says most, among those behind which least has to be said again. */
function openedBy(brief: Brief): Told {
  const { headline } = brief.story;
  const openers = openersFor(brief, headline).filter(({ text }) => fits(brief, paragraphs(headline, text)));
  const tries = [...openers, NO_OPENER].map((opener) => {
    const first = paragraphs(headline, opener.text);
    const units = unitsOf(brief, opener.sentences, brief.says(first)).filter(({ text }) => fits(brief, text));
    return { opener, units, again: repeated(brief, [first, ...units.map(({ text }) => text)]) };
  });
  const least = Math.min(...tries.map(({ again }) => again));
  return tries.find(({ again }) => again === least) ?? { opener: NO_OPENER, units: [] };
}

/** The story behind the opening, without what would say a fact again; a chain that no post holds goes by its sentences. */
function unitsOf(brief: Brief, taken: readonly Sentence[], said: ReadonlySet<string>): readonly Unit[] {
  const again = ({ says }: Sentence): boolean =>
    [...says].some((id) => said.has(id) && !brief.repeatable.has(id)) &&
    ![...says].some((id) => brief.required.has(id) && !said.has(id));
  const left = brief.story.sentences.filter((one) => !taken.includes(one) && !again(one));
  const run: Glue = (one, next) => joined(one, next, brief);
  const chains = chainsOf(left).map((sentences): Unit => {
    const text = sentences.map((one) => one.text).reduce(run);
    const [first] = sentences;
    const opens =
      first !== undefined &&
      !left.some((one) => one.index === first.index - 1 && one.paragraph === first.paragraph);
    return { text, glue: opens ? apart : run, sentences };
  });
  const whole = chains.flatMap((unit) =>
    fits(brief, unit.text)
      ? [unit]
      : unit.sentences.slice(0, 1).map((one): Unit => ({ text: one.text, glue: apart, sentences: [one] })),
  );
  return [...whole, ...brief.story.details.map((detail, index) => unitOf(brief, detail, index === 0))];
}

const unitOf = (brief: Brief, detail: Detail, first: boolean): Unit => ({
  text: detailLine(brief, detail),
  glue: first ? apart : below,
  sentences: [],
  detail,
});

/** The first post and what closes the last: the call stands in the first where the guide wants it early. */
function framed(
  brief: Brief,
  told: readonly string[],
  written: string,
): { readonly first: string; readonly closing: readonly Unit[] } {
  const { position, beforeFold } = brief.input.guide.cta ?? {};
  const call = lines(callOf(brief, true), brief.handles.join(' '));
  const notices = noticesFor(brief, lines(written, call));
  const soon = position === 'start' || (beforeFold === true && brief.input.channel.spec.fold !== null);
  const late = soon ? '' : call;
  const notes = [...notices.late, ...notices.last];
  const opening = { told, call: soon ? call : '', notices: { ...notices, late: [], last: [] } };
  return {
    first: paragraphs(...setOut(brief, opening)),
    closing: blocksOf([...(position === 'end' ? [...notes, late] : [late, ...notes]), brief.tags.join(' ')]),
  };
}

const blocksOf = (texts: readonly string[]): readonly Unit[] =>
  texts.filter((text) => text !== '').map((text) => ({ text, glue: apart, sentences: [] }));

/** The opening stands alone unless everything fits into one post. */
function packed(brief: Brief, first: string, units: readonly Unit[]): readonly string[] {
  const single = units.reduce((text, unit) => unit.glue(text, unit.text), first);
  if (fits(brief, single)) return [single];
  const posts: string[] = [];
  for (const unit of units) {
    const open = posts.at(-1);
    const longer = open === undefined ? unit.text : unit.glue(open, unit.text);
    if (open !== undefined && fits(brief, longer)) posts[posts.length - 1] = longer;
    else posts.push(unit.text);
  }
  return first === '' ? posts : [first, ...posts];
}
