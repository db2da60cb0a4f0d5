/** How the laws read what was adapted. */
import type { Adaptation } from '../../../functions/adapt/types.ts';

/** All that is read: an inbox shows the preheader instead of the body's first lines. */
export const textOf = ({ parts }: Adaptation): string =>
  parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');

export const problemsOf = (said: Adaptation): readonly string[] => said.problems.map((one) => one.what);

export const times = (text: string, part: string): number => text.split(part).length - 1;
