/** LinkedIn's "little text": how a post is written for its interface, and what of it people see. */

/** Taken as an element's beginning, and everything after it may be lost without an error. */
const RESERVED = /[\\|{}@[\]()<>#*_~]/gu;
const ESCAPED = /\\([\\|{}@[\]()<>#*_~])/gu;
const MENTION = String.raw`@\[(?<name>(?:[^\][\\\n]|\\.){1,200})\]\(urn:li:[a-z]{1,30}:[A-Za-z0-9_-]{1,60}\)`;
const HASHTAG = String.raw`(?<![\p{L}\p{N}_&/#])#(?<tag>[\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*)`;
const TEMPLATE = String.raw`\{hashtag\|\\?#\|(?<inTemplate>[\p{L}\p{N}\p{M}_\\]{1,200})\}`;
const ELEMENT = new RegExp(`${TEMPLATE}|${MENTION}|${HASHTAG}`, 'gu');

const escaped = (text: string): string => text.replace(RESERVED, String.raw`\$&`);
const unescaped = (text: string): string => text.replace(ESCAPED, '$1');

/** Writes a text for the interface: hashtags as templates, mentions (`@[Name](urn:li:…)`) as they are, the rest escaped. */
export function littleText(text: string): string {
  let written = '';
  let at = 0;
  for (const { 0: found, index, groups } of text.matchAll(ELEMENT)) {
    const tag = groups?.['tag'];
    written += escaped(text.slice(at, index));
    written += tag === undefined ? found : String.raw`{hashtag|\#|${escaped(tag)}}`;
    at = index + found.length;
  }
  return written + escaped(text.slice(at));
}

/** What people see of a text that may have elements or escapes in it. */
export function shownText(text: string): string {
  if (!/[\\@{]/u.test(text)) return text;
  let shown = '';
  let at = 0;
  for (const { 0: found, index, groups } of text.matchAll(ELEMENT)) {
    const { name, tag, inTemplate } = groups ?? {};
    shown += unescaped(text.slice(at, index));
    shown += tag === undefined ? unescaped(name ?? `#${inTemplate ?? ''}`) : found;
    at = index + found.length;
  }
  return shown + unescaped(text.slice(at));
}
