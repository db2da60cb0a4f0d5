/** Short channels: the hook and the offer, the heart of the story, one call to action, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { union, without } from '../sets.ts';
import { columns } from '../words.ts';
import { besideText, callOf, fits, lines, linkless, NOTHING, paragraphs, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { composeMicro } from './micro.ts';
import { beforeFold } from './fold.ts';
import { NO_OPENER, openersFor } from './opener.ts';
import type { Opener } from './opener.ts';
import { noticesFor } from './notices.ts';
import { ordersFor, takesEmoji } from './order.ts';
import { pick } from './pick.ts';
import type { Wish } from './pick.ts';
import { setOut } from './set-out.ts';
import { hooked, opensBeforeFold, paragraphsOf, parted, runsOf, saysAnything, unitOf } from './unit.ts';
import type { GoesOn, Unit } from './unit.ts';
import { frameOwed, lackingIn, repeated, sentencesOwed } from './untold.ts';

/** What the story may take, in columns, and the sentences behind it that tell the rest of the offer. */
interface Room {
  readonly story: number;
  readonly offer: number;
}
const STORY = 240;
const ROOMS: readonly Room[] = [
  { story: STORY, offer: Infinity },
  { story: STORY, offer: STORY },
  { story: STORY / 2, offer: STORY / 2 },
  { story: 0, offer: 0 },
];

export function composeShort(brief: Brief): Composition {
  const own = brief.input.message.lengths?.short?.trim();
  if (own) {
    const theirs = personal(brief, own);
    if (theirs && fits(brief, theirs.text)) return theirs;
  }
  for (const room of ROOMS) {
    const made = tell(brief, room);
    if (fits(brief, made.text)) return made;
    if (room.story > 0 && made.sentences.length <= 1) break;
  }
  return composeMicro(brief);
}

function hookOf(brief: Brief): { text: string; changed: Composition['changed'] } {
  const { headline, details } = brief.story;
  const emoji = takesEmoji(brief) ? details[0]?.emoji : undefined;
  const policy = brief.input.guide.emoji;
  const allowed =
    emoji !== undefined &&
    policy?.policy !== 'none' &&
    (policy?.policy !== 'listed' || policy.allow?.includes(emoji)) &&
    policy?.max !== 0;
  if (!allowed || headline === '' || /\p{Extended_Pictographic}/u.test(headline))
    return { text: headline, changed: [] };
  return {
    text: `${headline} ${emoji}`,
    changed: [{ what: 'headline', why: `the first detail's ${emoji} set behind it` }],
  };
}

/** What leans on the opener may follow it, when the opener is where the story starts. */
function opened(brief: Brief, taken: readonly Sentence[]): Brief {
  if (taken[0]?.index !== 0) return brief;
  const sentences = brief.story.sentences.map((one) => (one.index === 1 ? { ...one, leans: false } : one));
  return { ...brief, story: { ...brief.story, sentences } };
}

interface Told {
  readonly opener: Opener;
  readonly story: readonly Sentence[];
  /** A frame behind the story, for what neither says. */
  readonly owed: string;
}

/** The opener that says most, among those behind which nothing has to be said again. */
function tell(brief: Brief, room: Room): Composition {
  const hook = hookOf(brief);
  const shown = lines(besideText(brief), hook.text);
  const openers = openersFor(brief, hook.text).filter(({ text }) =>
    fits(brief, lay(brief, [hook.text, text])),
  );
  const told = [...openers, NO_OPENER].map((opener) => {
    const said = union(brief.says(shown), brief.says(opener.text));
    const story = storyFor(opened(brief, opener.sentences), room, said, opener.sentences);
    return { opener, story, again: repeated(brief, [shown, opener.text, ...story.map(({ text }) => text)]) };
  });
  const least = Math.min(...told.map(({ again }) => again));
  const { opener, story } = told.find(({ again }) => again === least) ?? { opener: NO_OPENER, story: [] };
  const owed = frameOwed(brief, lines(shown, opener.text, textOf(story, brief)));
  const frame = opener.frame ?? owed;
  return {
    ...furniture(brief),
    text: lay(brief, toldIn(brief, hook.text, { opener, story, owed })),
    headline: brief.story.headline !== '',
    sentences: [...opener.sentences, ...story],
    ...(frame !== '' && { frame }),
    changed: hook.changed,
  };
}

const isOneBlock: GoesOn = (_last, _next, [one, other]) => one === other;

/** What the opener, the story behind it and what is owed say, as the channel sets them in order. */
function toldIn(brief: Brief, hook: string, told: Told): readonly string[] {
  const { opener, story, owed } = told;
  const usual = [hook, opener.text, ...paragraphsOf(brief, parted(brief, story), isOneBlock), owed];
  if (brief.input.guide.consistency?.differ !== true) return usual;
  const orders = ordersFor(brief, hooked(brief, hook, offerFirst(brief, told)));
  const shown = (order: readonly Unit[]): number =>
    opener.text !== '' && hook !== '' && order[0]?.block === 'hook' ? 2 : 1;
  const begins = [hook, opener.text, story[0]?.text].find((text) => text !== undefined && text !== '');
  const apt = orders.find((order) => opensBeforeFold(brief, order, shown(order)));
  if (apt === undefined && beforeFold(brief, begins ?? '')) return usual;
  const head = brief.input.channel.spec.fold === null ? undefined : opener.sentences[0]?.index;
  const isOn: GoesOn = ({ index }, _, [one, other]) => index !== head && one === other;
  return paragraphsOf(brief, apt ?? orders[0] ?? [], isOn);
}

/** The offer, then the story: its frame, else what is told of the run that says most of it in the message. */
function offerFirst(brief: Brief, { opener, story, owed }: Told): readonly Unit[] {
  const frames = [opener.frame ?? '', owed]
    .filter((text) => text !== '')
    .map((text) => unitOf('offer', text));
  const runs = joinedToPrice(runsOf('story', brief.story.sentences));
  const worth = ({ sentences }: Unit): number =>
    [...union(...sentences.map((one) => one.says))].filter((id) => brief.offering.has(id)).length;
  const most = Math.max(0, ...runs.map(worth));
  const offer = frames.length > 0 || most === 0 ? undefined : runs.find((run) => worth(run) === most);
  const told = new Set([...opener.sentences, ...story].map(({ index }) => index));
  const shown = (run: Unit): Unit => ({
    ...run,
    sentences: run.sentences.filter((one) => told.has(one.index)),
  });
  return [
    ...frames,
    ...(offer ? [{ ...shown(offer), block: 'offer' as const }] : []),
    ...runs.filter((run) => run !== offer).map(shown),
  ].filter(saysAnything);
}

/** A run that says how the price before it is paid goes where that goes. */
const joinedToPrice = (runs: readonly Unit[]): readonly Unit[] =>
  runs.reduce<readonly Unit[]>((told, run) => {
    const last = told.at(-1);
    if (last === undefined || run.sentences[0]?.splits !== true) return [...told, run];
    return [...told.slice(0, -1), { ...last, sentences: [...last.sentences, ...run.sentences] }];
  }, []);

function personal(brief: Brief, own: string): Composition | undefined {
  const lacking = lackingIn(brief, lines(besideText(brief), own));
  if (lacking === undefined) return undefined;
  const { sentences, frame } = lacking;
  return {
    ...furniture(brief),
    text: lay(brief, [own, textOf(sentences, brief), frame]),
    sentences,
    ...(frame !== '' && { frame }),
    personal: 'short',
  };
}

const furniture = ({ cta, tags, handles }: Brief): Composition => ({
  ...NOTHING,
  cta: cta !== '',
  tags: tags.length,
  handles: handles.length > 0,
});

/** Whether the sentence says what was said before, save what may be said again. */
const repeats = ({ says }: Sentence, before: ReadonlySet<string>, but: ReadonlySet<string>): boolean =>
  [...says].some((id) => before.has(id) && !but.has(id));

/**
 * What has to be said at any length, then the rest of the offer, then the sentences that matter most. One that says again what the
 * message's headline has said comes where nothing else says more of the offer: its end, behind a headline that has the price.
 */
function storyFor(
  brief: Brief,
  room: Room,
  said: ReadonlySet<string>,
  taken: readonly Sentence[],
): readonly Sentence[] {
  const skip = (sentence: Sentence): boolean => taken.includes(sentence) || linkless(brief, sentence);
  const needed = sentencesOwed(brief, { said, taken });
  const now = union(said, ...needed.map(({ says }) => says));
  const more = picked(brief, room.story, {
    said,
    chosen: needed,
    mode: 'telling',
    skip: (one) => skip(one) || repeats(one, now, brief.repeatable),
  });
  const told = [...needed, ...more];
  const headed = union(brief.repeatable, brief.says(brief.input.message.headline ?? ''));
  const rest = picked(brief, room.offer, {
    said,
    chosen: told,
    mode: 'needed',
    skip: (one) => skip(one) || repeats(one, union(said, ...told.map(({ says }) => says)), headed),
  });
  return [...told, ...rest].toSorted((one, other) => one.index - other.index);
}

interface Choosing extends Pick<Wish, 'said' | 'mode'> {
  readonly chosen: readonly Sentence[];
  readonly skip: (sentence: Sentence) => boolean;
}

/** What else tells the offer, in the columns that the chosen sentences leave. */
function picked(brief: Brief, budget: number, { chosen, said, mode, skip }: Choosing): readonly Sentence[] {
  const left = budget - chosen.reduce((sum, sentence) => sum + columns(sentence.text) + 1, 0);
  if (left <= 0) return [];
  const now = union(said, ...chosen.map((sentence) => sentence.says));
  const told = new Set(chosen.map(({ index }) => index));
  const more = pick(followed(brief, told), {
    weigh: columns,
    said: now,
    wanted: without(brief.telling, now),
    budget: left,
    mode,
    skip: (one) => skip(one) || told.has(one.index),
  });
  const picks = new Set(more.map(({ index }) => index));
  return brief.story.sentences.filter(({ index }) => picks.has(index));
}

/** What leans on a sentence that is told may follow it. */
function followed(brief: Brief, told: ReadonlySet<number>): Brief {
  const sentences = brief.story.sentences.map((one) =>
    told.has(one.index - 1) ? { ...one, leans: false } : one,
  );
  return { ...brief, story: { ...brief.story, sentences } };
}

function lay(brief: Brief, told: readonly string[]): string {
  const call = lines(callOf(brief, true), brief.handles.join(' '));
  const notices = noticesFor(brief, lines(...told, call));
  return paragraphs(...setOut(brief, { notices, told, call }), brief.tags.join(' '));
}
