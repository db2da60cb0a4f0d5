/** Everything that composing for one channel and locale needs, worked out once. */
import { fieldOf } from '../../brand-guide/engine/channel-field.ts';
import type { Count } from '../../brand-guide/engine/channel.ts';
import type { Part } from '../../brand-guide/engine/types.ts';
import { languageOf } from '../../brand-guide/engine/locale.ts';
import { phrasesFor } from '../../brand-guide/guides/neutral.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Note } from '../core/variant.ts';
import type { Story } from './blocks.ts';
import punctuation from './data/punctuation.json' with { type: 'json' };
import { withUtm } from './links.ts';
import { contradictionNotes, type Contradictions } from './contradictions.ts';
import { closingFor } from './closing.ts';
import { remembered } from '../../brand-guide/engine/remembered.ts';
import { union } from './sets.ts';
import { toldOf } from './told.ts';
import { disclosuresFor, legalFor, requiredHere } from './required.ts';
import type { DueLine } from './required.ts';
import type { Says } from './says.ts';
import { offerOf, pricesName } from './offer.ts';
import type { Told } from './offer.ts';
import type { Slots } from './frames.ts';
import { tagsFor } from './tags.ts';
import type { AdaptInput } from './types.ts';
import { whenOf } from './when.ts';
import type { When } from './when.ts';

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
  /** The part that carries the telling. */
  readonly field: string;
  /** That part as the channel counts it. */
  readonly count: (text: string) => Count;
  readonly salience: ReadonlyMap<number, number>;
  readonly phrases: Phrases;
  readonly marks: Punctuation;
  /** No hashtags and no handles: hook, offer and call to action alone. */
  readonly bare: boolean;
  /** Nobody follows a hashtag or a handle there. */
  readonly tagless: boolean;
  /** Sent and paid by the piece: no tracking, and the opt-out in the text. */
  readonly billed: boolean;
  /** Read from a wall: the link is a code to scan, and the lines stand under each other. */
  readonly sheet: boolean;
  readonly link: string | undefined;
  /** What the link says, wherever it stands. */
  readonly linked: ReadonlySet<string>;
  /** The link where the text carries it. */
  readonly written: string | undefined;
  /** Its words, without the colon that may lead to a link: not everywhere one follows. */
  readonly cta: string;
  readonly tags: readonly string[];
  /** How many of the tags the guide insists on; these come first. */
  readonly tagsRequired: number;
  readonly handles: readonly string[];
  readonly offer: Slots;
  /** The days and hours that have to be said, where they can be set beside each other. */
  readonly when: When | undefined;
  /** Whether the price may be said beside the name, as its own. */
  readonly pricesName: boolean;
  /** Whether it may be said behind a text that names the product. */
  readonly priceFits: boolean;
  /** Ids that have to be said here, as far as any text could say them. */
  readonly required: ReadonlySet<string>;
  /** Required ids and those that make up the offer. */
  readonly telling: ReadonlySet<string>;
  /** Ids of prices, reductions and codes, required or not: what makes a sentence the offer. */
  readonly offering: ReadonlySet<string>;
  /** Names and numbers identify: saying them again is no repetition. */
  readonly repeatable: ReadonlySet<string>;
  /** The guide's lines that a text calls for by what it says. */
  readonly disclosures: (written: string) => readonly DueLine[];
  /** Legal lines that are required here. */
  readonly legal: readonly string[];
  /** Lines that close a text of this channel: who sends it and how to stop it. */
  readonly closing: readonly string[];
  /** What the other parts of the variant say: the headline, the words of the call. */
  readonly beside: Beside;
  readonly contradictions: Contradictions;
  readonly problems: readonly Note[];
}

export interface Beside {
  readonly parts: readonly Part[];
  /** Told whole or in part by one of them. */
  readonly headline: boolean;
  readonly cta: boolean;
  readonly changed: readonly Note[];
}

export const ALONE: Beside = { parts: [], headline: false, cta: false, changed: [] };

const MARKS: Readonly<Record<string, Punctuation>> = punctuation;
const NO_MARKS: Punctuation = { join: ' ', colon: ': ', stop: '.', list: ', ' };
const OFFERING: readonly Fact['kind'][] = ['price', 'percentage', 'code'];
const TELLING: readonly Fact['kind'][] = [...OFFERING, 'date'];

/** The part that carries the telling: the text under a headline, else the only text there is. */
const TELLERS = ['body', 'text', 'description', 'headline'] as const;

function tellerOf({ channel: { spec } }: AdaptInput): string {
  const names = spec.fields.map(({ name }) => name);
  return TELLERS.find((one) => names.includes(one)) ?? spec.fields[0].name;
}

/** Sent to each reader by name. */
const DIRECT: readonly string[] = ['subject', 'footer'];
const isDirect = ({ channel: { spec } }: AdaptInput): boolean =>
  spec.fields.some(({ name }) => DIRECT.includes(name));

/** Where the call to action leads, as the message or a fact has it. */
function targetOf(input: AdaptInput): string | undefined {
  const fact =
    input.facts.find((one) => one.kind === 'url' && requiredHere(one, input)) ??
    input.facts.find((one) => one.kind === 'url');
  return input.message.cta?.url ?? (fact?.kind === 'url' ? fact.value : undefined);
}

/** Where every character is paid, tracking belongs behind a short link, which leads to it. */
function tracked({ campaign, channel, guide, step = 'main' }: AdaptInput, url: string): string {
  if (channel.pieces !== undefined) return url;
  return withUtm(url, guide.links?.utm, { channel: channel.spec.id, campaign: campaign.name, step });
}

/** What holds anything need not be measured. */
const ANY_LENGTH: Count = { length: 0, limit: null, unit: 'characters', fits: true };

function counting({ channel }: AdaptInput, field: string): Brief['count'] {
  if (fieldOf(channel.spec, field).limit === null) return () => ANY_LENGTH;
  return remembered((text) => channel.count(text, field));
}

/** What the channel makes of a text. */
function mannersOf(input: AdaptInput): Pick<Brief, 'field' | 'count' | 'bare' | 'billed' | 'sheet'> {
  const { channel } = input;
  const field = tellerOf(input);
  return {
    field,
    count: counting(input, field),
    bare: channel.spec.lengthClass === 'micro',
    billed: channel.pieces !== undefined,
    sheet: channel.spec.fields.some(({ name }) => name === 'price'),
  };
}

/** Which facts matter here, and how. */
function weightsOf(input: AdaptInput): Pick<Brief, 'required' | 'telling' | 'offering' | 'repeatable'> {
  const { facts } = input;
  const ids = (wanted: (fact: Fact) => boolean): readonly string[] =>
    facts.filter((fact) => wanted(fact)).map(({ id }) => id);
  const required = new Set(ids((fact) => requiredHere(fact, input)));
  return {
    required,
    telling: union(
      required,
      ids(({ kind }) => TELLING.includes(kind)),
    ),
    offering: new Set(ids(({ kind }) => OFFERING.includes(kind))),
    repeatable: new Set(ids(({ kind }) => kind === 'name' || kind === 'quantity')),
  };
}

/** What may be said of the offer without a sentence of the message. */
function offeringOf(told: Told): Pick<Brief, 'offer' | 'pricesName' | 'priceFits' | 'when'> {
  const offer = offerOf(told);
  const named = pricesName(told);
  const isDue = told.input.facts.some((fact) => fact.kind === 'price' && requiredHere(fact, told.input));
  return { offer, pricesName: named, priceFits: named || isDue, when: whenOf(told, offer.until) };
}

export function briefOf(input: AdaptInput): Brief {
  const { channel, guide, locale, message } = input;
  const told = toldOf(input);
  const legal = legalFor(input);
  const phrases = phrasesFor(guide, locale);
  const marks = MARKS[languageOf(locale)] ?? MARKS['*'] ?? NO_MARKS;
  const manners = mannersOf(input);
  const tagless = manners.bare || isDirect(input);
  const target = targetOf(input);
  const link = target === undefined ? undefined : tracked(input, target);
  const closing = closingFor(input, phrases);
  return {
    input,
    ...manners,
    tagless,
    ...weightsOf(input),
    story: told.story,
    says: told.says,
    salience: told.salience,
    phrases,
    marks,
    link,
    linked: told.says(target ?? ''),
    written: channel.spec.links.place === 'inline' ? link : undefined,
    cta: (message.cta?.text ?? '')
      .trim()
      .replace(/[:：]$/u, '')
      .trimEnd(),
    ...tagsFor(input, tagless),
    handles: tagless ? [] : (message.mentions?.[channel.spec.id] ?? []),
    ...offeringOf({ input, phrases, marks, ...told }),
    disclosures: remembered((written) => disclosuresFor(input, told.read, written)),
    legal: legal.lines,
    closing: closing.lines,
    beside: ALONE,
    contradictions: told.contradictions,
    problems: [...contradictionNotes(told.contradictions), ...legal.problems, ...closing.problems],
  };
}
