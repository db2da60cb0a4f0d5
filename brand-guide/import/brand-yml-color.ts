/** The colours of a brand.yml as design tokens. */
import { readColor } from '../engine/color.ts';
import type { Path } from '../schema/document-problem.ts';
import type { DesignToken } from '../schema/look.ts';
import { fieldsOf, isFields, textOf } from './imported.ts';
import type { Fields, Leftovers } from './imported.ts';

/** The colour that holds on a light ground. */
function onLight(value: unknown, path: Path, leftovers: Leftovers): string | undefined {
  if (!isFields(value)) return textOf(value);
  if ('dark' in value)
    leftovers.note([...path, 'dark'], 'a guide has one colour for a role: that on a light ground');
  return textOf(value['light']);
}

interface Names {
  readonly palette: Fields;
  readonly roles: Fields;
}

/** The token that a name stands for, seen from `own`: a palette's colour, or else a role. */
function aliasOf(word: string, own: string, { palette, roles }: Names): string | undefined {
  return word !== own && (Object.hasOwn(palette, word) || Object.hasOwn(roles, word))
    ? `{${word}}`
    : undefined;
}

function valueOf(word: string, own: string, names: Names): string | undefined {
  const alias = aliasOf(word, own, names);
  if (alias !== undefined) return alias;
  const color = readColor(word);
  return color && (word.startsWith('#') || color.alpha < 1 ? word : color.hex);
}

/** Roles go over colours of the palette that have their names. */
export function colorsOf(color: Fields, leftovers: Leftovers): Record<string, DesignToken> {
  const { palette: given, ...roles } = color;
  const palette = fieldsOf(given);
  const tokens: Record<string, DesignToken> = {};
  const read = (name: string, value: unknown, path: Path): void => {
    const word = onLight(value, path, leftovers);
    if (word === undefined && isFields(value)) return;
    const own = Object.hasOwn(palette, name) && word === name ? textOf(palette[name]) : word;
    const $value = own === undefined ? undefined : valueOf(own, name, { palette, roles });
    if ($value === undefined)
      leftovers.note(path, `found ${JSON.stringify(value)}, expected a colour or a name of the palette`);
    else tokens[name] = { $type: 'color', $value };
  };
  for (const [name, value] of Object.entries(palette)) read(name, value, ['color', 'palette', name]);
  for (const [name, value] of Object.entries(roles)) read(name, value, ['color', name]);
  return tokens;
}
