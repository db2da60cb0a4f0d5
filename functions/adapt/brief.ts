/** Everything that composing for one channel and locale needs, worked out once. */
import type { Count } from '../../brand-guide/engine/channel.ts';
import { entryFor, languageOf } from '../../brand-guide/engine/locale.ts';
import { phrasesFor } from '../../brand-guide/guides/neutral.ts';
import type { Disclosure, Phrases } from '../../brand-guide/schema/guide.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { storyOf } from './blocks.ts';
import type { Story } from './blocks.ts';
import punctuation from './data/punctuation.json' with { type: 'json' };
import { withUtm } from './links.ts';
import { formsOf, readingOf, sayer } from './says.ts';
import type { Says } from './says.ts';
import { salienceOf } from './salience.ts';
import { offerOf } from './offer.ts';
import type { Slots } from './frames.ts';
import { tagsFor } from './tags.ts';
import type { AdaptInput, Note } from './types.ts';
import { fold } from './words.ts';

export interface Punctuation {
  readonly join: string;
  readonly colon: string;
  readonly stop: string;
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
  readonly disclosures: readonly {
    readonly id: string;
    readonly text: string;
    readonly position: Disclosure['position'];
    readonly beforeFold: boolean;
  }[];
  /** Legal lines that are required here. */
  readonly legal: readonly string[];
  readonly problems: readonly Note[];
}

const MARKS: Readonly<Record<string, Punctuation>> = punctuation;
const TELLING: readonly Fact['kind'][] = ['price', 'percentage', 'code', 'date'];

export function requiredHere(fact: Fact, input: AdaptInput): boolean {
  if (fact.required === undefined || fact.required === true) return fact.required === true;
  const { channels, steps } = fact.required;
  const step = input.step;
  return (
    (channels?.includes(input.channel.spec.id) ?? true) &&
    (step === undefined || (steps?.includes(step) ?? true))
  );
}

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

function disclosuresFor(input: AdaptInput): { found: Brief['disclosures']; problems: Note[] } {
  const text = fold(
    [
      input.message.headline,
      input.message.body,
      ...(input.message.details ?? []).map((one) => one.text),
    ].join('\n'),
  );
  const due = (input.guide.disclosures ?? []).filter(({ when }) => {
    const { channels, locales, topics, anyTerm, factKinds } = when ?? {};
    return (
      (channels?.includes(input.channel.spec.id) ?? true) &&
      (locales?.some((tag) => entryFor({ [tag]: true }, input.locale)) ?? true) &&
      (topics?.some((topic) => input.topics?.includes(topic)) ?? true) &&
      (anyTerm?.some((term) => text.includes(fold(term))) ?? true) &&
      (factKinds?.some((kind) => input.facts.some((fact) => fact.kind === kind)) ?? true)
    );
  });
  const found = due.flatMap((one) => {
    const texts = entryFor(one.text, input.locale);
    if (texts?.[0] === undefined) return [];
    return [{ id: one.id, text: texts[0], position: one.position, beforeFold: one.beforeFold ?? false }];
  });
  const problems = due
    .filter((one) => !found.some((other) => other.id === one.id))
    .map((one) => ({ what: `disclosure ${one.id}`, why: `the guide has no text of it for ${input.locale}` }));
  return { found, problems };
}

function legalFor(input: AdaptInput): { lines: string[]; problems: Note[] } {
  const due = input.facts.filter((fact) => fact.kind === 'legal' && requiredHere(fact, input));
  return {
    lines: due.flatMap((fact) => formsOf(fact, input.locale)?.slice(0, 1) ?? []),
    problems: due
      .filter((fact) => formsOf(fact, input.locale)?.[0] === undefined)
      .map((fact) => ({ what: `fact ${fact.id}`, why: `no form for ${input.locale}` })),
  };
}

/** Candidates share most of their text, and each is read and counted several times. */
function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    known.set(text, result);
    return result;
  };
}

export function briefOf(input: AdaptInput): Brief {
  const says = remembered(sayer(input.facts, readingOf(input.facts, input.locale, input.window)));
  const story = storyOf(input.message, input.locale, says);
  const required = new Set(input.facts.filter((fact) => requiredHere(fact, input)).map((fact) => fact.id));
  const disclosures = disclosuresFor(input);
  const legal = legalFor(input);
  const phrases = phrasesFor(input.guide, input.locale);
  const plain = isPlain(input);
  return {
    input,
    story,
    says,
    count: remembered((text) => input.channel.count(text)),
    salience: salienceOf(story),
    phrases,
    marks: MARKS[languageOf(input.locale)] ?? MARKS['*'] ?? { join: ' ', colon: ': ', stop: '.' },
    plain,
    hard: isHard(input),
    link: linkFor(input),
    cta: (input.message.cta?.text ?? '').trim(),
    ...tagsFor(input, plain),
    handles: plain ? [] : (input.message.mentions?.[input.channel.spec.id] ?? []),
    offer: offerOf(input, story, phrases),
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
