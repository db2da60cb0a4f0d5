/** Reads a file of design tokens (DTCG 2025.10) into a guide's colours and type. */
import { resolveTokens } from '../engine/tokens.ts';
import type { ResolvedToken } from '../engine/tokens.ts';
import { parseDocument } from '../schema/document.ts';
import type { LocalProblem } from '../schema/document-problem.ts';
import { fieldsOf, isFields, Leftovers } from './imported.ts';
import type { Fields, GuideSections, ImportResult } from './imported.ts';
import { writtenToken } from './written-token.ts';
import type { Rename } from './written-token.ts';

type Section = 'color' | 'typography';

const SECTIONS: Readonly<Record<string, Section>> = {
  color: 'color',
  fontFamily: 'typography',
  fontWeight: 'typography',
  typography: 'typography',
};

/** A group that only repeats the section's own name. */
const REPEATS: Readonly<Record<Section, readonly string[]>> = {
  color: ['color', 'colors', 'colour', 'colours'],
  typography: ['typography', 'type', 'font', 'fonts'],
};

function shorter(section: Section, path: string): string {
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 && REPEATS[section].includes(first.toLowerCase()) ? rest.join('.') : path;
}

/** Names without the group that repeats the section's, as long as no two tokens get the same one. */
function namesIn(section: Section, paths: readonly string[]): Map<string, string> {
  const short = paths.map((path) => shorter(section, path));
  const clash = new Set(short.filter((name, at) => short.indexOf(name) !== at));
  return new Map(
    paths.map((path, at) => {
      const name = short[at] ?? path;
      return [path, clash.has(name) ? path : name];
    }),
  );
}

/** Where a token's text stands; the nearest that exists, for one that its group has from another. */
function rawAt(tree: Fields, path: string): Fields {
  let at: unknown = tree;
  for (const name of path.split('.')) at = isFields(at) ? at[name] : undefined;
  return fieldsOf(at);
}

/** Sizes that a typography token names are type; other dimensions are spaces and borders. */
function sizesOfType(tree: Fields, tokens: readonly ResolvedToken[]): Set<string> {
  const composites = tokens.filter(({ type }) => type === 'typography');
  const targets = composites.flatMap(({ path }) =>
    Object.values(fieldsOf(rawAt(tree, path)['$value'])).map(
      (value) => /^\{(.+)\}$/u.exec(String(value))?.[1],
    ),
  );
  return new Set(targets.filter((path) => path !== undefined));
}

function noteGroups(tree: Fields, path: readonly string[], leftovers: Leftovers): void {
  if ('$value' in tree) return;
  for (const [name, child] of Object.entries(tree)) {
    if ((name === '$description' || name === '$extensions') && path.length > 0)
      leftovers.note([...path, name], `${name} of a group is not kept: tokens are taken one by one`);
    if (isFields(child) && !name.startsWith('$')) noteGroups(child, [...path, name], leftovers);
  }
}

function sectionsOf(tree: Fields, leftovers: Leftovers): GuideSections {
  const { tokens, problems } = resolveTokens(tree);
  const all = [...tokens.values()];
  const sizes = sizesOfType(tree, all);
  const sectionOf = ({ path, type = '' }: ResolvedToken): Section | undefined =>
    SECTIONS[type] ?? (type === 'dimension' && sizes.has(path) ? 'typography' : undefined);
  for (const { path, message } of problems) leftovers.note(path.split('.'), message);
  for (const token of all)
    if (!sectionOf(token))
      leftovers.note(
        token.path.split('.'),
        `a guide has no place for a token of type ${token.type ?? 'unknown'}`,
      );
  const made = (section: Section): Fields => {
    const own = all.filter((token) => sectionOf(token) === section);
    const names: Rename = namesIn(
      section,
      own.map(({ path }) => path),
    );
    return Object.fromEntries(
      own.map((token) => [
        names.get(token.path) ?? token.path,
        writtenToken(token, rawAt(tree, token.path), names),
      ]),
    );
  };
  const [color, typography] = [made('color'), made('typography')];
  return {
    ...(Object.keys(color).length > 0 && { color }),
    ...(Object.keys(typography).length > 0 && { typography }),
  };
}

/** Aliases stay aliases where the token that they name is in the same section; elsewhere they become its value. */
export function importDesignTokens(source: string): ImportResult {
  const parsed = parseDocument(source);
  if (parsed.problems.length > 0 || !isFields(parsed.value)) return { ok: false, problems: parsed.problems };
  const leftovers = new Leftovers();
  const sections = sectionsOf(parsed.value, leftovers);
  noteGroups(parsed.value, [], leftovers);
  if (Object.keys(sections).length > 0)
    return { ok: true, sections, notCarried: leftovers.placed(parsed.locate) };
  const nothing: LocalProblem = {
    path: [],
    message: 'found no colours and no type, expected design tokens (DTCG 2025.10)',
  };
  const [first] = leftovers.placed(parsed.locate);
  return { ok: false, problems: [first ?? parsed.locate(nothing)] };
}
