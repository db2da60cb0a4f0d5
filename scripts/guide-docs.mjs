/** Writes the pages of docs that come from the product itself: every field of a guide from its schema, every rule from its meta. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA = join(ROOT, 'brand-guide', 'schema');
const MADE = '<!-- Made by scripts/guide-docs.mjs. -->';

const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

async function readSchemas() {
  const names = await readdir(join(SCHEMA, 'sections'));
  const files = ['guide.schema.json', ...names.map((name) => `sections/${name}`)];
  const read = async (name) => [name, JSON.parse(await readFile(join(SCHEMA, name), 'utf8'))];
  return new Map(await Promise.all(files.map(read)));
}

/** What a `$ref` names, with the file that it stands in; a description beside it goes over the target's. */
function follow(schemas, schema, file) {
  if (typeof schema.$ref !== 'string') return [schema, file];
  const [path, pointer] = schema.$ref.split('#/$defs/');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  const root = schemas.get(target);
  const [found, at] = follow(schemas, pointer === undefined ? root : root.$defs[pointer], target);
  return [{ ...found, description: schema.description ?? found.description }, at];
}

const without = (list) => list.filter((one) => one !== null && one !== 'null');

/** Such as `text`, `list`, `one of …`; null, which only removes, is left out. */
function kindOf(schema) {
  if (schema.enum)
    return without(schema.enum)
      .map((word) => `\`${word}\``)
      .join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.anyOf)
    return without(schema.anyOf.map((one) => (one.type === 'null' ? null : kindOf(one)))).join(' or ');
  const types = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    array: 'list',
    object: 'fields',
  };
  return without([schema.type ?? 'any'].flat())
    .map((type) => types[type] ?? type)
    .join(' or ');
}

/** As the build checks it. */
async function formatted(name, text) {
  const filepath = join(ROOT, 'docs', name);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** Fields that only a whole guide must have: an overlay, or a guide that extends another, may leave them out. */
function* wholeFields(schema, path) {
  for (const name of schema.required ?? []) yield `${path}.${name}`;
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    if (isPlain(child)) yield* wholeFields(child, path === '' ? name : `${path}.${name}`);
  if (isPlain(schema.items)) yield* wholeFields(schema.items, `${path}[]`);
  if (isPlain(schema.additionalProperties)) yield* wholeFields(schema.additionalProperties, `${path}.*`);
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A row for each field below; `[]` stands for an item, `*` for a name that people choose. */
function* rowsOf(schemas, given, start, path, depth = 0) {
  const whole = new Set(wholeFields(schemas.get('guide.schema.json').$defs.wholeItems, ''));
  const [schema, file] = follow(schemas, given, start);
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const [field, at] = follow(schemas, child, file);
    const here = path === '' ? name : `${path}.${name}`;
    const must = schema.required?.includes(name) || whole.has(here) ? ' (required)' : '';
    yield `| \`${here}\` | ${cell(kindOf(field))}${must} | ${cell(field.description)} |`;
    if (depth < 5) yield* rowsOf(schemas, field, at, here, depth + 1);
  }
  for (const [key, mark] of [
    ['items', '[]'],
    ['additionalProperties', '.*'],
  ])
    if (isPlain(schema[key]) && depth < 5)
      yield* rowsOf(schemas, schema[key], file, `${path}${mark}`, depth + 1);
}

/** The page on the guide's fields. */
export async function guidePage() {
  const schemas = await readSchemas();
  const root = schemas.get('guide.schema.json');
  const sections = Object.entries(root.properties).map(([name, child]) => {
    const [schema, file] = follow(schemas, child, 'guide.schema.json');
    const overlays = ['channels', 'locales', 'accounts'].includes(name);
    const rows = overlays ? [] : [...rowsOf(schemas, schema, file, name, 0)];
    const table = rows.length === 0 ? [] : ['', '| field | value | what it says |', '|---|---|---|', ...rows];
    const more = overlays ? [' Any section below `meta` may stand in it.'] : [];
    return [`## \`${name}\``, '', `${schema.description}${more.join('')}`, ...table].join('\n');
  });
  const head = [
    '# The fields of a brand guide',
    '',
    MADE,
    '',
    'A guide is YAML (core schema) or JSON. Only `meta` has to be there. `[]` is an item of a list, `*` a name of your own.',
    'In `channels`, `locales` and `accounts`, and in a guide that extends another, items merge by `id`, other values replace, and `null` removes.',
  ];
  return formatted('guide.md', `${head.join('\n')}\n\n${sections.join('\n\n')}\n`);
}

/** What a registry exports. */
async function load(registry) {
  const bundle = await rolldown({
    input: join(ROOT, 'brand-guide/rules', registry),
    cwd: ROOT,
    platform: 'node',
    external: (id) => !/^[./\0]/u.test(id) && !id.startsWith(ROOT),
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const file = join(
    ROOT,
    'node_modules',
    '.cache',
    `cantus-rules-${process.pid}-${registry.replaceAll('/', '-')}.mjs`,
  );
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file);
  }
}

/** The page on the rules. @param campaignRules those that compare the variants of a campaign */
export async function rulesPage(rules, campaignRules) {
  const all = [...rules, ...campaignRules];
  const rows = all.map(({ meta }) => {
    const languages = meta.languages === 'any' ? 'any' : meta.languages.join(', ');
    const options =
      meta.options.map((name) => `[\`${name}\`](guide.md#${name.toLowerCase()})`).join(', ') || '–';
    return `| [\`${meta.id}\`](#${meta.id}) | ${cell(meta.says)} | ${meta.severity} | ${meta.fixable ? 'yes' : 'no'} | ${languages} | ${options} |`;
  });
  const details = all.map(({ meta }) => `## \`${meta.id}\`\n\n${meta.says} ${meta.docs}`);
  const head = [
    '# The rules',
    '',
    MADE,
    '',
    '| rule | what it wants | severity | fixes | languages | set up by |',
    '|---|---|---|---|---|---|',
  ];
  return formatted('rules.md', `${[...head, ...rows].join('\n')}\n\n${details.join('\n\n')}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeFile(join(ROOT, 'docs', 'guide.md'), await guidePage());
  const { rules } = await load('every-rule.ts');
  const { campaignRules } = await load('campaign/registry.ts');
  await writeFile(join(ROOT, 'docs', 'rules.md'), await rulesPage(rules, campaignRules));
}
