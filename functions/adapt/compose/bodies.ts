/** The tellings a micro channel can choose from, the fullest first: without link, opt-out and hashtags. */
import { asks } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { fillFrame, saysOffer, standsAlone } from '../frames.ts';
import type { Slots } from '../frames.ts';
import { fold } from '../words.ts';
import { textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { pick, union, without } from './pick.ts';

export interface Body extends Pick<Composition, 'headline' | 'sentences' | 'personal' | 'frame'> {
  readonly text: string;
  readonly says: ReadonlySet<string>;
}

/** On bare channels a frame comes before a hook that leaves part of the offer out. */
export function bodiesOf(brief: Brief): readonly Body[] {
  const { telling, required } = brief;
  const full = told(brief, telling, true);
  const offer = told(brief, telling, false);
  const least = [...told(brief, required, true), ...told(brief, required, false)];
  const order = brief.plain
    ? [...full, ...offer, ...framed(brief, false), ...least, ...framed(brief, true), ...counted(brief)]
    : [...full, ...framed(brief, true), ...offer, ...framed(brief, false), ...least, ...counted(brief)];
  return [...personal(brief), ...heart(brief), ...order, ...hookAlone(brief)];
}

/** Behind the hook, where no sentence makes an offer, stands the one that matters most. */
function heart(brief: Brief): Body[] {
  const { story, salience, telling, says, input } = brief;
  const offers = story.sentences.some((one) => [...one.says].some((id) => telling.has(id)));
  if (offers || story.headline === '') return [];
  const [most] = story.sentences
    .filter((one) => !one.leans && !asks(one, story.sentences[one.index + 1], input.locale))
    .toSorted((one, other) => (salience.get(other.index) ?? 0) - (salience.get(one.index) ?? 0));
  if (most === undefined) return [];
  return [
    { text: most.text, says: union(says(story.headline), most.says), headline: true, sentences: [most] },
  ];
}

function personal(brief: Brief): Body[] {
  const text = brief.input.message.lengths?.micro?.trim() ?? '';
  return text === ''
    ? []
    : [{ text, says: brief.says(text), headline: false, sentences: [], personal: 'micro' }];
}

/** The fewest sentences that say what is wanted, behind the headline or without it. */
function told(brief: Brief, wanted: ReadonlySet<string>, hook: boolean): Body[] {
  if (hook && brief.story.headline === '') return [];
  const said = hook ? brief.says(brief.story.headline) : new Set<string>();
  const sentences = pick(brief, {
    budget: Infinity,
    weigh: (text) => brief.count(text).length,
    wanted: without(wanted, said),
    said,
    mode: 'needed',
  });
  if (!hook && (sentences.length === 0 || sentences[0]?.leans === true)) return [];
  const says = union(said, ...sentences.map((sentence) => sentence.says));
  return [{ text: textOf(sentences, brief), says, headline: hook, sentences }];
}

function framed(brief: Brief, hook: boolean): Body[] {
  const headline = hook ? brief.story.headline : '';
  if (hook && headline === '') return [];
  return framesBehind(brief, headline).map((frame) => {
    const says = union(brief.says(headline), brief.says(frame));
    return { text: frame, says, headline: hook, sentences: [], frame };
  });
}

/**
 * The offer as the guide frames it, the fullest first and without link and opt-out, which have their own place. A headline
 * that names the product is not followed by its name again.
 */
export function framesBehind(brief: Brief, headline: string): readonly string[] {
  const { link: _link, optOut: _optOut, quantities: _quantities, name, ...nameless } = brief.offer;
  const named = name === undefined || fold(headline).includes(fold(name));
  const slots: Slots = named ? nameless : { name, ...nameless };
  if (!saysOffer(slots)) return [];
  return filledFrames(brief, slots, (frame) => headline !== '' || standsAlone(frame, slots));
}

function filledFrames(brief: Brief, slots: Slots, apt: (frame: string) => boolean): readonly string[] {
  const filled = (brief.phrases.offer ?? []).filter(apt).map((frame) => fillFrame(frame, slots) ?? '');
  return [...new Set(filled)].filter((frame) => frame !== '');
}

/** Bare numbers with their nouns: where no sentence fits. */
function counted(brief: Brief): Body[] {
  const { quantities } = brief.offer;
  if (quantities === undefined) return [];
  return filledFrames(brief, { quantities }, (frame) => frame.includes('{quantities}')).map((frame) => ({
    text: frame,
    says: brief.says(frame),
    headline: false,
    sentences: [],
    frame,
  }));
}

function hookAlone({ story, says }: Brief): Body[] {
  const first = story.headline === '' ? story.sentences[0] : undefined;
  const said = first?.says ?? says(story.headline);
  return [
    { text: first?.text ?? '', says: said, headline: story.headline !== '', sentences: first ? [first] : [] },
  ];
}
