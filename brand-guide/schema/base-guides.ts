/** Lines up the guides that a guide extends: each once, and before those that build on it. */
import type { DocumentProblem, LocalProblem } from './document-problem.ts';

/** A guide's text and the name that it is told by, such as its path. */
export interface GuideFile {
  readonly name: string;
  readonly source: string;
}

/** Finds what an entry of `extends` names, seen from the file that has it; a text says why it cannot. Pure. */
export type FindBase = (entry: string, from: string) => GuideFile | string;

/** A guide that was read, before its bases are laid under it. */
export interface ReadGuide {
  readonly name: string;
  readonly value: object;
  readonly extends: readonly string[];
  readonly locate: (problem: LocalProblem) => DocumentProblem;
}

export type Read = (file: GuideFile) => ReadGuide | readonly DocumentProblem[];

export interface Lineage {
  /** The most basic first, the guide itself last. */
  readonly guides: readonly ReadGuide[];
  readonly problems: readonly DocumentProblem[];
}

const DEEPEST = 10;
const MOST = 50;

function isProblems(read: ReadGuide | readonly DocumentProblem[]): read is readonly DocumentProblem[] {
  return Array.isArray(read);
}

function circle(trail: readonly string[], name: string): string | undefined {
  const from = trail.indexOf(name);
  return from < 0 ? undefined : `a circle: ${[...trail.slice(from), name].join(' → ')}`;
}

function tooMuch(trail: readonly string[], known: ReadonlySet<string>): string | undefined {
  if (trail.length > DEEPEST) return `more than ${DEEPEST} guides in a row`;
  return known.size > MOST ? `more than ${MOST} guides` : undefined;
}

/** Reads a guide's bases, and theirs. A guide that two of them share stands once, before both. */
export function lineageOf(guide: ReadGuide, find: FindBase, read: Read): Lineage {
  const guides: ReadGuide[] = [];
  const problems: DocumentProblem[] = [];
  const known = new Set<string>();
  /** A problem names its file, but for the guide itself. */
  const tell = (name: string, told: readonly DocumentProblem[]): void => {
    problems.push(...(name === guide.name ? told : told.map((one) => ({ file: name, ...one }))));
  };
  const enter = (one: ReadGuide, trail: readonly string[]): void => {
    known.add(one.name);
    for (const [at, entry] of one.extends.entries()) {
      const base = find(entry, one.name);
      const fault = typeof base === 'string' ? base : (circle(trail, base.name) ?? tooMuch(trail, known));
      const path = ['meta', 'extends', at];
      if (fault !== undefined) tell(one.name, [one.locate({ path, message: `\`${entry}\`: ${fault}` })]);
      else if (typeof base !== 'string' && !known.has(base.name)) follow(base, trail);
    }
    guides.push(one);
  };
  const follow = (base: GuideFile, trail: readonly string[]): void => {
    const one = read(base);
    known.add(base.name);
    if (isProblems(one)) tell(base.name, one);
    else enter(one, [...trail, one.name]);
  };
  enter(guide, [guide.name]);
  return { guides, problems };
}
