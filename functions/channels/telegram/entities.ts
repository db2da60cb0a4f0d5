/** Parses what Telegram's HTML style marks in a text: the text that is left, and its entities in UTF-16 units. */

const TYPES = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  a: 'text_link',
} as const;
export type EntityType = (typeof TYPES)[keyof typeof TYPES];

/** As the Bot API takes it, `offset` and `length` in UTF-16 units. */
export interface TelegramEntity {
  readonly type: EntityType;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface ParsedText {
  readonly text: string;
  readonly entities: readonly TelegramEntity[];
}

interface Open {
  readonly name: string;
  readonly offset: number;
  readonly url: string | undefined;
}

const TAG =
  /<(\/?)(b|strong|i|em|u|ins|s|strike|del|tg-spoiler|code|pre|blockquote|a)(?: href="([^"<>\s]{1,2048})")?>/gu;
const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const ENTITY = /&(?:lt|gt|amp|quot);/gu;

const decoded = (text: string): string =>
  text.includes('&') ? text.replace(ENTITY, (entity) => NAMED[entity] ?? entity) : text;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closes: boolean;
  readonly url: string | undefined;
}

/** The tags that open or close something; one without its partner is text, as people type it. */
function pairedTags(text: string): readonly Tag[] {
  const paired: Tag[] = [];
  const open: Tag[] = [];
  for (const { 0: found, index, 1: slash, 2: name = '', 3: url } of text.matchAll(TAG)) {
    const tag = { start: index, end: index + found.length, name, closes: slash === '/', url };
    if (!tag.closes) {
      if ((name === 'a') === (url !== undefined)) open.push(tag);
    } else if (open.at(-1)?.name === name) {
      const partner = open.pop();
      if (partner) paired.push(partner, tag);
    }
  }
  return paired.toSorted((a, b) => a.start - b.start);
}

function closed({ name, offset, url }: Open, end: number): TelegramEntity[] {
  const type = Object.entries(TYPES).find(([tag]) => tag === name)?.[1];
  if (!type || end === offset) return [];
  return [{ type, offset, length: end - offset, ...(url !== undefined && { url }) }];
}

/** Markup that does not pair up is text; so is every `&` and `<` that stands for nothing. */
export function parseEntities(source: string): ParsedText {
  const entities: TelegramEntity[] = [];
  const open: Open[] = [];
  let text = '';
  let at = 0;
  for (const tag of source.includes('<') ? pairedTags(source) : []) {
    text += decoded(source.slice(at, tag.start));
    at = tag.end;
    if (!tag.closes) open.push({ name: tag.name, offset: text.length, url: tag.url });
    else {
      const begun = open.pop();
      if (begun) entities.push(...closed(begun, text.length));
    }
  }
  text += decoded(source.slice(at));
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}
