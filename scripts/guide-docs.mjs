/** Writes the pages of docs that come from the product itself: every field of a guide from its schema, every rule from its meta. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { formattedPage } from './formatted-page.mjs';
import { cell, follow, rowsOf, wholeFields } from './schema-rows.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA = join(ROOT, 'brand-guide', 'schema');
const MADE = '<!-- Made by scripts/guide-docs.mjs. -->';

async function readSchemas() {
  const names = await readdir(join(SCHEMA, 'sections'));
  const files = ['guide.schema.json', ...names.map((name) => `sections/${name}`)];
  const read = async (name) => [name, JSON.parse(await readFile(join(SCHEMA, name), 'utf8'))];
  return new Map(await Promise.all(files.map(read)));
}

/** The page on the guide's fields. */
export async function guidePage() {
  const schemas = await readSchemas();
  const root = schemas.get('guide.schema.json');
  const about = { schemas, whole: new Set(wholeFields(root.$defs.wholeItems, '')) };
  const sections = Object.entries(root.properties).map(([name, child]) => {
    const [schema, file] = follow(schemas, child, 'guide.schema.json');
    const overlays = ['channels', 'locales', 'accounts'].includes(name);
    const rows = overlays ? [] : [...rowsOf(about, schema, file, name)];
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
  return formattedPage('guide.md', `${head.join('\n')}\n\n${sections.join('\n\n')}\n`);
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
  return formattedPage('rules.md', `${[...head, ...rows].join('\n')}\n\n${details.join('\n\n')}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeFile(join(ROOT, 'docs', 'guide.md'), await guidePage());
  const { rules } = await load('every-rule.ts');
  const { campaignRules } = await load('campaign/registry.ts');
  await writeFile(join(ROOT, 'docs', 'rules.md'), await rulesPage(rules, campaignRules));
}
