/** Everything that composing for one channel and locale needs, worked out once. */
import type { Count } from '../../brand-guide/engine/channel.ts';
import { languageOf } from '../../brand-guide/engine/locale.ts';
import { phrasesFor } from '../../brand-guide/guides/neutral.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Note } from '../core/variant.ts';
import { storyOf } from './blocks.ts';
import type { Story } from './blocks.ts';
import punctuation from './data/punctuation.json' with { type: 'json' };
import { withUtm } from './links.ts';
import { readerOf, sentencesOf } from './reading.ts';
import { remembered } from './remembered.ts';
import { disclosuresFor, legalFor, requiredHere } from './required.ts';
import type { DueLine } from './required.ts';
import { sayer } from './says.ts';
import type { Says } from './says.ts';
import { salienceOf } from './salience.ts';
import { offerOf } from './offer.ts';
import type { Slots } from './frames.ts';
import { tagsFor } from './tags.ts';
import type { AdaptInput } from './types.ts';

export interface Punctuation {
  readonly join: string;
  readonly colon: string;
  readonly stop: string;
  /** Between the items of a list. */
  readonly list: string;
}

export interface Brief {
  readonly input: AdaptInput;
  readonly story: Story;
  readonly says: Says;
  /** The main part as the channel counts it. */
  readonly count: (text: string) => Count;
  readonly salience: ReadonlyMap<number, number>;
  readonly phrases: Phrases;
  readonly marks: Punctuation;
  /** Bare text that is billed by its length: no pictures, no hashtags, no tracking. */
  readonly plain: boolean;
  /** Over the main limit the channel refuses, rather than bills or cuts. */
  readonly hard: boolean;
  readonly link: string | undefined;
  readonly cta: string;
  readonly tags: readonly string[];
  /** How many of the tags the guide insists on; these come first. */
  readonly tagsRequired: number;
  readonly handles: readonly string[];
  readonly offer: Slots;
  /** Ids that have to be said here, as far as any text could say them. */
  readonly required: ReadonlySet<string>;
  /** Required ids and those that make up the offer. */
  readonly telling: ReadonlySet<string>;
  /** Names and numbers identify: saying them again is no repetition. */
  readonly repeatable: ReadonlySet<string>;
  readonly disclosures: readonly DueLine[];
  /** Legal lines that are required here. */
  readonly legal: readonly string[];
  readonly problems: readonly Note[];
}

const MARKS: Readonly<Record<string, Punctuation>> = punctuation;
const NO_MARKS: Punctuation = { join: ' ', colon: ': ', stop: '.', list: ', ' };
const TELLING: readonly Fact['kind'][] = ['price', 'percentage', 'code', 'date'];

const isPlain = ({ channel: { spec } }: AdaptInput): boolean =>
  spec.media === null && spec.lengthClass === 'micro';

function isHard({ channel: { spec } }: AdaptInput): boolean {
  const limit = spec.fields[0].limit;
  return (
    limit !== null &&
    (limit.enforced === true || limit.grade === 'official' || limit.grade === 'official-quoted')
  );
}

function linkFor(input: AdaptInput): string | undefined {
  const fact =
    input.facts.find((one) => one.kind === 'url' && requiredHere(one, input)) ??
    input.facts.find((one) => one.kind === 'url');
  const url = input.message.cta?.url ?? (fact?.kind === 'url' ? fact.value : undefined);
  if (url === undefined || isPlain(input)) return url;
  const place = { channel: input.channel.spec.id, campaign: input.campaign.name, step: input.step ?? 'main' };
  return withUtm(url, input.guide.links?.utm, place);
}

export function briefOf(input: AdaptInput): Brief {
  const read = readerOf(input);
  const says = remembered(sayer(input.facts, input.locale, read));
  const story = storyOf(input.message, sentencesOf(input), says);
  const required = new Set(input.facts.filter((fact) => requiredHere(fact, input)).map((fact) => fact.id));
  const disclosures = disclosuresFor(input);
  const legal = legalFor(input);
  const phrases = phrasesFor(input.guide, input.locale);
  const marks = MARKS[languageOf(input.locale)] ?? MARKS['*'] ?? NO_MARKS;
  const plain = isPlain(input);
  return {
    input,
    story,
    says,
    count: remembered((text) => input.channel.count(text)),
    salience: salienceOf(story),
    phrases,
    marks,
    plain,
    hard: isHard(input),
    link: linkFor(input),
    cta: (input.message.cta?.text ?? '').trim(),
    ...tagsFor(input, plain),
    handles: plain ? [] : (input.message.mentions?.[input.channel.spec.id] ?? []),
    offer: offerOf({ input, story, phrases, marks, says, read }),
    required,
    telling: new Set([
      ...required,
      ...input.facts.filter((fact) => TELLING.includes(fact.kind)).map((fact) => fact.id),
    ]),
    repeatable: new Set(
      input.facts.filter((fact) => fact.kind === 'name' || fact.kind === 'quantity').map((fact) => fact.id),
    ),
    disclosures: disclosures.found,
    legal: legal.lines,
    problems: [...disclosures.problems, ...legal.problems],
  };
}
