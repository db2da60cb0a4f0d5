/** The facts of a written campaign, and what only all of them together can get wrong. */
import { ambiguousValues } from '../../brand-guide/facts/in-force.ts';
import type { Path } from '../../brand-guide/schema/document-problem.ts';
import { nearMiss } from '../../brand-guide/schema/near-miss.ts';
import type { CampaignFact } from './campaign.ts';
import type { WrittenFact } from './written-campaign.ts';
import type { Complaints } from './complaints.ts';
import { readFact } from './fact-shorthand.ts';

/** The instant of a moment as it was written, or undefined after a complaint. */
export type MomentOf = (written: string, at: Path) => string | undefined;

export const factsOf = (
  written: readonly WrittenFact[],
  steps: readonly string[],
  sourceOf: (path: Path) => string | undefined,
  complaints: Complaints,
  momentOf: MomentOf,
): readonly CampaignFact[] => {
  const facts = written.flatMap((one, index) => {
    const at: Path = ['facts', index];
    complainOfSteps(one, at, steps, complaints);
    const fact = readFact(one, (under) => sourceOf([...at, ...under]), complaints.at(at));
    const until = one.embargoUntil && momentOf(one.embargoUntil, [...at, 'embargoUntil']);
    return fact === undefined ? [] : [until ? { ...fact, embargoUntil: until } : fact];
  });
  for (const { fact, first, second } of ambiguousValues(facts)) {
    const index = written.findIndex(({ id }) => id === fact);
    complaints.at(['facts', index, 'values', second])(
      `found a value for places that item ${first + 1} of this list has already; neither is more specific`,
    );
  }
  return facts;
};

const complainOfSteps = (
  { required, values }: WrittenFact,
  at: Path,
  steps: readonly string[],
  complaints: Complaints,
): void => {
  const named = typeof required === 'object' && 'steps' in required ? (required.steps ?? []) : [];
  const places: readonly (readonly [Path, readonly string[]])[] = [
    [[...at, 'required', 'steps'], named],
    ...(values ?? []).map((one, index) => [[...at, 'values', index, 'steps'], one.steps ?? []] as const),
  ];
  for (const [place, list] of places)
    for (const [index, step] of list.entries())
      if (!steps.includes(step)) complaints.at([...place, index])(unknownStep(step, steps));
};

const unknownStep = (step: string, steps: readonly string[]): string => {
  const near = nearMiss(step, steps);
  const hint = near === undefined ? `expected one of ${steps.join(', ')}` : `did you mean \`${near}\`?`;
  return `found the step \`${step}\`, which the campaign does not have; ${hint}`;
};
