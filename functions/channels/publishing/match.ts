/** Whether a post on a channel is the one that was sent. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const entity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/** What a reader of HTML sees, without its line breaks. */
export const plainOf = (html: string): string =>
  html.replace(/<[^<>]*>/gu, '').replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/giu, entity);

/** Servers move white space, and some show a mention without its server. */
const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/gu, '')
    .replace(/(@[\p{L}\p{N}_]+)@[\p{L}\p{N}.-]+\p{L}/gu, '$1');

export const saysTheSame = (one: string, other: string): boolean => squeezed(one) === squeezed(other);
