/** What became of each block of a message, and why. */
import type { Note } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import type { Composition } from './compose/composition.ts';
import { fold } from './words.ts';

export interface Fate extends Note {
  readonly kept: boolean;
}

const WHY_LEFT: Readonly<Record<string, string>> = {
  micro: 'a micro channel carries hook, offer and call to action',
  short: 'a short channel carries the hook, the offer and what matters most',
  long: 'does not fit with the rest',
};

/** `whole` is the brief before other parts took the headline; each block is named once. */
export const fatesOf = (whole: Brief, brief: Brief, made: Composition): readonly Fate[] => [
  ...storyFates(whole, brief, made),
  ...callFates(brief, made),
  ...tagFates(brief, made),
  ...handleFates(brief, made),
];

/** Whether a part beside the telling, or a person's own telling, says the words as they are. */
function saidAnyway(brief: Brief, made: Composition): (words: string) => boolean {
  const beside = brief.beside.parts.filter(({ field }) => field !== 'preheader').map(({ text }) => text);
  const own = made.personal === undefined ? '' : [made, ...made.further].map(({ text }) => text).join('\n');
  return (words) => beside.includes(words.normalize('NFC')) || own.includes(words);
}

function storyFates({ story, ...whole }: Brief, brief: Brief, made: Composition): readonly Fate[] {
  const anyway = saidAnyway(brief, made);
  const left =
    made.personal === undefined
      ? (WHY_LEFT[whole.input.channel.spec.lengthClass] ?? '')
      : `a person's own ${made.personal} telling is used`;
  const framed = (says: ReadonlySet<string>): boolean =>
    made.frame !== undefined &&
    [...says].some((id) => !whole.repeatable.has(id) && whole.says(made.frame ?? '').has(id));
  const fate = (what: string, kept: boolean, why: string, unless = left): Fate => ({
    what,
    kept,
    why: kept ? why : unless,
  });
  const { headline, sentences, details } = story;
  const told = new Set(made.sentences.map(({ index }) => index));
  const hook = made.headline || brief.beside.headline || (headline !== '' && anyway(headline));
  return [
    ...(headline === '' ? [] : [fate('headline', hook, 'the hook')]),
    ...sentences.map((one) => {
      const kept = told.has(one.index) || anyway(one.text);
      const says = [...one.says].join(', ');
      const why = says === '' ? 'among the sentences that matter most' : `says ${says}`;
      const unless = whole.input.avoid?.includes(one.text)
        ? 'the guide blocks its claim as long as there is no evidence'
        : framed(one.says)
          ? "its facts are told by the guide's offer frame"
          : left;
      return fate(`sentence “${one.text}”`, kept, why, unless);
    }),
    ...details.map((one) =>
      fate(
        `detail “${one.text.trim()}”`,
        made.details.includes(one) || anyway(one.text.trim()),
        'on a line of its own',
      ),
    ),
  ];
}

function callFates(brief: Brief, made: Composition): readonly Fate[] {
  const call = { what: 'call to action', kept: made.cta || brief.beside.cta, why: callWhy(brief, made) };
  return [
    ...(brief.cta === '' ? [] : [call]),
    ...(brief.link === undefined ? [] : [{ what: 'link', kept: true, why: linkWhy(brief) }]),
  ];
}

function callWhy({ beside, sheet, billed }: Brief, made: Composition): string {
  if (beside.cta) return 'on the button';
  if (made.cta) return 'in its own words';
  if (billed) return 'the link stands for it: every character is paid';
  return sheet ? 'the code to scan stands for it' : 'no room for its words: the link stands for it';
}

function linkWhy({ sheet, input }: Brief): string {
  if (sheet) return 'in the code to scan';
  switch (input.channel.spec.links.place) {
    case 'none':
      return 'beside the text: a link cannot be clicked here';
    case 'field':
      return 'in a field of its own beside the text';
    case 'inline':
      return 'the call to action leads there';
  }
}

const unhashed = (tag: string): string => tag.replace(/^#/u, '').trim();

function tagFates(brief: Brief, made: Composition): readonly Fate[] {
  const { message, guide, channel } = brief.input;
  const kept = brief.tags.slice(0, made.tags);
  const known = new Set(kept.map((tag) => fold(unhashed(tag))));
  const isBanned = (folded: string): boolean =>
    guide.hashtags?.banned?.some((tag) => fold(unhashed(tag)) === folded) === true;
  const all = new Map((message.hashtags ?? []).map(unhashed).map((tag) => [fold(tag), tag]));
  const why = (folded: string): string => {
    if (brief.tagless) return `${channel.spec.name} has no hashtags`;
    return isBanned(folded)
      ? 'the guide bans it'
      : 'more than the guide or the channel wants, or has room for';
  };
  return [
    ...kept.map((tag) => ({ what: tag, kept: true, why: 'hashtag' })),
    ...[...all]
      .filter(([folded]) => folded !== '' && !known.has(folded))
      .map(([folded, tag]) => ({ what: `#${tag}`, kept: false, why: why(folded) })),
  ];
}

function handleFates(brief: Brief, made: Composition): readonly Fate[] {
  const { message, channel } = brief.input;
  const { spec } = channel;
  const left = brief.tagless ? `${spec.name} has no mentions` : 'no room';
  return [...new Set(message.mentions?.[spec.id])].map((what) => {
    const kept = made.handles && brief.handles.includes(what);
    return { what, kept, why: kept ? 'mention' : left };
  });
}
