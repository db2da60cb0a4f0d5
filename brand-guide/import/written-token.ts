/** Writes a resolved design token as a guide has it. */
import type { ResolvedToken } from '../engine/tokens.ts';
import type { TokenValue } from '../engine/token-value.ts';
import type { DesignToken } from '../schema/look.ts';
import { isFields } from './imported.ts';
import type { Fields } from './imported.ts';

/** The names that tokens of one section get, by their paths in the file. */
export type Rename = ReadonlyMap<string, string>;

const ALIAS = /^\{([^{}]+)\}$/u;

/** The path that a value points to, by `{a.b}` or `{"$ref": "#/a/b/$value"}`. */
function targetOf(value: unknown): string | undefined {
  if (typeof value === 'string') return ALIAS.exec(value.trim())?.[1];
  if (!isFields(value) || typeof value['$ref'] !== 'string') return undefined;
  const steps = value['$ref']
    .replace(/^#\//u, '')
    .split('/')
    .filter((step) => step !== '$value');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

function pointsAway(value: unknown): boolean {
  if (targetOf(value) !== undefined) return true;
  if (Array.isArray(value)) return value.some(pointsAway);
  return isFields(value) && Object.values(value).some(pointsAway);
}

/** A value without aliases, in DTCG's own form. */
function plainValue(value: TokenValue): unknown {
  switch (value.kind) {
    case 'color': {
      const components = [1, 3, 5].map((at) => Number.parseInt(value.hex.slice(at, at + 2), 16) / 255);
      return value.alpha === 1
        ? value.hex
        : { colorSpace: 'srgb', components, alpha: value.alpha, hex: value.hex };
    }
    case 'dimension':
      return { value: value.value, unit: value.unit };
    case 'fontFamily':
      return value.families;
    case 'fontWeight':
      return value.weight;
    case 'typography':
      return {
        ...(value.families && { fontFamily: value.families }),
        ...(value.weight !== undefined && { fontWeight: value.weight }),
        ...(value.size && { fontSize: plainValue(value.size) }),
      };
    default:
      return value.value;
  }
}

/** The value with its aliases renamed; undefined where one names a token of another section. */
function renamed(value: unknown, names: Rename): unknown {
  const target = targetOf(value);
  if (target !== undefined) return names.has(target) ? `{${names.get(target)}}` : undefined;
  if (!isFields(value)) return pointsAway(value) ? undefined : value;
  const entries = Object.entries(value).map(([name, child]) => [name, renamed(child, names)] as const);
  return entries.some(([, child]) => child === undefined) ? undefined : Object.fromEntries(entries);
}

/** `raw` is the token as its file writes it, without a `$value` where its group has it from another. */
export function writtenToken({ type, value }: ResolvedToken, raw: Fields, names: Rename): DesignToken {
  const { $value, $ref, $description, $deprecated, $extensions } = raw;
  const written = renamed($value ?? ($ref === undefined ? undefined : { $ref }), names);
  return {
    ...(type !== undefined && { $type: type }),
    $value: written ?? plainValue(value),
    ...(typeof $description === 'string' && { $description }),
    ...((typeof $deprecated === 'boolean' || typeof $deprecated === 'string') && { $deprecated }),
    ...(isFields($extensions) && { $extensions }),
  };
}
