/** The tellings a micro channel can choose from, the fullest first: without link, opt-out and hashtags. */
import { answerTo } from '../blocks.ts';
import type { Sentence } from '../blocks.ts';
import type { Brief } from '../brief.ts';
import { saysOffer } from '../frames.ts';
import { union, without } from '../sets.ts';
import { besideText, closed, joined, lines, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { countedFrames, framesBehind } from './offer-frames.ts';
import { pick } from './pick.ts';
import { nameAlone, plainly } from './plainly.ts';

export interface Body
  extends
    Pick<Composition, 'headline' | 'sentences' | 'personal' | 'frame'>,
    Partial<Pick<Composition, 'changed'>> {
  readonly text: string;
  readonly says: ReadonlySet<string>;
}

/** Where every character is paid, a frame comes before a hook that leaves part of the offer out. */
export function bodiesOf(brief: Brief): readonly Body[] {
  const { telling, required } = brief;
  const full = told(brief, telling, true);
  const offer = told(brief, telling, false);
  const least = [...told(brief, required, true), ...told(brief, required, false)];
  const [behind, alone] = [framed(brief, true), framed(brief, false)];
  const bare = [...counted(brief), ...plainly(brief)];
  const hooks = [...matters(brief), ...hookAlone(brief)];
  const soon = hookTells(brief) ? hooks : [];
  const order = brief.sheet
    ? [...alone, ...least, ...offer, ...bare]
    : brief.bare
      ? [...full, ...soon, ...offer, ...alone, ...least, ...behind, ...bare]
      : [...full, ...behind, ...offer, ...alone, ...least, ...bare];
  return [...personal(brief), ...heart(brief), ...order, ...hooks, ...nameAlone(brief)];
}

/** Whether the hook says what is required, and nothing is offered that a frame could say. */
function hookTells(brief: Brief): boolean {
  const said = union(brief.says(brief.story.headline), brief.says(besideText(brief)), brief.linked);
  return !saysOffer(brief.offer) && brief.story.headline !== '' && without(brief.required, said).size === 0;
}

/** Sentences that stand alone and say nothing that another part has said, those that matter most first. */
function standing(brief: Brief): readonly Sentence[] {
  const { story, salience, input } = brief;
  const said = brief.says(besideText(brief));
  const again = ({ says }: Sentence): boolean =>
    [...says].some((id) => said.has(id) && !brief.repeatable.has(id));
  return story.sentences
    .filter((one) => !one.leans && answerTo(story, one, input.locale) === undefined && !again(one))
    .toSorted((one, other) => (salience.get(other.index) ?? 0) - (salience.get(one.index) ?? 0));
}

function behindHook({ story, says }: Brief, sentence: Sentence): Body {
  const said = union(says(story.headline), sentence.says);
  return { text: sentence.text, says: said, headline: story.headline !== '', sentences: [sentence] };
}

/** Where no sentence makes an offer, the one that matters most, behind the hook. */
function heart(brief: Brief): Body[] {
  const { story, telling, beside } = brief;
  const offers =
    saysOffer(brief.offer) || story.sentences.some((one) => [...one.says].some((id) => telling.has(id)));
  if (offers || (story.headline === '' && !beside.headline)) return [];
  return standing(brief)
    .slice(0, 1)
    .map((one) => behindHook(brief, one));
}

/** Where the whole offer has no room: something of the story rather than nothing. */
const MOST_TRIED = 3;
const matters = (brief: Brief): Body[] =>
  standing(brief)
    .slice(0, MOST_TRIED)
    .map((one) => behindHook(brief, one));

function personal(brief: Brief): Body[] {
  const text = brief.input.message.lengths?.micro?.trim() ?? '';
  return text === ''
    ? []
    : [{ text, says: brief.says(text), headline: false, sentences: [], personal: 'micro' }];
}

/** The fewest sentences that say what is wanted and not said yet. */
function needed(brief: Brief, wanted: ReadonlySet<string>, said: ReadonlySet<string>): readonly Sentence[] {
  return pick(brief, {
    budget: Infinity,
    weigh: (text) => text.length,
    wanted: without(wanted, said),
    said,
    mode: 'needed',
  });
}

/** Those sentences, behind the headline or without it. */
function told(brief: Brief, wanted: ReadonlySet<string>, hook: boolean): Body[] {
  if (hook && brief.story.headline === '') return [];
  const said = union(brief.says(besideText(brief)), hook ? brief.says(brief.story.headline) : []);
  const sentences = needed(brief, wanted, said);
  if (sentences.length === 0 || (!hook && sentences[0]?.leans === true)) return [];
  const says = union(said, ...sentences.map((sentence) => sentence.says));
  return [{ text: textOf(sentences, brief), says, headline: hook, sentences }];
}

/** The offer in the guide's frames, behind the headline or without it. */
function framed(brief: Brief, hook: boolean): Body[] {
  const headline = hook ? brief.story.headline : '';
  if (hook && headline === '') return [];
  const beside = besideText(brief);
  return framesBehind(brief, lines(beside, headline)).flatMap((frame) =>
    withRest(brief, {
      text: frame,
      says: union(brief.says(headline), brief.says(beside), brief.says(frame)),
      headline: hook,
      sentences: [],
      frame,
    }),
  );
}

/** Bare numbers with their nouns, where no sentence fits: behind the headline and without it. */
function counted(brief: Brief): Body[] {
  const said = brief.says(besideText(brief));
  const frames = countedFrames(brief);
  const { headline } = brief.story;
  return (headline === '' ? [''] : [headline, '']).flatMap((hook) =>
    frames.flatMap((frame) =>
      withRest(brief, {
        text: frame,
        says: union(said, brief.says(hook), brief.says(frame)),
        headline: hook !== '',
        sentences: [],
        frame,
      }),
    ),
  );
}

/** First with the sentences behind the frame that say what is required and it does not say. */
function withRest(brief: Brief, body: Body): readonly Body[] {
  const rest = needed(brief, brief.required, body.says);
  const again = rest.some(({ says }) =>
    [...says].some((id) => body.says.has(id) && !brief.repeatable.has(id)),
  );
  if (rest.length === 0 || again) return [body];
  const text = joined(closed(body.text, brief), textOf(rest, brief), brief);
  return [
    { ...body, text, sentences: rest, says: union(body.says, ...rest.map((sentence) => sentence.says)) },
    body,
  ];
}

function hookAlone({ story, says, beside }: Brief): Body[] {
  const first = story.headline === '' && !beside.headline ? story.sentences[0] : undefined;
  const said = first?.says ?? says(story.headline);
  return [
    { text: first?.text ?? '', says: said, headline: story.headline !== '', sentences: first ? [first] : [] },
  ];
}
