/** What loads as a guide and yet cannot run: rules of a kind that there is not, patterns that do not compile. */
import { compilePattern } from '../pattern/compile.ts';
import type { LocalProblem, Path } from '../schema/document-problem.ts';
import type { Guide, Overlay } from '../schema/guide.ts';
import { ownRulesOf, prepareGuide } from './prepare.ts';

/** Kinds of Vale that run programs or read grammar: they are left out, and that is no mistake of the guide. */
const LEFT_OUT = new Set(['sequence', 'script']);

export interface GuideFault extends LocalProblem {
  /** The rule is left out and all else runs. */
  readonly leftOut: boolean;
}

type Section = Pick<Overlay, 'rules' | 'claims'>;

/** The guide itself and what it lays over itself, each with its path. */
function sectionsOf(guide: Guide): (readonly [Path, Section])[] {
  const named = (name: 'channels' | 'locales' | 'accounts') =>
    Object.entries(guide[name] ?? {}).map(([key, overlay]): [Path, Section] => [[name, key], overlay]);
  return [[[], guide], ...named('channels'), ...named('locales'), ...named('accounts')];
}

function kindOf(rule: unknown): unknown {
  return typeof rule === 'object' && rule !== null && 'extends' in rule ? rule.extends : undefined;
}

function ruleFaults(guide: Guide, at: Path, { rules }: Section): GuideFault[] {
  if (!rules) return [];
  const place = { locale: guide.meta.language ?? 'en' };
  return ownRulesOf({ ...guide, rules }, place, {}).faults.map(({ path, message }) => ({
    path: [...at, 'rules', path],
    key: true,
    message,
    leftOut: LEFT_OUT.has(String(kindOf(rules[path]))),
  }));
}

function claimFaults(at: Path, { claims }: Section): GuideFault[] {
  return (claims ?? []).flatMap(({ pattern }, index) => {
    const compiled = pattern === undefined ? undefined : compilePattern(pattern, { ignoreCase: true });
    if (compiled === undefined || compiled.ok) return [];
    const path = [...at, 'claims', index, 'pattern'];
    const message = `${compiled.message} (at its character ${compiled.at + 1})`;
    return [{ path, message, leftOut: false }];
  });
}

/** Loads what the guide needs to run, and tells what of it never will. */
export async function guideFaults(guide: Guide): Promise<GuideFault[]> {
  await prepareGuide(guide);
  return sectionsOf(guide).flatMap(([at, section]) => [
    ...claimFaults(at, section),
    ...ruleFaults(guide, at, section),
  ]);
}
