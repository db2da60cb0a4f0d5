/** Writes docs/channels.md from the channels' specs. */
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MADE =
  '<!-- Made by scripts/channel-docs.mjs from functions/channels/*/spec.json. Change those, then run it. -->';
const INTRO = `Every figure that the product holds a post to, with where it was read and when. \`official\` and
\`official-quoted\` figures block; \`secondary\` ones and conventions warn and are said to be approximate, save those
that the provider's interface refuses over (**enforced**). Where a figure is *per account*, an account may have its own.`;

const isLimit = (value) =>
  typeof value === 'object' && value !== null && 'value' in value && 'grade' in value && 'unit' in value;

/** What a member of a list is called in a path. */
const nameOf = (one, index) => one?.name ?? one?.when ?? one?.what ?? String(index + 1);

/** Every limit below `value`, with the path that leads to it. */
export function limitsIn(value, path = []) {
  if (isLimit(value)) return [{ path: path.join(' · '), limit: value }];
  if (Array.isArray(value))
    return value.flatMap((one, index) => limitsIn(one, [...path, nameOf(one, index)]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => limitsIn(one, [...path, key]));
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const grouped = (figure) => String(figure).replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/gu, ',');
const linked = (source) => (source.startsWith('https://') ? `<${source}>` : source);

function row({ path, limit }) {
  const { value, unit, grade, source, date, note, enforced, perAccount } = limit;
  const notes = [
    ...(enforced ? ['**enforced**'] : []),
    ...(perAccount ? ['per account'] : []),
    ...(note ? [cell(note)] : []),
  ];
  return `| ${cell(path)} | ${grouped(value)} | ${cell(unit)} | ${grade} | ${linked(source)} | ${cell(date)} | ${notes.join('; ')} |`;
}

const yesNo = (value) => (value ? 'yes' : 'no');

function facts({
  lengthClass,
  formats,
  fields,
  links,
  media,
  altText,
  mentions,
  requires,
  idempotency,
  ...spec
}) {
  const parts = fields.map(({ name, repeats }) => `\`${name}\`${repeats ? ' (repeats)' : ''}`).join(', ');
  const pictures = media
    ? `${media.required ? 'required' : 'optional'}, ${media.min} to ${media.max}; ${media.formats.join(', ')}`
    : 'none';
  return [
    `- Length class ${lengthClass}; formats ${formats.join(', ')}; parts ${parts}.`,
    `- Links: ${{ inline: 'in the text', field: 'beside the text', none: 'not clickable' }[links.place]}. Mentions: ${mentions.form === 'none' ? 'none' : `\`${mentions.form}\``}.`,
    `- Pictures: ${pictures}. Alternative texts: ${yesNo(altText)}.`,
    `- Sending the same call again cannot post twice: ${yesNo(idempotency === 'exact')}${spec.idempotencyKey ? ` (${spec.idempotencyKey.name})` : ''}.`,
    ...(requires ? [`- A message needs: ${requires.join(', ')}.`] : []),
    ...(spec.aiDisclosure ? [`- What a machine made is declared by \`${spec.aiDisclosure}\`.`] : []),
  ];
}

function section(spec) {
  const rows = limitsIn(spec).map(row);
  const table =
    rows.length === 0
      ? ['No limits.']
      : [
          '| figure | value | unit | grade | source | date | notes |',
          '|---|---|---|---|---|---|---|',
          ...rows,
        ];
  return [`## ${spec.name} (\`${spec.id}\`)`, '', ...facts(spec), '', ...table].join('\n');
}

const CHANNELS = join(ROOT, 'functions', 'channels');

async function readSpecs() {
  const folders = await readdir(CHANNELS, { withFileTypes: true });
  const paths = folders
    .filter((one) => one.isDirectory() && existsSync(join(CHANNELS, one.name, 'spec.json')))
    .map((one) => join(CHANNELS, one.name, 'spec.json'))
    .toSorted();
  return Promise.all(paths.map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
}

export async function channelsPage() {
  const specs = await readSpecs();
  const page = ['# The channels', '', MADE, '', INTRO, '', specs.map(section).join('\n\n'), ''].join('\n');
  const filepath = join(ROOT, 'docs', 'channels.md');
  return format(page, { ...(await resolveConfig(filepath)), filepath });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await writeFile(join(ROOT, 'docs', 'channels.md'), await channelsPage());
