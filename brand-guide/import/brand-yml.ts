/** Reads a `_brand.yml` (brand.yml) into a guide's name, colours, type and logo. */
import { parseDocument } from '../schema/document.ts';
import { nearMiss } from '../schema/near-miss.ts';
import { colorsOf } from './brand-yml-color.ts';
import { logoOf } from './brand-yml-logo.ts';
import { typographyOf } from './brand-yml-typography.ts';
import { fieldsOf, isFields, Leftovers, textOf } from './imported.ts';
import type { Fields, GuideSections, ImportResult } from './imported.ts';

const KNOWN = ['meta', 'logo', 'color', 'typography', 'defaults'];

function nameOf(name: unknown): { full: string; short?: string } | undefined {
  const full = textOf(name) ?? textOf(fieldsOf(name)['full']) ?? textOf(fieldsOf(name)['short']);
  const short = textOf(fieldsOf(name)['short']);
  return full === undefined ? undefined : { full, ...(short !== undefined && { short }) };
}

function metaOf(meta: Fields, leftovers: Leftovers): GuideSections {
  const name = nameOf(meta['name']);
  const links = fieldsOf(meta['link'] ?? meta['links']);
  const link = textOf(meta['link']) ?? textOf(links['home']);
  const where = 'link' in meta ? 'link' : 'links';
  leftovers.noteOthers(links, ['meta', where], ['home'], 'a guide has one link: the home');
  leftovers.noteOthers(meta, ['meta'], ['name', 'link', 'links'], 'a guide has no such field');
  if (!name && link === undefined) return {};
  return { meta: { ...(name && { name }), ...(link !== undefined && { link }) } };
}

function noteUnknown(brand: Fields, leftovers: Leftovers): void {
  for (const name of Object.keys(brand)) {
    const near = KNOWN.includes(name) ? undefined : nearMiss(name, KNOWN);
    if (name === 'defaults') leftovers.note([name], 'settings of Quarto, Shiny and the like are theirs');
    else if (!KNOWN.includes(name))
      leftovers.note(
        [name],
        `is no field of brand.yml${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      );
  }
}

/** Palette and roles become tokens of one list, and a name that stands for a colour an alias of it. */
export function importBrandYml(source: string): ImportResult {
  const parsed = parseDocument(source);
  if (parsed.problems.length > 0 || !isFields(parsed.value)) return { ok: false, problems: parsed.problems };
  const leftovers = new Leftovers();
  const { meta, logo, color, typography } = parsed.value;
  const colors = colorsOf(fieldsOf(color), leftovers);
  const type = typographyOf(fieldsOf(typography), leftovers);
  const file = logoOf(logo, leftovers);
  noteUnknown(parsed.value, leftovers);
  const sections: GuideSections = {
    ...metaOf(fieldsOf(meta), leftovers),
    ...(Object.keys(colors).length > 0 && { color: colors }),
    ...(Object.keys(type).length > 0 && { typography: type }),
    ...(file !== undefined && { imagery: { logo: { file } } }),
  };
  if (Object.keys(sections).length > 0)
    return { ok: true, sections, notCarried: leftovers.placed(parsed.locate) };
  const message = 'found nothing of a brand, expected `meta`, `color`, `typography` or `logo`';
  return { ok: false, problems: [parsed.locate({ path: [], message })] };
}
