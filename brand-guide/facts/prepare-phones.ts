/** Loads the numbering plans in a page, where they are a chunk of their own. */
import { useNumbering } from './numbering.ts';

/** To be awaited before texts with national phone numbers are read; until then only numbers after a `+` are. */
export async function preparePhones(): Promise<void> {
  const { plan } = await import('./numbering-plan.ts');
  if (plan) useNumbering(plan);
}
