/** Takes Markdown's marks within a line away, and keeps what they mark. */

const BOLD = /(\*\*|__)([^*_\n]+)\1/gu;
const SLANTED = /(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_\n]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;
const CODE = /`([^`\n]+)`/gu;
const LINK = /\[([^\][\n]+)\]\((https?:\/\/[^\s()<>]+)\)/gu;
const ANGLED = /<(https?:\/\/[^\s<>]+)>/gu;

/** A link stands behind its words, unless these are the link. */
export const withoutMarks = (text: string): string =>
  text
    .replace(BOLD, '$2')
    .replace(SLANTED, '$2')
    .replace(CODE, '$1')
    .replace(ANGLED, '$1')
    .replace(LINK, (_, words: string, url: string) => (words === url ? url : `${words} (${url})`));

/** The words of the only link in Markdown that a line has. */
export function linkWords(text: string): string | undefined {
  const [only, another] = [...text.matchAll(LINK)];
  return another === undefined ? only?.[1] : undefined;
}
