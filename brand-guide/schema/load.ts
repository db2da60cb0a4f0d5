/** Reads a brand guide from a file's text, lays it over those that it extends, and says, with places, what is wrong with it. */
import { neutralGuide } from '../guides/neutral.ts';
import { lineageOf } from './base-guides.ts';
import type { FindBase, GuideFile, ReadGuide } from './base-guides.ts';
import { checkDocument, parseDocument } from './document.ts';
import { describeErrors } from './document-errors.ts';
import { readablePath } from './document-problem.ts';
import type { DocumentProblem, LocalProblem } from './document-problem.ts';
import { extend } from './extend.ts';
import { guideProblems } from './guide-problems.ts';
import type { Guide } from './guide.ts';
import { validate } from './guide.schema.generated.js';
import { overlayProblems } from './overlay-problems.ts';
import { nearMiss } from './near-miss.ts';
import { isGuide } from './resolve.ts';

export type { FindBase, GuideFile };

export type LoadedGuide =
  | {
      readonly ok: true;
      /** It extends nothing any more. */
      readonly guide: Guide;
      /** The guides that it was made of, the most basic first; the last is its own. */
      readonly from: readonly string[];
    }
  | { readonly ok: false; readonly problems: DocumentProblem[] };

export interface LoadOptions {
  /** What the guide is called, where its bases are told; its path, for `bases`. */
  readonly name?: string;
  /** Finds the files that it extends; without it a guide extends what is built in alone. */
  readonly bases?: FindBase;
}

/** Guides that any guide may extend by name. */
export const BUILT_IN: Readonly<Record<string, Guide>> = { 'cantus:neutral': neutralGuide };

const NAMES = Object.keys(BUILT_IN);
const NONE: FindBase = () => `is not at hand: only ${NAMES.join(', ')} is built in`;

function findIn(bases: FindBase): FindBase {
  return (entry, from) => {
    const builtIn = Object.hasOwn(BUILT_IN, entry) ? BUILT_IN[entry] : undefined;
    if (builtIn) return { name: entry, source: JSON.stringify(builtIn) };
    const base = bases(entry, from);
    const near = typeof base === 'string' ? nearMiss(entry, NAMES) : undefined;
    return typeof base === 'string' && near !== undefined ? `${base}; did you mean \`${near}\`?` : base;
  };
}

function extendsOf(value: object): readonly string[] {
  const meta = 'meta' in value ? value.meta : undefined;
  const list = typeof meta === 'object' && meta !== null && 'extends' in meta ? meta.extends : undefined;
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

/** The entries of a guide's `extends`; none for what is no guide. */
export function extendsIn(source: string): readonly string[] {
  if (!source.includes('extends')) return [];
  const { value } = parseDocument(source);
  return typeof value === 'object' && value !== null ? extendsOf(value) : [];
}

function read({ name, source }: GuideFile): ReadGuide | readonly DocumentProblem[] {
  const parsed = parseDocument(source);
  const problems = checkDocument(parsed, validate);
  const { value, locate } = parsed;
  if (problems.length > 0 || typeof value !== 'object' || value === null) return problems;
  return { name, value, extends: extendsOf(value), locate };
}

/** What is wrong only with what a guide and its bases make together has no place of its own in the file. */
function laidProblems(): LocalProblem[] {
  const path = ['meta', 'extends'];
  return describeErrors(validate.errors ?? []).map((problem) => ({
    path,
    key: true,
    message: `laid over what it extends, ${readablePath(problem.path)}: ${problem.message}`,
  }));
}

function judged(own: ReadGuide, laid: unknown, from: readonly string[]): LoadedGuide {
  const refuse = (problems: readonly LocalProblem[]): LoadedGuide => ({
    ok: false,
    problems: problems.map((one) => own.locate(one)),
  });
  if (from.length > 1 && !validate(laid)) return refuse(laidProblems());
  const problems = guideProblems(own.value, Object(laid));
  if (problems.length > 0 || !isGuide(laid)) return refuse(problems);
  const overlaid = overlayProblems(laid);
  return overlaid.length > 0 ? refuse(overlaid) : { ok: true, guide: laid, from };
}

/** YAML (core schema) or JSON. Overlays are checked on their own and as what they resolve to. */
export function loadGuide(source: string, { name = 'guide', bases = NONE }: LoadOptions = {}): LoadedGuide {
  const own = read({ name, source });
  if (!('locate' in own)) return { ok: false, problems: [...own] };
  const { guides, problems } = lineageOf(own, findIn(bases), read);
  if (problems.length > 0) return { ok: false, problems: [...problems] };
  return judged(
    own,
    guides.length > 1 ? extend(guides) : own.value,
    guides.map((one) => one.name),
  );
}
