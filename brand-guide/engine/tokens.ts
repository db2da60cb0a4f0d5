/** Resolves design tokens (DTCG 2025.10): groups, inherited types, aliases, references, extended groups. */
import { TokenFault, isFields, typeByShape, valueOf } from './token-value.ts';
import type { Fields, TokenValue } from './token-value.ts';

export interface ResolvedToken {
  /** Names from the root, joined by dots. */
  readonly path: string;
  readonly type: string | undefined;
  readonly value: TokenValue;
}

export interface TokenProblem {
  readonly path: string;
  readonly message: string;
}

export interface ResolvedTokens {
  /** By path, in the order of the document. */
  readonly tokens: ReadonlyMap<string, ResolvedToken>;
  readonly problems: readonly TokenProblem[];
}

/** A token as written, with the type that it has itself or from its nearest group. */
interface Written {
  readonly value: unknown;
  readonly own: string | undefined;
  readonly inherited: string | undefined;
}

/** More than any guide has; groups and lists that double themselves end here. */
const MOST_TOKENS = 50_000;
const LONGEST_LIST = 1000;

const ALIAS = /^\{([^{}]+)\}$/u;

/** The path that a value points to, by `{a.b}` or by `{"$ref": "#/a/b"}`. */
function targetOf(value: unknown): string | undefined {
  if (typeof value === 'string') return ALIAS.exec(value.trim())?.[1];
  if (!isFields(value) || typeof value['$ref'] !== 'string') return undefined;
  const names = value['$ref'].replace(/^#\//u, '').split('/');
  return names
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .filter((name) => name !== '$value')
    .join('.');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isToken(value: unknown): value is Fields {
  return isFields(value) && ('$value' in value || '$ref' in value);
}

function groupAt(root: Fields, path: string): Fields | undefined {
  let group: unknown = root;
  for (const name of path.split('.')) group = isFields(group) ? group[name] : undefined;
  return isFields(group) ? group : undefined;
}

/** All tokens of a tree by path; a group that extends another has the other's tokens under its own name. */
function flatten(root: Fields): { written: Map<string, Written>; problems: TokenProblem[] } {
  const written = new Map<string, Written>();
  const problems: TokenProblem[] = [];
  const walk = (group: Fields, path: string, type: string | undefined, over: readonly Fields[]): void => {
    const inherited = textOf(group['$type']) ?? type;
    const base = targetOf(group['$extends']);
    const extended = base === undefined ? undefined : groupAt(root, base);
    if (base !== undefined && (!extended || over.includes(extended)))
      problems.push({ path, message: extended ? `“${base}” extends itself` : `there is no group “${base}”` });
    else if (extended && written.size < MOST_TOKENS)
      walk(extended, path, inherited, [...over, group, extended]);
    for (const [name, child] of Object.entries(group)) {
      const here = path === '' ? name : `${path}.${name}`;
      if (isToken(child)) {
        const value = '$value' in child ? child['$value'] : child;
        written.set(here, { value, own: textOf(child['$type']), inherited });
      } else if (isFields(child) && !name.startsWith('$')) walk(child, here, inherited, over);
    }
  };
  walk(root, '', undefined, []);
  return { written, problems };
}

interface Followed {
  readonly type: string | undefined;
  readonly value: unknown;
}

/** Follows aliases to what they stand for. */
class Resolver {
  private readonly written: ReadonlyMap<string, Written>;
  private readonly followed = new Map<string, Followed>();
  constructor(written: ReadonlyMap<string, Written>) {
    this.written = written;
  }

  /** The token's value with every alias in it followed, and its type; `seen` are the paths on the way there. */
  follow(path: string, seen: readonly string[]): Followed {
    const known = this.followed.get(path) ?? this.read(path, seen);
    this.followed.set(path, known);
    return known;
  }

  private read(path: string, seen: readonly string[]): Followed {
    if (seen.includes(path))
      throw new TokenFault(`an alias that ends nowhere: ${[...seen, path].join(' → ')}`);
    const token = this.written.get(path);
    if (!token) throw new TokenFault(`there is no token “${path}”`);
    const way = [...seen, path];
    const target = targetOf(token.value);
    if (target !== undefined) {
      const found = this.follow(target, way);
      return { ...found, type: token.own ?? found.type ?? token.inherited };
    }
    const value = this.filled(token.value, way);
    return { value, type: token.own ?? token.inherited ?? typeByShape(value) };
  }

  private filled(value: unknown, way: readonly string[]): unknown {
    const target = targetOf(value);
    if (target !== undefined) return this.follow(target, way).value;
    if (Array.isArray(value)) {
      const list: unknown[] = value.flatMap((one) => this.filled(one, way));
      if (list.length <= LONGEST_LIST) return list;
      throw new TokenFault(`a list of more than ${LONGEST_LIST} entries`);
    }
    if (!isFields(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.filled(one, way)]));
  }
}

/**
 * The tokens of a tree, with what cannot be resolved told by path and left out. Aliases may also point into `known`, where
 * a guide's other sections are found under their names: `{color.primary}`.
 */
export function resolveTokens(tree: Fields, known: Fields = {}): ResolvedTokens {
  const { written, problems } = flatten(tree);
  const resolver = new Resolver(new Map([...flatten(known).written, ...written]));
  const tokens = new Map<string, ResolvedToken>();
  for (const path of written.keys()) {
    try {
      const { type, value } = resolver.follow(path, []);
      tokens.set(path, { path, type, value: valueOf(type, value) });
    } catch (error) {
      if (!(error instanceof TokenFault)) throw error;
      problems.push({ path, message: error.message });
    }
  }
  return { tokens, problems };
}
