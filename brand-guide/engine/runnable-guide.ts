/** Reads a guide from a file's text, ready to be compiled, or says with places what keeps it from running. */
import type { DocumentProblem } from '../schema/document-problem.ts';
import { parseDocument } from '../schema/document.ts';
import { loadGuide } from '../schema/load.ts';
import type { LoadedGuide, LoadOptions } from '../schema/load.ts';
import { guideFaults } from './guide-faults.ts';

export type RunnableGuide = LoadedGuide & {
  /** Rules of the guide that are left out, though they are no mistake. */
  readonly leftOut: readonly DocumentProblem[];
};

/** As `loadGuide`, with the guide's own rules and patterns tried as well. */
export async function runnableGuide(source: string, options: LoadOptions = {}): Promise<RunnableGuide> {
  const loaded = loadGuide(source, options);
  if (!loaded.ok) return { ...loaded, leftOut: [] };
  const faults = await guideFaults(loaded.guide);
  if (faults.length === 0) return { ...loaded, leftOut: [] };
  const { locate } = parseDocument(source);
  const told = (leftOut: boolean) => faults.filter((one) => one.leftOut === leftOut).map(locate);
  const [problems, leftOut] = [told(false), told(true)];
  return problems.length > 0 ? { ok: false, problems, leftOut } : { ...loaded, leftOut };
}
