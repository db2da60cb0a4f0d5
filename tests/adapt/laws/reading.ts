/** How the laws read what was adapted. */
import type { Adaptation } from '../../../functions/adapt/types.ts';
import type { Case } from './generated/cases.ts';

/** All that is read: an inbox shows the preheader instead of the body's first lines. */
export const textOf = ({ parts }: Adaptation): string =>
  parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');

export const problemsOf = (said: Adaptation): readonly string[] => said.problems.map((one) => one.what);

export const times = (text: string, part: string): number => text.split(part).length - 1;

/** The part that carries the telling. */
export const mainOf = ({ parts }: Adaptation, { input }: Case): string =>
  parts.find(({ field }) => field === input.channel.spec.fields[0].name)?.text ?? '';

/** What of it stands before "see more". */
export const shownOf = (said: Adaptation, one: Case): string => {
  const { fold } = one.input.channel.spec;
  const main = mainOf(said, one);
  const lines = main
    .split('\n')
    .slice(0, fold?.lines?.value ?? Infinity)
    .join('\n');
  return Array.from(lines)
    .slice(0, fold?.characters.value ?? Infinity)
    .join('');
};
