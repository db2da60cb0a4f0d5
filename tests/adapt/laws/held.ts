/** Tries laws on the same generated cases, each adapted once; a broken one is told with the smallest case that breaks it. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { adapt } from '../../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';

/** What is broken; undefined where the law says nothing of the case. */
export type Law = (said: Adaptation, one: Case) => readonly unknown[] | undefined;

/** How many cases are drawn: `CANTUS_LAW_RUNS=2000` for a long run. */
export const LAW_RUNS = Number(process.env['CANTUS_LAW_RUNS'] ?? 500);
/** Of draws for one law or two: so many as keep the laws quick. */
export const FEW_RUNS = Math.ceil(LAW_RUNS / 4);
/** Of a hundred cases, how many a law has to say something of. */
const LEAST = 2;

const read = ({ locale, input: { message, guide, channel, format, facts } }: Case): string => {
  const { phrases: _phrases, meta: _meta, ...asks } = guide;
  const required = facts.filter((fact) => fact.required === true).map(({ id }) => id);
  return JSON.stringify(
    { channel: channel.spec.id, format, locale, message, guide: asks, required },
    null,
    1,
  );
};

const shown = (said: Adaptation): string =>
  said.parts.map(({ field, text }) => `[${field}]\n${text}`).join('\n') +
  `\nlink: ${said.link}\nproblems: ${JSON.stringify(said.problems)}`;

/** The smallest case that breaks the law, in words. */
function smallest({ drawn, runs }: Trial, law: Law): string {
  let last = '';
  fc.check(
    fc.property(drawn, (one) => {
      const said = adapt(one.input);
      const failures = law(said, one) ?? [];
      if (failures.length > 0) last = `${JSON.stringify(failures)}\n${shown(said)}\n${read(one)}`;
      return failures.length === 0;
    }),
    { numRuns: runs },
  );
  return last;
}

/** Every law is one test: none of the cases breaks it, and it says something of enough of them. */
export function hold(laws: Readonly<Record<string, Law>>, drawn = cases, runs = LAW_RUNS): void {
  it.each(Object.entries(laws))('%s', (_, law) => {
    const { broken, concerned } = study(law, { drawn, runs });
    expect(broken ? smallest({ drawn, runs }, law) : '').toBe('');
    expect(concerned, 'cases of which it says something').toBeGreaterThanOrEqual((LEAST * runs) / 100);
  });
}

interface Trial {
  readonly drawn: fc.Arbitrary<Case>;
  readonly runs: number;
}

interface Outcome {
  readonly broken: boolean;
  /** Of how many cases the law said something. */
  readonly concerned: number;
}

type Adapted = readonly [Case, Adaptation];
const known = new Map<fc.Arbitrary<Case>, readonly Adapted[]>();

/** Files that run in one process share the cases and what became of them. */
function adapted({ drawn, runs }: Trial): readonly Adapted[] {
  const before = known.get(drawn);
  if (before) return before;
  const all: Adapted[] = [];
  fc.assert(
    fc.property(drawn, (one) => {
      all.push([one, adapt(one.input)]);
    }),
    { numRuns: runs },
  );
  known.set(drawn, all);
  return all;
}

function study(law: Law, trial: Trial): Outcome {
  const found = adapted(trial).flatMap(([one, said]) => {
    const failures = law(said, one);
    return failures === undefined ? [] : [failures.length];
  });
  return { broken: found.some((count) => count > 0), concerned: found.length };
}
