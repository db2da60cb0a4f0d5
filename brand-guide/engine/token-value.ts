/** Reads the values of design tokens (DTCG 2025.10) by their type, once aliases are gone. */
import { COLOR_SPACES, hexOfComponents, readColor } from './color.ts';
import weights from './font-weights.json' with { type: 'json' };

export interface ColorValue {
  readonly kind: 'color';
  /** sRGB, `#RRGGBB`. */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}
export interface DimensionValue {
  readonly kind: 'dimension';
  readonly value: number;
  readonly unit: string;
}
export interface FamilyValue {
  readonly kind: 'fontFamily';
  /** The wanted one first. */
  readonly families: readonly string[];
}
export interface WeightValue {
  readonly kind: 'fontWeight';
  /** 1 to 1000. */
  readonly weight: number;
}
export interface TypographyValue {
  readonly kind: 'typography';
  readonly families?: readonly string[];
  readonly weight?: number;
  readonly size?: DimensionValue;
}
/** Of a type that nothing here reads: durations, shadows, numbers … */
export interface OtherValue {
  readonly kind: 'other';
  readonly value: unknown;
}
export type TokenValue =
  ColorValue | DimensionValue | FamilyValue | WeightValue | TypographyValue | OtherValue;

/** Why a value cannot be read: what was expected. */
export class TokenFault extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function componentOf(value: unknown): number {
  if (value === 'none') return 0;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TokenFault('a component of a colour is a number or "none"');
}

function alphaOf({ alpha = 1 }: Fields): number {
  if (typeof alpha === 'number' && alpha >= 0 && alpha <= 1) return alpha;
  throw new TokenFault('alpha is a number from 0 to 1');
}

function colorOf(value: unknown): ColorValue {
  if (typeof value === 'string') {
    const read = readColor(value);
    if (read) return { kind: 'color', ...read };
    throw new TokenFault(`“${value}” is no colour; expected #RRGGBB or {colorSpace, components}`);
  }
  if (!isFields(value)) throw new TokenFault('expected #RRGGBB or {colorSpace, components}');
  const { colorSpace, components, hex } = value;
  if (components === undefined && typeof hex === 'string') return { ...colorOf(hex), alpha: alphaOf(value) };
  if (typeof colorSpace !== 'string' || !Array.isArray(components) || components.length !== 3)
    throw new TokenFault('a colour has a colorSpace and three components');
  const [first, second, third] = components;
  const three = [componentOf(first), componentOf(second), componentOf(third)] as const;
  const made = hexOfComponents(colorSpace, three);
  if (made === undefined)
    throw new TokenFault(`unknown colorSpace “${colorSpace}”; expected one of ${COLOR_SPACES.join(', ')}`);
  return { kind: 'color', hex: made, alpha: alphaOf(value) };
}

const WRITTEN_DIMENSION = /^(-?\d+(?:\.\d+)?)\s*(px|rem)$/u;

function dimensionOf(value: unknown): DimensionValue {
  const written = typeof value === 'string' ? WRITTEN_DIMENSION.exec(value.trim()) : null;
  const [, figure, unit] = written ?? [];
  if (figure !== undefined && unit !== undefined) return { kind: 'dimension', value: Number(figure), unit };
  if (isFields(value) && typeof value['value'] === 'number' && typeof value['unit'] === 'string')
    return { kind: 'dimension', value: value['value'], unit: value['unit'] };
  throw new TokenFault('a dimension is {value, unit}, such as {"value": 16, "unit": "px"}');
}

function familiesOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  if (names.length === list.length && names.length > 0) return names;
  throw new TokenFault('a fontFamily is a name or a list of names');
}

function weightOf(value: unknown): number {
  if (typeof value === 'number' && value >= 1 && value <= 1000) return value;
  const name =
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s_]+/gu, '-')
      : '';
  const known = Object.entries(weights).find(([one]) => one === name || one.replace('-', '') === name);
  if (known) return known[1];
  throw new TokenFault('a fontWeight is a number from 1 to 1000 or a name such as "bold"');
}

function typographyOf(value: unknown): TypographyValue {
  if (!isFields(value)) throw new TokenFault('a typography value has fontFamily, fontSize, fontWeight …');
  const { fontFamily, fontWeight, fontSize } = value;
  return {
    kind: 'typography',
    ...(fontFamily === undefined ? {} : { families: familiesOf(fontFamily) }),
    ...(fontWeight === undefined ? {} : { weight: weightOf(fontWeight) }),
    ...(fontSize === undefined ? {} : { size: dimensionOf(fontSize) }),
  };
}

/** The type that a value of no stated type must have, by its shape. */
export function typeByShape(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('#') ? 'color' : undefined;
  if (!isFields(value)) return undefined;
  if ('colorSpace' in value || 'hex' in value) return 'color';
  if ('fontFamily' in value || 'fontSize' in value || 'fontWeight' in value) return 'typography';
  return 'value' in value && 'unit' in value ? 'dimension' : undefined;
}

/** Throws {@link TokenFault} where the value is not of its type. */
export function valueOf(type: string | undefined, value: unknown): TokenValue {
  switch (type) {
    case 'color':
      return colorOf(value);
    case 'dimension':
      return dimensionOf(value);
    case 'fontFamily':
      return { kind: 'fontFamily', families: familiesOf(value) };
    case 'fontWeight':
      return { kind: 'fontWeight', weight: weightOf(value) };
    case 'typography':
      return typographyOf(value);
    default:
      return { kind: 'other', value };
  }
}
