/** Sees that pictures have a text alternative, and that it says what they show. */
import { isFileName, openingFinder } from '../engine/alt-text.ts';
import { foldText } from '../engine/fold.ts';
import type { ImageFacts } from '../engine/image.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import { aboutPicture } from '../engine/pictures.ts';
import type { Check, Report, Rule, RuleContext, Subject } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

/** How alternatives of the place open when they say what need not be said. */
type OpeningOf = (alt: string) => string | undefined;

function missing(context: RuleContext, image: ImageFacts): Report[] {
  const demanded = context.subject.channel?.spec.altText?.required === true;
  if (!demanded && context.guide.imagery?.altText?.required !== true) return [];
  const severity = demanded ? 'error' : 'warning';
  const item = image.alt === undefined ? 'missing' : 'empty';
  const lacks = item === 'missing' ? 'has no alternative text' : 'has an empty alternative text';
  const message = `The picture “${image.name}” ${lacks} in ${context.place.locale}; say what it shows.`;
  return [aboutPicture(context.subject, image, item, message, severity)];
}

/** A channel's advice counts where the guide gives none of its own. */
function* overAdvised({ channel, ...subject }: Subject, image: ImageFacts, length: number): Iterable<Report> {
  const advised = channel?.spec.altText?.advised;
  if (!advised || length <= advised.value) return;
  const message = `The alternative text of “${image.name}” has ${length} characters, and up to ${advised.value} are heard well on ${channel.spec.name}${sayingOf(advised)}.`;
  yield aboutPicture(subject, image, 'advised', message, 'suggestion');
}

function* tooLong({ subject, guide }: RuleContext, image: ImageFacts, alt: string): Iterable<Report> {
  const length = [...alt].length;
  const most = guide.imagery?.altText?.maxCharacters;
  const limit = subject.channel?.spec.altText?.max;
  const of = `The alternative text of “${image.name}” has ${length} characters`;
  if (limit && length > limit.value) {
    const message = `${of}, and ${subject.channel?.spec.name ?? 'the channel'} takes ${limit.value}; cut ${length - limit.value}${sayingOf(limit)}.`;
    yield aboutPicture(subject, image, 'channel-length', message, severityOf(limit));
  } else if (most !== undefined && length > most) {
    const message = `${of}, and the guide allows ${most}; cut ${length - most}.`;
    yield aboutPicture(subject, image, 'length', message);
  } else yield* overAdvised(subject, image, length);
}

function repeatsText({ parts }: Subject, alt: string): boolean {
  const said = foldText(alt.trim());
  return parts.some(({ text }) => text.length < alt.length * 4 && foldText(text.trim()) === said);
}

function* wording(subject: Subject, image: ImageFacts, alt: string, opening: OpeningOf): Iterable<Report> {
  const of = `The alternative text of “${image.name}”`;
  if (isFileName(alt, image)) {
    yield aboutPicture(subject, image, 'file-name', `${of} is the name of a file; say what it shows.`);
    return;
  }
  const opened = opening(alt);
  if (opened !== undefined) {
    const message = `${of} need not say “${opened}”: screen readers do; begin with what it shows.`;
    yield aboutPicture(subject, image, 'opening', message, 'suggestion');
  }
  if (repeatsText(subject, alt)) {
    const message = `${of} repeats the text beside it; say what the picture shows.`;
    yield aboutPicture(subject, image, 'repeats', message);
  }
}

function* check(context: RuleContext, opening: OpeningOf): Iterable<Report> {
  const { subject } = context;
  const carried = subject.channel?.spec.altText;
  if (carried === null) return;
  if (subject.format !== undefined && carried?.formats?.includes(subject.format) === false) return;
  for (const image of subject.images ?? []) {
    const { alt } = image;
    if (alt === undefined || alt.trim() === '') yield* missing(context, image);
    else {
      yield* wording(subject, image, alt, opening);
      yield* tooLong(context, image, alt);
    }
  }
}

const CARD = examplePictures.photo;
const REQUIRED: Partial<Guide> = { imagery: { altText: { required: true, maxCharacters: 60 } } };

export const altText: Rule = {
  meta: {
    id: 'alt-text',
    says: 'Every picture has an alternative text that says what it shows.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Where `imagery.altText.required` or the channel asks for one, a picture without alternative text, or with an empty one, is found. One that is there is found where it is the name of a file, opens with “image of” in the language of the place, repeats the text beside it, or is longer than `imagery.altText.maxCharacters` or than the channel takes or advises. Channels and formats that carry no alternative texts are left out.',
    options: ['imagery'],
    examples: [
      {
        guide: REQUIRED,
        locale: 'en-US',
        subject: { images: [{ ...CARD, alt: 'A green drink with ice in a tall glass' }] },
        accept: ['Java Mint is back.'],
      },
      {
        guide: REQUIRED,
        subject: { images: [CARD] },
        reject: [{ text: 'Java Mint is back.', evidence: '' }],
      },
      {
        guide: {},
        locale: 'el-GR',
        subject: { images: [{ ...CARD, alt: 'Φωτογραφία με γυαλιά ηλίου' }] },
        reject: [{ text: 'Νέα γυαλιά', evidence: '' }],
      },
    ],
  },
  prepare(_guide, { locale }): Check {
    const opening = openingFinder(locale);
    return (context) => check(context, opening);
  },
};
