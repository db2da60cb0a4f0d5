/** How a life of the server ends: at which step, and where in it. */

/** `during`: the step has begun, and nobody waits for it. */
export const MOMENTS = ['before', 'during', 'after'] as const;

export interface Death {
  readonly step: number;
  readonly moment: (typeof MOMENTS)[number];
}

/** `12:during`; undefined for the empty text. */
export const deathOf = (text: string): Death | undefined => {
  const [step, word] = text.split(':');
  const moment = MOMENTS.find((one) => one === word);
  return moment === undefined ? undefined : { step: Number(step), moment };
};

export const textOf = (death: Death | undefined): string =>
  death === undefined ? '' : `${death.step}:${death.moment}`;

/** The n-th of all deaths within so many steps, from 0; after the last comes the first. */
export const deathAt = (n: number, steps: number): Death => ({
  step: 1 + (Math.floor(n / MOMENTS.length) % steps),
  moment: MOMENTS[n % MOMENTS.length] ?? 'before',
});
