/** Short channels: the hook and the offer, the heart of the story, one call to action, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { union, without } from '../sets.ts';
import { callOf, fits, linkless, lines, NOTHING, paragraphs, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { composeMicro } from './micro.ts';
import { beforeFold } from './fold.ts';
import { NO_OPENER, openersFor } from './opener.ts';
import type { Opener } from './opener.ts';
import { besideText } from './bodies.ts';
import { noticesFor } from './notices.ts';
import { ordersFor, takesEmoji, usualOrder } from './order.ts';
import type { Block } from './order.ts';
import { pick } from './pick.ts';
import { setOut } from './set-out.ts';
import { frameOwed, lackingIn, repeated, sentencesOwed } from './untold.ts';

/** What the story may take: columns, of which a Han character fills two. */
const STORY = 240;
const HAN = /\p{Script=Han}/gu;
const columns = (text: string): number => text.length + (text.match(HAN)?.length ?? 0);

export function composeShort(brief: Brief): Composition {
  const own = brief.input.message.lengths?.short?.trim();
  if (own) {
    const theirs = personal(brief, own);
    if (theirs && fits(brief, theirs.text)) return theirs;
  }
  for (const budget of [STORY, STORY / 2, 0]) {
    const made = tell(brief, budget);
    if (fits(brief, made.text)) return made;
    if (budget > 0 && made.sentences.length <= 1) break;
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
  readonly order: readonly Block[];
  /** A frame behind the story, for what neither says. */
  readonly owed: string;
}

/** The opener that says most, among those behind which nothing has to be said again. */
function tell(brief: Brief, budget: number): Composition {
  const hook = hookOf(brief);
  const shown = lines(besideText(brief), hook.text);
  const told = [...openersFor(brief, hook.text), NO_OPENER].map((opener) => {
    const said = union(brief.says(shown), brief.says(opener.text));
    const story = storyFor(opened(brief, opener.sentences), budget, said, opener.sentences);
    return { opener, story, again: repeated(brief, [shown, opener.text, ...story.map(({ text }) => text)]) };
  });
  const least = Math.min(...told.map(({ again }) => again));
  const { opener, story } = told.find(({ again }) => again === least) ?? { opener: NO_OPENER, story: [] };
  const order = orderOf(brief, hook.text, opener, story);
  const owed = frameOwed(brief, lines(shown, opener.text, textOf(story, brief)));
  const frame = opener.frame ?? owed;
  return {
    ...furniture(brief),
    text: lay(brief, hook.text, { opener, story, order, owed }),
    headline: brief.story.headline !== '',
    sentences: [...opener.sentences, ...story],
    ...(frame !== '' && { frame }),
    changed: hook.changed,
  };
}

/** The channel's own order, where what opens the text ends before the fold and the sentences keep the message's order. */
function orderOf(brief: Brief, hook: string, opener: Opener, story: readonly Sentence[]): readonly Block[] {
  const texts = { hook, offer: opener.text, story: story[0]?.text ?? '', details: '' };
  const apt = ordersFor(brief).find((order) => {
    const block = order.find((one) => texts[one] !== '');
    return block !== undefined && beforeFold(brief, texts[block]) && inSequence(order, opener, story);
  });
  return apt ?? usualOrder(brief);
}

/** What leans follows at once; a sentence of the story that opens comes before those behind it. */
function inSequence(order: readonly Block[], opener: Opener, story: readonly Sentence[]): boolean {
  const [told] = opener.sentences;
  const [first] = story;
  if (told === undefined || first === undefined) return true;
  const gap = order.indexOf('story') - order.indexOf('offer');
  return first.index === told.index + 1 ? gap === 1 : gap > 0 || first.index < told.index;
}

function personal(brief: Brief, own: string): Composition | undefined {
  const lacking = lackingIn(brief, lines(besideText(brief), own));
  if (lacking === undefined) return undefined;
  const { sentences, frame } = lacking;
  const told = { opener: NO_OPENER, story: sentences, order: usualOrder(brief), owed: frame };
  return {
    ...furniture(brief),
    text: lay(brief, own, told),
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

/** What has to be said at any length, then the rest of the offer, then the sentences that matter most. */
function storyFor(
  brief: Brief,
  budget: number,
  said: ReadonlySet<string>,
  taken: readonly Sentence[],
): readonly Sentence[] {
  const skip = (sentence: Sentence): boolean => taken.includes(sentence) || linkless(brief, sentence);
  const needed = sentencesOwed(brief, { said, taken });
  const left = budget - needed.reduce((sum, sentence) => sum + columns(sentence.text) + 1, 0);
  if (left <= 0) return needed;
  const now = union(said, ...needed.map((sentence) => sentence.says));
  const again = (sentence: Sentence): boolean =>
    [...sentence.says].some((id) => now.has(id) && !brief.repeatable.has(id));
  const more = pick(brief, {
    weigh: columns,
    said: now,
    wanted: without(brief.telling, now),
    budget: left,
    mode: 'telling',
    skip: (one) => skip(one) || needed.includes(one) || again(one),
  });
  return [...needed, ...more].toSorted((one, other) => one.index - other.index);
}

function lay(brief: Brief, hook: string, { opener, story, order, owed }: Told): string {
  const texts = {
    hook,
    offer: opener.text,
    story: paragraphs(textOf(story, brief), owed),
    details: '',
  };
  const told = order.map((block) => texts[block]);
  const call = lines(callOf(brief, true), brief.handles.join(' '));
  const notices = noticesFor(brief, lines(...told, call));
  return paragraphs(...setOut(brief, { notices, told, call }), brief.tags.join(' '));
}
