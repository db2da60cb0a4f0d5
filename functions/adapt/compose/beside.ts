/** The parts beside the telling: a headline of its own, a button, a price, a footer. */
import { fieldOf } from '../../../brand-guide/engine/channel-field.ts';
import type { TextField } from '../../../brand-guide/engine/channel.ts';
import { entryFor } from '../../../brand-guide/engine/locale.ts';
import type { Part } from '../../../brand-guide/engine/types.ts';
import { neutralPhrases } from '../../../brand-guide/guides/neutral.ts';
import type { Note } from '../../core/variant.ts';
import { ALONE } from '../brief.ts';
import type { Beside, Brief } from '../brief.ts';
import { nextTo } from '../blocks.ts';
import type { Sentence } from '../blocks.ts';
import { brandOf, namesOf } from '../closing.ts';
import { leans } from '../leaning.ts';
import { splitSentences } from '../sentences.ts';
import { fillFrame, saysOffer } from '../frames.ts';
import { asLine, columns, fold } from '../words.ts';
import { countedFrames, framesBehind } from './offer-frames.ts';
import { closed } from './composition.ts';
import { headless } from './headless.ts';
import { sentencesOwed } from './untold.ts';

/** What may stand in a part, the best first; `why` says what has become of the message's own words. */
interface Wording {
  readonly text: string;
  readonly why?: string;
  /** Stands whole or not at all: its end leans on its beginning. */
  readonly isOne?: boolean;
}

type Fill = (brief: Brief, so: Beside) => Iterable<Wording>;

/** Sentences that neither lean on another nor are leant on. */
const alone = ({ story }: Brief): readonly Sentence[] =>
  story.sentences.filter((one) => !one.leans && nextTo(story, one)?.leans !== true);

/** Whether a title takes all there is to tell. */
const isAll = ({ story: { sentences, details, headline } }: Brief): boolean =>
  sentences.length <= 1 && details.length === 0 && headline === '';

/** Those that may go into a title: nothing would be left to tell under the only one, so the brand's name goes there if it can. */
const spare = (brief: Brief): readonly Sentence[] =>
  isAll(brief) && brandOf(brief.input) !== '' ? [] : alone(brief);

/** What a person gave for this length of channel. */
const ownTelling = ({ input: { message, channel } }: Brief): string =>
  message.lengths?.[channel.spec.lengthClass]?.trim() ?? '';

function* hooks(brief: Brief): Iterable<Wording> {
  const { story, input, offer, phrases } = brief;
  const { headline } = story;
  const [first = '', second = ''] = splitSentences(headline, input.locale).map(({ text }) => text);
  yield { text: headline, isOne: leans(second, input.locale) };
  if (second !== '')
    yield { text: first, why: "the headline's first sentence: there is no room for all of it" };
  const own = ownTelling(brief);
  const again = (text: string): boolean =>
    own === text || [...brief.says(text)].some((id) => !brief.repeatable.has(id) && brief.says(own).has(id));
  const shortest = input.message.lengths?.micro?.trim() ?? '';
  if (!again(shortest) && !toldAnyway(brief, shortest))
    yield { text: shortest, why: 'the shortest telling that a person gave' };
  const sentences = spare(brief)
    .filter(({ text }) => !again(text))
    .map(({ text }) => ({ text, why: 'a sentence of the message' }));
  const name = { text: offer.name ?? '', why: 'the name: there is no room for the headline' };
  yield* headline === '' ? [...sentences, name] : [name, ...sentences];
  yield* framesBehind(brief, '')
    .slice(0, 1)
    .filter((frame) => !toldAnyway(brief, frame) && !again(frame))
    .map((text) => ({ text, why: "told by the guide's offer frame" }));
  const brands = namesOf(input).map((text) => ({ text, why: 'the name of the brand: nothing else fits' }));
  const call = { text: phrases.shortCta ?? '', why: "the guide's short call to action: nothing else fits" };
  yield* brief.sheet && isOwn(brief) ? [call, ...brands] : [...brands, call];
}

/** A short call in the brand's own words says more on its walls than its name does; “See more” says less. */
const isOwn = ({ phrases, input: { locale } }: Brief): boolean =>
  phrases.shortCta !== entryFor(neutralPhrases, locale)?.shortCta;

/** A frame in front would say facts twice that a sentence says which is told all the same: on a long channel, every one. */
function toldAnyway(brief: Brief, frame: string): boolean {
  const said = brief.says(frame);
  const whole = brief.input.channel.spec.lengthClass === 'long';
  const wanted = brief.bare ? brief.telling : brief.required;
  const due = whole ? brief.story.sentences : sentencesOwed(brief, { said, wanted });
  return due.some((one) => [...one.says].some((id) => said.has(id) && !brief.repeatable.has(id)));
}

/** A header may be left out where it would leave nothing to tell. */
const headers: Fill = (brief) => (isAll(brief) && brandOf(brief.input) === '' ? [] : hooks(brief));

const buttons: Fill = ({ cta, phrases }) =>
  cta === ''
    ? []
    : [
        { text: cta },
        {
          text: phrases.shortCta ?? '',
          why: "the guide's short call to action: the message's own has no room",
        },
      ];

/** A reduction comes with the code that it takes. It stands alone, and so begins as a line does. */
const prices: Fill = ({ offer, marks, phrases, input: { locale } }) => {
  const { price, label, offer: reduction, withCode } = offer;
  const labelled = price !== undefined && label !== undefined ? `${price}${marks.join}${label}` : '';
  const [frame = ''] = (phrases.offer ?? []).filter((one) => one.startsWith('{offer}'));
  const coded = reduction && fillFrame(frame, { offer: reduction, ...(withCode && { withCode }) });
  return [labelled, price ?? '', (coded ?? '').replace(/[.。]$/u, '')].map((text) => ({
    text: asLine(text, locale),
  }));
};

const worded = (sentences: readonly Sentence[]): readonly Wording[] =>
  sentences.map(({ text }) => ({ text }));

/**
 * What the inbox shows behind the subject: the offer, else what matters most of how the story starts and what says what has to be
 * said. A frame of a few words comes behind these, and what else is told behind all.
 */
const teasers: Fill = (brief, so) => {
  const least = fieldOf(brief.input.channel.spec, 'preheader').advised?.least?.value ?? 0;
  const subject = so.parts.map(({ text }) => text).join('\n');
  const counted = saysOffer(brief.offer) ? [] : countedFrames(brief);
  const frames = [...framesBehind(brief, subject), ...counted].map((text) => ({
    text: closed(text, brief),
    why: "told by the guide's offer frame",
  }));
  const said = brief.says(subject);
  const due = ({ says }: Sentence): number =>
    [...says].filter((id) => brief.required.has(id) && !said.has(id)).length;
  const salience = ({ index }: Sentence): number => brief.salience.get(index) ?? 0;
  const open = brief.story.sentences.filter((one) => !one.leans && !fold(subject).includes(fold(one.text)));
  const most = Math.max(0, ...open.map(due));
  const tells = (one: Sentence): boolean => one.index === 0 || due(one) * 2 >= most;
  const ranked = open.toSorted((one, other) => salience(other) - salience(one));
  return [
    ...frames.filter(({ text }) => columns(text) >= least),
    ...worded(ranked.filter(tells)),
    ...frames,
    ...worded(ranked.filter((one) => !tells(one))),
  ];
};

const footers: Fill = ({ phrases }) => [{ text: phrases.optOut ?? '' }];

const FILLS: Readonly<Record<string, Fill>> = {
  title: hooks,
  header: headers,
  subject: hooks,
  headline: hooks,
  button: buttons,
  price: prices,
  preheader: teasers,
  footer: footers,
};

const isHook = (field: string): boolean => FILLS[field] === hooks || FILLS[field] === headers;

/** Every part but the one that carries the telling, as far as the message and the guide have words for it that fit. */
export function besideOf(brief: Brief): Beside {
  const { channel } = brief.input;
  return channel.spec.fields.reduce((so, { name }): Beside => {
    const fill = name === brief.field ? undefined : FILLS[name];
    if (fill === undefined) return so;
    const right = bestOf(
      fill(brief, so),
      fieldOf(channel.spec, name),
      (text) => channel.count(text, name).fits,
      FILLS[name] === teasers,
    );
    return right === undefined ? so : added(brief, so, name, right);
  }, ALONE);
}

/** How far what stands whole or not at all may go beyond the length that is advised. */
const LENIENT = 1.25;

/** The first that has the advised length, else the first that fits. Behind a subject a few words say too little. */
function bestOf(
  wordings: Iterable<Wording>,
  { advised }: TextField,
  fits: (text: string) => boolean,
  isBehind: boolean,
): Wording | undefined {
  const most = advised?.most?.value ?? Infinity;
  const least = isBehind ? (advised?.least?.value ?? 0) / 2 : 0;
  let fitting: Wording | undefined;
  for (const wording of wordings) {
    if (wording.text === '' || !fits(wording.text)) continue;
    const size = Array.from(wording.text).length;
    const isAdvised = size <= most && columns(wording.text) >= least;
    if (isAdvised || (wording.isOne === true && size <= most * LENIENT)) return wording;
    fitting ??= wording;
  }
  return fitting;
}

function added(brief: Brief, so: Beside, field: string, { text, why }: Wording): Beside {
  const part: Part = { field, text: text.normalize('NFC') };
  const note: readonly Note[] = why === undefined ? [] : [{ what: field, why }];
  const whole = brief.story.headline !== '' && text === brief.story.headline;
  const begun = text !== '' && brief.story.headline.startsWith(text);
  const hook = isHook(field);
  return {
    parts: [...so.parts, part],
    headline: so.headline || (hook && (whole || (brief.bare && begun))),
    cta: so.cta || FILLS[field] === buttons,
    changed: [...so.changed, ...note],
  };
}

/** What of the headline no part has said: a subject may be its first sentence. */
function restOf({ story: { headline }, input }: Brief, said: readonly string[]): string {
  if (said.length === 0) return headline;
  const [first] = splitSentences(headline, input.locale);
  const begun = first !== undefined && first.text !== headline && said.includes(first.text);
  return begun ? headline.slice(headline.indexOf(first.text) + first.text.length).trim() : headline;
}

/** The brief of the telling itself, which says nothing that another part has said. */
export function besides(brief: Brief, beside: Beside): Brief {
  const said = beside.parts.filter(({ field }) => isHook(field)).map(({ text }) => text);
  const { story } = brief;
  return {
    ...brief,
    ...(beside.headline && { input: { ...brief.input, message: headless(brief) } }),
    beside,
    ...(brief.sheet && { telling: brief.required }),
    ...(beside.cta && { written: undefined }),
    story: {
      ...story,
      headline: beside.headline ? '' : restOf(brief, said),
      sentences: story.sentences.filter(({ text }) => !said.includes(text)),
    },
  };
}
