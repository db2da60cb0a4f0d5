/** The texts of a document's front matter, each a block of its own. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import { aligned } from './align.ts';
import type { Block } from './types.ts';
import { blockOf } from './block.ts';

const YAML = /^---\n([^]*?)\n---(?=\n|$)/u;
const TOML = /^\+\+\+\n([^]*?)\n\+\+\+(?=\n|$)/u;
const ASSIGNMENT = /^([\w-]+)\s*=\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/gmu;

function* yamlTexts(
  source: string,
  inner: string,
): Iterable<[key: string, value: string, start: number, end: number]> {
  const { contents, errors } = parseDocument<Node>(inner);
  if (errors.length > 0 || !isMap<Node, Node>(contents)) return;
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string' || !value.range) continue;
    const [start, end] = value.range;
    const quote = /^["']/u.test(source.slice(4 + start, 5 + start)) ? 1 : 0;
    yield [String(key.value), value.value, 4 + start + quote, 4 + end - quote];
  }
}

function* tomlTexts(inner: string): Iterable<[key: string, value: string, start: number, end: number]> {
  for (const match of inner.matchAll(ASSIGNMENT)) {
    const value = match[2] ?? match[3] ?? '';
    const end = 4 + match.index + match[0].length - 1;
    yield [match[1] ?? '', value, end - value.length, end];
  }
}

/** `text.frontmatter.title.md` and so on, for every field that is a text. */
export function* frontMatterBlocks(source: string, extension: string): Iterable<Block> {
  const yaml = YAML.exec(source)?.[1];
  const toml = yaml === undefined ? TOML.exec(source)?.[1] : undefined;
  const texts = yaml !== undefined ? yamlTexts(source, yaml) : toml !== undefined ? tomlTexts(toml) : [];
  for (const [key, value, start, end] of texts)
    if (value.trim() !== '')
      yield blockOf(
        aligned(source, start, end, value, { code: true }),
        `text.frontmatter.${key}${extension}`,
      );
}
