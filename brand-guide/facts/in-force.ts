/** The facts as they hold at one place: the most specific value, and whether the place must state it. */
import type { ChannelId } from '../engine/channel.ts';
import type { Fact, Where } from './types.ts';

/** Where a text stands. What is absent matches only facts that do not ask for it. */
export interface FactPlace {
  readonly step?: string | undefined;
  readonly channel?: ChannelId | undefined;
  readonly locale: string;
  readonly account?: string | undefined;
}

/** Two values of one fact that claim the same place. */
export interface AmbiguousValue {
  readonly fact: string;
  /** Positions in `values`. */
  readonly first: number;
  readonly second: number;
}

export class AmbiguousValueError extends Error {
  readonly ambiguity: AmbiguousValue;
  constructor(ambiguity: AmbiguousValue) {
    super(`Fact "${ambiguity.fact}" has two values that are equally specific for one place.`);
    this.name = 'AmbiguousValueError';
    this.ambiguity = ambiguity;
  }
}

const lower = (locale: string): string => locale.toLowerCase();

/** 2 for the locale itself, 1 for its language, 0 for no match. */
function localeMatch(locales: readonly string[], locale: string): number {
  if (locales.some((one) => lower(one) === lower(locale))) return 2;
  return locales.some((one) => lower(locale).startsWith(`${lower(one)}-`)) ? 1 : 0;
}

const includes = (list: readonly string[], value: string | undefined): boolean =>
  value !== undefined && list.includes(value);

/** How specific the entry is at the place: step over account over channel over locale over language; undefined for no match. */
function specificity(where: Where, place: FactPlace): number | undefined {
  const locale = where.locales === undefined ? 0 : localeMatch(where.locales, place.locale);
  const fails =
    (where.steps && !includes(where.steps, place.step)) ||
    (where.accounts && !includes(where.accounts, place.account)) ||
    (where.channels && !includes(where.channels, place.channel)) ||
    (where.locales && locale === 0);
  if (fails) return undefined;
  return (where.steps ? 16 : 0) + (where.accounts ? 8 : 0) + (where.channels ? 4 : 0) + locale;
}

function isRequired({ required }: Fact, place: FactPlace): boolean {
  if (required === undefined || required === true) return required === true;
  return (
    (required.channels === undefined || includes(required.channels, place.channel)) &&
    (required.steps === undefined || includes(required.steps, place.step))
  );
}

function best<Value>(
  fact: Fact,
  values: readonly (Where & { readonly value: Value })[],
  place: FactPlace,
): Value | undefined {
  const fitting = values.flatMap((entry, index) => {
    const score = specificity(entry, place);
    return score === undefined ? [] : [{ index, score, value: entry.value }];
  });
  const [first, second] = fitting.toSorted((a, b) => b.score - a.score);
  if (first && second && first.score === second.score)
    throw new AmbiguousValueError({ fact: fact.id, first: first.index, second: second.index });
  return first?.value;
}

// One branch for each type of value: a union of lists is no list of unions.
function withValue(fact: Fact, place: FactPlace): Fact {
  switch (fact.kind) {
    case 'price':
      return { ...fact, value: best(fact, fact.values ?? [], place) ?? fact.value };
    case 'percentage':
      return { ...fact, value: best(fact, fact.values ?? [], place) ?? fact.value };
    default:
      return { ...fact, value: best(fact, fact.values ?? [], place) ?? fact.value };
  }
}

/**
 * The facts with the value that holds at the place, and `required: true` only where the place must state them; a list that
 * names other places stays.
 * Throws {@link AmbiguousValueError} where two values are equally specific; refuse those at the edge by {@link ambiguousValues}.
 */
export function factsInForce(facts: readonly Fact[], place: FactPlace): Fact[] {
  return facts.map((fact) => {
    const { values: _values, ...resolved } = withValue(fact, place);
    return isRequired(fact, place) ? { ...resolved, required: true as const } : resolved;
  });
}

const meet = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.some((one) => b.includes(one));

function clash(a: Where, b: Where): boolean {
  return (
    meet(a.steps, b.steps) &&
    meet(a.accounts, b.accounts) &&
    meet(a.channels, b.channels) &&
    meet(a.locales?.map(lower), b.locales?.map(lower))
  );
}

/** Every pair of values of one fact that some place could not choose between. */
export const ambiguousValues = (facts: readonly Fact[]): AmbiguousValue[] =>
  facts.flatMap((fact) => {
    const values: readonly Where[] = fact.values ?? [];
    return values.flatMap((a, first) =>
      values.flatMap((b, second) =>
        second > first && clash(a, b) ? [{ fact: fact.id, first, second }] : [],
      ),
    );
  });
