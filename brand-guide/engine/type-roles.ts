/** What a guide's typography tokens ask of the text of each role. */
import { resolveTokens } from './tokens.ts';
import type { ResolvedToken } from './tokens.ts';
import type { DimensionValue } from './token-value.ts';
import type { Guide } from '../schema/guide.ts';

/** What is absent is not asked for. */
export interface TypeRole {
  readonly families?: readonly string[];
  readonly weight?: number;
  /** Pixels. */
  readonly size?: number;
}

export interface TypeRoles {
  readonly byRole: ReadonlyMap<string, TypeRole>;
  /** Of all roles. */
  readonly families: readonly string[];
}

const ROOT_SIZE = 16;

function pixels({ value, unit }: DimensionValue): number {
  return unit === 'rem' ? value * ROOT_SIZE : value;
}

/** A token of a role's own group says one thing of it: `headings.size`. */
function roleOf({ path, value }: ResolvedToken): readonly [role: string, asks: TypeRole] {
  const dot = path.lastIndexOf('.');
  const group = dot < 0 ? path : path.slice(0, dot);
  switch (value.kind) {
    case 'typography': {
      const { families, weight, size } = value;
      const asks = {
        ...(families && { families }),
        ...(weight !== undefined && { weight }),
        ...(size && { size: pixels(size) }),
      };
      return [path, asks];
    }
    case 'fontFamily':
      return [group, { families: value.families }];
    case 'fontWeight':
      return [group, { weight: value.weight }];
    case 'dimension':
      return [group, /size$/iu.test(path) ? { size: pixels(value) } : {}];
    case 'color':
    case 'other':
      return [group, {}];
  }
}

export function typeRoles({ color = {}, typography = {} }: Guide): TypeRoles {
  const byRole = new Map<string, TypeRole>();
  for (const token of resolveTokens(typography, { color, typography }).tokens.values()) {
    const [role, asks] = roleOf(token);
    byRole.set(role, { ...byRole.get(role), ...asks });
  }
  return { byRole, families: [...new Set([...byRole.values()].flatMap(({ families = [] }) => families))] };
}
