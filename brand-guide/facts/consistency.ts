/** One truth across every voice: each fact of a campaign against each of its variants. */
import type { ChannelId } from '../engine/channel.ts';
import type { Part } from '../engine/types.ts';
import { compareFacts } from './compare.ts';
import type { Carrier, Comparison, FactComparison } from './compare.ts';
import { findMentions } from './find.ts';
import { factsInForce } from './in-force.ts';
import { printFact } from './print.ts';
import { readingContextOf } from './reading-context.ts';
import { restate } from './restate.ts';
import type { Fact, FactKind, FactState, FactValue, Mention, ReadingContext } from './types.ts';

/** Where a variant stands, as the report prints it. */
export interface VariantPlace {
  readonly step: string;
  readonly channel: ChannelId;
  readonly format: string;
  readonly locale: string;
  readonly account?: string;
}

export interface VariantTexts extends VariantPlace {
  readonly parts: readonly Part[];
  readonly carriers?: readonly Carrier[];
}

export interface MessageTexts {
  readonly step: string;
  readonly locale: string;
  readonly parts: readonly Part[];
}

export interface ConsistencyInput {
  readonly facts: readonly Fact[];
  readonly variants: readonly VariantTexts[];
  readonly messages: readonly MessageTexts[];
  readonly window?: { readonly from: string; readonly to: string };
  /** The guide's standing facts. */
  readonly standing?: readonly Fact[];
}

export interface VariantState extends VariantPlace {
  readonly state: FactState;
  /** The text that states or contradicts the fact. */
  readonly found?: string;
  readonly by?: string;
}

export interface ConsistencyRow {
  readonly id: string;
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly variants: readonly VariantState[];
}

/** What is wrong at one place: a missing fact has an empty range at the end of the main part. */
export interface ConsistencyFinding extends VariantPlace {
  readonly rule: 'fact-missing' | 'fact-conflict';
  readonly fact: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
}

export interface ConsistencyReport {
  readonly facts: readonly ConsistencyRow[];
  readonly findings: readonly ConsistencyFinding[];
}

const placeOf = ({ step, channel, format, locale, account }: VariantPlace): VariantPlace => ({
  step,
  channel,
  format,
  locale,
  ...(account !== undefined && { account }),
});

const contextFor = ({ facts, window }: ConsistencyInput, locale: string): ReadingContext =>
  readingContextOf({ locale, facts, window });

const read = (parts: readonly Part[], context: ReadingContext) =>
  parts.map((part) => ({ ...part, mentions: findMentions(part.text, context) }));

interface Judged {
  readonly place: VariantPlace;
  readonly variant: VariantTexts;
  readonly comparison: Comparison;
}

function judge(input: ConsistencyInput, variant: VariantTexts, known: readonly Mention[]): Judged {
  const place = placeOf(variant);
  const comparison = compareFacts({
    facts: factsInForce(input.facts, place),
    parts: read(variant.parts, contextFor(input, variant.locale)),
    locale: variant.locale,
    known,
    ...(input.window && { window: input.window }),
    ...(input.standing && { standing: input.standing }),
    ...(variant.carriers && { carriers: variant.carriers }),
  });
  return { place, variant, comparison };
}

const stateIn = (place: VariantPlace, { state, found, by }: FactComparison): VariantState => ({
  ...place,
  state,
  ...(found && { found: found.mention.text }),
  ...(by !== undefined && { by }),
});

function missing({ place, variant, comparison }: Judged): ConsistencyFinding[] {
  const [main] = variant.parts;
  if (!main) return [];
  const end = main.text.length;
  return comparison.facts
    .filter(({ state }) => state === 'missing')
    .map(({ fact }) => ({
      ...place,
      rule: 'fact-missing',
      fact: fact.id,
      field: main.field,
      start: end,
      end,
      message: `The text does not state "${fact.id}": ${printFact(fact, place.locale)}.`,
    }));
}

function conflicts({ place, comparison }: Judged): ConsistencyFinding[] {
  return comparison.mentions.flatMap(({ verdict, fact, field, mention }) => {
    if (verdict !== 'conflict' || fact === undefined) return [];
    const { start, end, text } = mention;
    const message = `"${text}" contradicts "${fact.id}", which is ${printFact(fact, place.locale)}.`;
    const fix = { start, end, text: restate(mention, fact, place.locale) };
    return [{ ...place, rule: 'fact-conflict', fact: fact.id, field, start, end, message, fix } as const];
  });
}

const key = (step: string, locale: string): string => JSON.stringify([step, locale]);

/** Reads every message once and every variant once; each variant is compared with the values that hold at its place. */
export function consistency(input: ConsistencyInput): ConsistencyReport {
  const known = new Map(
    input.messages.map(({ step, locale, parts }) => [
      key(step, locale),
      read(parts, contextFor(input, locale)).flatMap(({ mentions }) => mentions),
    ]),
  );
  const judged = input.variants.map((variant) =>
    judge(input, variant, known.get(key(variant.step, variant.locale)) ?? []),
  );
  const rows = input.facts.map(({ id, kind, value }) => ({
    id,
    kind,
    value,
    variants: judged.flatMap(({ place, comparison }) =>
      comparison.facts.filter(({ fact }) => fact.id === id).map((one) => stateIn(place, one)),
    ),
  }));
  return { facts: rows, findings: judged.flatMap((one) => [...missing(one), ...conflicts(one)]) };
}
