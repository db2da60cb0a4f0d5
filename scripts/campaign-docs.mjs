/** Writes the page on campaign files: what one looks like, how a plain text is read as one, and every field from its schema. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formattedPage } from './formatted-page.mjs';
import { follow, rowsOf } from './schema-rows.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILE = 'campaign.schema.json';

export async function campaignPage() {
  const head = await readFile(join(ROOT, 'scripts', 'campaign-page.md'), 'utf8');
  const root = JSON.parse(await readFile(join(ROOT, 'functions', 'core', FILE), 'utf8'));
  const about = { schemas: new Map([[FILE, root]]), elsewhere: { '#/$defs/message': 'message' } };
  const sections = Object.entries(root.properties).map(([name, child]) => {
    const [schema] = follow(about.schemas, child, FILE);
    const must = root.required.includes(name) ? ' Required.' : '';
    const words = schema.enum ?? schema.items?.enum;
    const either = words === undefined ? [] : ['', words.map((word) => `\`${word}\``).join(', ')];
    const rows = [...rowsOf(about, child, FILE, name)];
    const table = rows.length === 0 ? [] : ['', '| field | value | what it says |', '|---|---|---|', ...rows];
    return [`## \`${name}\``, '', `${schema.description}${must}`, ...either, ...table].join('\n');
  });
  return formattedPage('campaigns.md', `${head.trimEnd()}\n\n${sections.join('\n\n')}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await writeFile(join(ROOT, 'docs', 'campaigns.md'), await campaignPage());
