/** The type of a brand.yml as design tokens. */
import { TokenFault, valueOf } from '../engine/token-value.ts';
import type { Path } from '../schema/document-problem.ts';
import type { DesignToken } from '../schema/look.ts';
import { fieldsOf, isFields, textOf } from './imported.ts';
import type { Fields, Leftovers } from './imported.ts';

/** brand.yml's fields, and those of a DTCG typography value that they become. */
const FIELDS: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  family: { name: 'fontFamily', type: 'fontFamily' },
  size: { name: 'fontSize', type: 'dimension' },
  weight: { name: 'fontWeight', type: 'fontWeight' },
};

function readable(type: string, value: unknown): boolean {
  try {
    valueOf(type, value);
    return true;
  } catch (error) {
    if (error instanceof TokenFault) return false;
    throw error;
  }
}

/** `16px` as `{value: 16, unit: px}`; other values as they are. */
function written(type: string, value: unknown): unknown {
  const read = type === 'dimension' ? valueOf(type, value) : undefined;
  return read?.kind === 'dimension' ? { value: read.value, unit: read.unit } : value;
}

function styleOf(style: Fields, path: Path, leftovers: Leftovers): Fields {
  const value: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(style)) {
    const field = FIELDS[name];
    if (field && readable(field.type, given)) value[field.name] = written(field.type, given);
    else if (name === 'line-height' && typeof given === 'number') value['lineHeight'] = given;
    else
      leftovers.note(
        [...path, name],
        field || name === 'line-height'
          ? `found ${JSON.stringify(given)}, expected ${name === 'size' ? 'px or rem' : 'a number'}`
          : `a guide's type has no ${name}`,
      );
  }
  return value;
}

function tokenOf(style: unknown, path: Path, leftovers: Leftovers): DesignToken | undefined {
  const family = textOf(style);
  if (family !== undefined) return { $type: 'fontFamily', $value: family };
  if (!isFields(style)) return undefined;
  const value = styleOf(style, path, leftovers);
  return Object.keys(value).length === 0 ? undefined : { $type: 'typography', $value: value };
}

/** `Open Sans` as `font-open-sans`. */
function fontName(family: string): string {
  return `font-${family
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')}`;
}

/** The families of `fonts` and each role with its own; where a font's files come from is not kept. */
export function typographyOf(typography: Fields, leftovers: Leftovers): Record<string, DesignToken> {
  const { fonts, ...roles } = typography;
  const tokens: Record<string, DesignToken> = {};
  for (const [at, font] of (Array.isArray(fonts) ? fonts : []).entries()) {
    const family = textOf(font) ?? textOf(fieldsOf(font)['family']);
    if (family !== undefined) tokens[fontName(family)] = { $type: 'fontFamily', $value: family };
    else leftovers.note(['typography', 'fonts', at], 'found no `family`');
    leftovers.noteOthers(
      fieldsOf(font),
      ['typography', 'fonts', at],
      ['family'],
      'a guide keeps no font files',
    );
  }
  for (const [role, style] of Object.entries(roles)) {
    const token = tokenOf(style, ['typography', role], leftovers);
    if (token) tokens[role] = token;
    else if (!isFields(style)) leftovers.note(['typography', role], 'found neither a font nor its fields');
  }
  return tokens;
}
