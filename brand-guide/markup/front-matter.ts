/** Finds the data that some documents begin with. */
import type { FrontMatter } from './types.ts';

const FENCED = /^(?<fence>---|\+\+\+)[^\S\n]*\n(?<data>[^]*?)^(?:\k<fence>|\.\.\.)[^\S\n]*(?:\n|$)/mu;
/** The first line of YAML that says anything: otherwise the fences are rules between paragraphs. */
const YAML = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*(?:$|["']?[\p{L}\p{N}_$][^\n:]*:(?:\s|$)|[-{[])/u;
const TOML = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*(?:$|\[|["']?[\p{L}\p{N}_][^\n=]*=)/u;

function fenced(source: string): FrontMatter | undefined {
  if (!source.startsWith('---') && !source.startsWith('+++')) return undefined;
  const { 0: whole = '', index, groups } = FENCED.exec(source) ?? {};
  if (index !== 0) return undefined;
  const toml = groups?.['fence'] === '+++';
  if (!(toml ? TOML : YAML).test(groups?.['data'] ?? '')) return undefined;
  return { format: toml ? 'toml' : 'yaml', start: 0, end: whole.length };
}

/** An object that ends at a line's end, as Hugo writes it: on the first line, or with a brace at a line's beginning. */
function json(source: string): FrontMatter | undefined {
  const first = /^\{\s*["}][^\n]*(?:\n|$)/u.exec(source)?.[0];
  const last = /^\{\s*["}]/u.test(source) ? /^\}[^\S\n]*(?:\n|$)/mu.exec(source) : null;
  const ends = [first?.length, last ? last.index + last[0].length : undefined];
  const end = ends.find((one) => one !== undefined && isObject(source.slice(0, one)));
  return end === undefined ? undefined : { format: 'json', start: 0, end };
}

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** At the very start only. */
export function frontMatterOf(source: string): FrontMatter | undefined {
  return fenced(source) ?? json(source);
}
