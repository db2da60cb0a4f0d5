/** Compares what a text says with the facts in force there: stated, missing, in conflict, or nothing to go by. */
import { rememberedFor } from '../engine/remembered.ts';
import { countsThe, labelsOf, proposeRoles } from './compatible.ts';
import type {
  Compared,
  Comparison,
  FactComparison,
  Found,
  MentionVerdict,
  ReadPart,
  Verdict,
} from './comparison.ts';
import { equalValues, says } from './equal-values.ts';
import { isCarried, isOfWords, judgeMentions, knownOf } from './judge-mentions.ts';
import { isShort } from './own-hosts.ts';
import { firstOccurrence } from './phrase.ts';
import { numbersIn } from './quantity.ts';
import { hasWords } from './lexicon.ts';
import { finderOf } from './registry.ts';
import type { Fact, Mention } from './types.ts';
import { wordingsOf } from './wordings.ts';

function wording(fact: Fact, forms: readonly string[], parts: readonly ReadPart[]): Found | undefined {
  for (const { field, text, image } of parts.filter(({ aside }) => aside !== true)) {
    const range = firstOccurrence(text, forms);
    const said = range && text.slice(range.start, range.end);
    if (range && said !== undefined) {
      const mention = { ...range, kind: fact.kind, text: said, readings: [said] };
      return { field, mention, ...(image !== undefined && { image }) };
    }
  }
  return undefined;
}

const unchecked = (fact: Fact, why: string): FactComparison => ({ fact, state: 'unchecked', why });

const absent = (fact: Fact): FactComparison => ({
  fact,
  state: fact.required === true ? 'missing' : 'not-required',
});

function worded(fact: Fact, input: Compared): FactComparison {
  const forms = wordingsOf(fact, input.locale, input.names);
  if (forms === undefined) return unchecked(fact, 'it has no form there');
  const found = wording(fact, forms, input.parts);
  if (found) return { fact, state: 'stated', found };
  return input.isMessage && fact.kind === 'legal' ? { fact, state: 'not-required' } : absent(fact);
}

const foundIn = ({ field, mention, image }: MentionVerdict): Found => ({
  field,
  mention,
  ...(image !== undefined && { image }),
});

/** The mention that leaves open whether it is the fact. */
function openFor(fact: Fact, verdicts: readonly MentionVerdict[]): MentionVerdict | undefined {
  const among = verdicts.find((one) => one.aside !== true && one.among?.some(({ id }) => id === fact.id));
  if (among) return among;
  return fact.required === true
    ? verdicts.find(({ mention, verdict }) => verdict === 'unresolved' && mention.kind === fact.kind)
    : undefined;
}

/** A short link beside the text may well go to the fact. */
const leadsSomewhere = ({ kind }: Fact, { carriers = [], shorteners = [] }: Compared): boolean =>
  kind === 'url' && carriers.some(({ url }) => isShort(url, shorteners));

const isNameless = (fact: Fact, { locale }: Compared): boolean =>
  fact.kind === 'quantity' && labelsOf(fact, locale).length === 0;

/** Two quantities of one value without labels: nothing in any text could tell which is meant. */
const isTwin = (fact: Fact, other: Fact, input: Compared): boolean =>
  isNameless(other, input) && equalValues('quantity', fact.value, other.value);

function stateOf(fact: Fact, input: Compared, verdicts: readonly MentionVerdict[]): FactComparison {
  if (fact.kind === 'name' || fact.kind === 'legal') return worded(fact, input);
  if (isNameless(fact, input)) {
    const twin = input.facts.some((other) => other.id !== fact.id && isTwin(fact, other, input));
    return twin
      ? { fact, state: 'unresolved' }
      : unchecked(fact, 'it has no label there, the noun that it counts');
  }
  if (!finderOf(fact.kind)) return unchecked(fact, 'nothing reads this kind of fact yet');
  const of = (wanted: Verdict): MentionVerdict | undefined =>
    verdicts.find((one) => one.fact?.id === fact.id && one.verdict === wanted && one.aside !== true);
  const said = of('stated') ?? of('derived');
  if (said) return { fact, state: 'stated', found: foundIn(said) };
  const carrier = input.carriers?.find(({ url }) => equalValues(fact.kind, url, fact.value));
  if (fact.kind === 'url' && carrier) return { fact, state: 'carried', by: carrier.by };
  const against = of('conflict');
  if (against) return { fact, state: 'conflict', found: foundIn(against) };
  if (leadsSomewhere(fact, input)) return { fact, state: 'unresolved' };
  const open = openFor(fact, verdicts);
  if (open) return { fact, state: 'unresolved', found: foundIn(open) };
  if (isOfWords(fact.kind) && !hasWords(input.locale))
    return unchecked(fact, 'the words that tell it are not known there');
  return isUncounted(fact, input)
    ? unchecked(fact, 'the message counts it by none of its labels')
    : absent(fact);
}

/** The message says the number of no noun that the fact is known by: what is made of it cannot be held to that noun. */
function isUncounted(fact: Fact, { parts, message: told, isMessage, locale }: Compared): boolean {
  const message = isMessage ? parts : told;
  if (fact.kind !== 'quantity' || message === undefined) return false;
  const isCounted = message.some(({ mentions }) =>
    mentions.some((one) => one.kind === 'quantity' && countsThe(fact, one, locale)),
  );
  if (isCounted) return false;
  return message.some(({ text }) =>
    numbersIn(text, locale).some((one) => equalValues('quantity', one, fact.value)),
  );
}

/** A link to elsewhere contradicts no fact that the variant's own link goes to. */
function unlessCarried(one: MentionVerdict, input: Compared): MentionVerdict {
  if (one.verdict !== 'conflict' || one.fact === undefined || !isCarried(input, one.fact)) return one;
  const { fact: _carried, ...rest } = one;
  return { ...rest, verdict: 'unknown' };
}

interface Told {
  /** In the roles that the message gives them. */
  readonly facts: readonly Fact[];
  readonly known: readonly Mention[];
}

const told = rememberedFor<Told>();
const NO_MESSAGE: readonly ReadPart[] = [];

/** What the message says of the facts: asked for by each of its variants, and the same wherever the same facts are in force. */
function toldOf(input: Compared): Told {
  const { message = NO_MESSAGE, locale, window, standing, shorteners } = input;
  const make = (): Told => {
    const mentions = message.flatMap((part) => part.mentions);
    const facts = proposeRoles(input.facts, mentions, says);
    return { facts, known: knownOf(input, facts) };
  };
  if (message.length === 0) return make();
  return told(message, JSON.stringify([locale, input.facts, window, standing, shorteners]), make);
}

/** Judges every mention, then every fact; a conflict takes the place of a missing of the same fact. */
export function compareFacts(input: Compared): Comparison {
  const { facts, known } = toldOf(input);
  const mentions = judgeMentions(input, facts, known).map((one) => unlessCarried(one, input));
  return { facts: facts.map((fact) => stateOf(fact, input, mentions)), mentions };
}
