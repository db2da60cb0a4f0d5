/** The facts that a text states once and clearly, as facts of a campaign; what it leaves open is a doubt. */
import { onlyValue } from '../../../brand-guide/facts/propose.ts';
import type { FactValue, Mention } from '../../../brand-guide/facts/types.ts';
import type { Block, Doubt, ProposedFact, TextPlace } from '../../core/free-text.ts';
import { countsSomething, formsOfLabel } from './counted.ts';
import { requiringOf } from './required-facts.ts';
import { addMention, evidenceOf, proposedFacts, type Stated } from './stated.ts';

/** Only front matter has facts that are not said, and that stands first. */
const UNSAID_MOST = 51;

/** A share that reduces nothing and a number of nothing named are turns of phrase. */
function isFact(mention: Mention, value: FactValue, locale: string): boolean {
  if (mention.kind === 'quantity') return countsSomething(mention, locale);
  return typeof value === 'string' || !('reduction' in value) || value.reduction;
}

const unresolvedAs = ({ unresolved, readings, day }: Mention): string =>
  unresolved ??
  (day === 'open' ? 'may take in the day that it names, or end before it' : undefined) ??
  `may be ${readings.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).join(' or ')}`;

const legalMentions = (source: string, blocks: readonly Block[]): readonly Mention[] =>
  blocks.flatMap(({ kind, start, end, text }) =>
    kind === 'legal' ? [{ kind, start, end, text: source.slice(start, end), readings: [text] }] : [],
  );

/** Numbers of one noun, of which nobody can tell which one is meant elsewhere. */
function countedTwice(all: readonly Stated[], locale: string): readonly Stated[] {
  const nouns = all.map(({ mention: { kind, label } }) =>
    kind === 'quantity' && label !== undefined ? formsOfLabel(label, locale)[0] : undefined,
  );
  return all.filter((_, at) => {
    const noun = nouns[at];
    return noun !== undefined && nouns.indexOf(noun) !== nouns.lastIndexOf(noun);
  });
}

export interface FactsIn {
  readonly facts: readonly ProposedFact[];
  readonly doubts: readonly Doubt[];
}

export function factsIn(
  source: string,
  blocks: readonly Block[],
  found: readonly Mention[],
  { locale, channels }: TextPlace,
): FactsIn {
  const unsaid = blocks.slice(0, UNSAID_MOST).filter(({ kind }) => kind === 'marks');
  const mentions = [...found, ...legalMentions(source, blocks)].filter(
    ({ start, end }) => !unsaid.some((one) => one.start <= start && end <= one.end),
  );
  const all: Stated[] = [];
  const doubts: Doubt[] = [];
  for (const mention of mentions) {
    const value = onlyValue(mention);
    if (value === undefined)
      doubts.push({ what: mention.kind, why: unresolvedAs(mention), evidence: evidenceOf(mention) });
    else if (isFact(mention, value, locale)) addMention(all, mention, value);
  }
  const twice = countedTwice(all, locale);
  for (const { evidence } of twice)
    doubts.push({ what: 'quantity', why: 'another number counts the same', evidence: evidence[0] });
  const clear = all.filter((one) => !twice.includes(one));
  return { facts: proposedFacts(clear, requiringOf(clear, blocks, channels), locale), doubts };
}
