/** What the stack is made for: the small load that costs nothing while nothing is due, or the large one of `figures.json`, proven by simulation. */
export const LOADS = ['small', 'large'] as const;
export type PublishingLoad = (typeof LOADS)[number];

/** @throws Error for any other name. */
export const loadOf = (name: string): PublishingLoad => {
  const load = LOADS.find((one) => one === name);
  if (load === undefined) throw new Error(`load is ${name}: expected ${LOADS.join(' or ')}`);
  return load;
};
