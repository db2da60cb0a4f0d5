/** Short channels: the hook and the offer before the fold, the heart of the story, one call to action, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import {
  closed,
  ctaLine,
  fits,
  joined,
  linkless,
  lines,
  NOTHING,
  paragraphs,
  textOf,
} from './composition.ts';
import type { Composition } from './composition.ts';
import { NO_OPENER, openersFor } from './opener.ts';
import { noticesFor } from './notices.ts';
import { pick, union, without } from './pick.ts';

/** What the story may take: columns, of which a Han character fills two. */
const STORY = 240;
const columns = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

export function composeShort(brief: Brief): Composition {
  const own = brief.input.message.lengths?.short?.trim();
  const options = [...(own ? [personal(brief, own)] : []), tell(brief, STORY), tell(brief, 0), bare(brief)];
  return options.find((one) => fits(brief, one.text)) ?? NOTHING;
}

function hookOf(brief: Brief): { text: string; changed: Composition['changed'] } {
  const { headline, details } = brief.story;
  const emoji = details[0]?.emoji;
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

/** The opener that says most, among those behind which nothing has to be said again. */
function tell(brief: Brief, budget: number): Composition {
  const hook = hookOf(brief);
  const told = [...openersFor(brief, hook.text), NO_OPENER].map((opener) => {
    const said = union(brief.says(hook.text), brief.says(opener.text));
    const story = storyFor(opened(brief, opener.sentences), budget, said, opener.sentences);
    return {
      opener,
      story,
      again: repeated(brief, [hook.text, opener.text, ...story.map(({ text }) => text)]),
    };
  });
  const least = Math.min(...told.map(({ again }) => again));
  const { opener, story } = told.find(({ again }) => again === least) ?? { opener: NO_OPENER, story: [] };
  return {
    ...furniture(brief),
    text: lay(brief, hook.text, opener.text, story),
    headline: brief.story.headline !== '',
    sentences: [...opener.sentences, ...story],
    ...(opener.frame !== undefined && { frame: opener.frame }),
    changed: hook.changed,
  };
}

function personal(brief: Brief, own: string): Composition {
  const story = storyFor(brief, 0, brief.says(own), []);
  return { ...furniture(brief), text: lay(brief, own, '', story), sentences: story, personal: 'short' };
}

const furniture = ({ cta, tags, handles }: Brief): Composition => ({
  ...NOTHING,
  cta: cta !== '',
  tags: tags.length,
  handles: handles.length > 0,
});

/** How often a text says what another of them has said. */
function repeated(brief: Brief, texts: readonly string[]): number {
  const said = texts.flatMap((text) => [...brief.says(text)].filter((id) => !brief.repeatable.has(id)));
  return said.length - new Set(said).size;
}

/** What has to be said at any length, then the rest of the offer, then the sentences that matter most. */
function storyFor(
  brief: Brief,
  budget: number,
  said: ReadonlySet<string>,
  taken: readonly Sentence[],
): readonly Sentence[] {
  const wish = { weigh: columns, said, wanted: without(brief.required, said) };
  const skip = (sentence: Sentence): boolean => taken.includes(sentence) || linkless(brief, sentence);
  const needed = pick(brief, { ...wish, budget: Infinity, mode: 'needed', skip });
  const left = budget - needed.reduce((sum, sentence) => sum + columns(sentence.text) + 1, 0);
  const now = union(said, ...needed.map((sentence) => sentence.says));
  const again = (sentence: Sentence): boolean =>
    [...sentence.says].some((id) => now.has(id) && !brief.repeatable.has(id));
  const more = pick(brief, {
    ...wish,
    said: now,
    wanted: without(brief.telling, now),
    budget: left,
    mode: 'telling',
    skip: (one) => skip(one) || needed.includes(one) || again(one),
  });
  return [...needed, ...more].toSorted((one, other) => one.index - other.index);
}

function callOf(brief: Brief): string {
  if (brief.input.channel.spec.links.place !== 'none') return ctaLine(brief, true);
  const phrase = brief.link === undefined ? '' : (brief.phrases.linkInBio ?? '');
  return joined(closed(brief.cta, brief), closed(phrase, brief), brief);
}

function lay(brief: Brief, hook: string, opener: string, story: readonly Sentence[]): string {
  const written = `${hook}\n${opener}\n${textOf(story, brief)}`;
  const { early, late } = noticesFor(brief, written);
  const first = paragraphs(hook, opener);
  const rest = paragraphs(
    textOf(story, brief),
    lines(callOf(brief), brief.handles.join(' ')),
    late.join('\n'),
    brief.tags.join(' '),
  );
  return paragraphs(early.join('\n'), first, rest);
}

/** When not even the shortest story fits: the call to action and what the guide insists on. */
function bare(brief: Brief): Composition {
  const text = paragraphs(
    callOf(brief),
    [...brief.legal, ...brief.disclosures.map((one) => one.text)].join('\n'),
  );
  return { ...NOTHING, text, cta: brief.cta !== '' };
}
