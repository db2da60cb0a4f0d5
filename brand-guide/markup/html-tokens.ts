/** Cuts HTML into tags, comments and text, each with its place; parse5 does the cutting. */
import { Tokenizer, TokenizerMode } from 'parse5';
import type { Token, TokenHandler } from 'parse5';
import type { Range } from '../engine/types.ts';

export interface Attribute extends Range {
  /** The range of the value, without its quotes. */
  readonly value: string;
}

export interface HtmlToken extends Range {
  readonly kind: 'text' | 'start' | 'end' | 'comment';
  /** The tag in lower case, or the comment's text. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** Text until their end tag, whatever it looks like. */
const VERBATIM: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

function rangeOf(location: Token.Location | null | undefined): Range {
  return { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 };
}

/** `alt="A tin"`, `alt='A tin'` or `alt=tin`. */
function valueRange(html: string, { start, end }: Range): Range {
  const [lead = '', quote = ''] = /^[^=]*=\s*(["']?)/u.exec(html.slice(start, end)) ?? [];
  return lead === '' ? { start: end, end } : { start: start + lead.length, end: end - quote.length };
}

function attributesOf(html: string, { attrs, location }: Token.TagToken): Record<string, Attribute> {
  const found = attrs.map(({ name, value }) => {
    const place = location?.attrs?.[name];
    return [name, { value, ...valueRange(html, rangeOf(place)) }] as const;
  });
  return Object.fromEntries(found);
}

function collect(html: string, tokens: HtmlToken[], enter: (tag: string) => void): TokenHandler {
  const text = ({ location }: Token.CharacterToken): void => {
    const { start, end } = rangeOf(location);
    const before = tokens.at(-1);
    if (before?.kind === 'text' && before.end === start) tokens[tokens.length - 1] = { ...before, end };
    else tokens.push({ kind: 'text', name: '', start, end });
  };
  return {
    onCharacter: text,
    onWhitespaceCharacter: text,
    onNullCharacter: text,
    onStartTag: (tag) => {
      const attributes = attributesOf(html, tag);
      tokens.push({ kind: 'start', name: tag.tagName, attributes, ...rangeOf(tag.location) });
      enter(tag.tagName);
    },
    onEndTag: (tag) => void tokens.push({ kind: 'end', name: tag.tagName, ...rangeOf(tag.location) }),
    onComment: ({ data, location }) =>
      void tokens.push({ kind: 'comment', name: data, ...rangeOf(location) }),
    onDoctype: () => undefined,
    onEof: () => undefined,
  };
}

/** In order; what is no tag and no comment is text as written, its entities not resolved. */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    collect(html, tokens, (tag) => {
      const state = VERBATIM[tag];
      if (state !== undefined) tokenizer.state = state;
    }),
  );
  tokenizer.write(html, true);
  return tokens;
}

const resolved = new Map<string, string>();

function read(written: string): string {
  let text = '';
  const take = ({ chars }: Token.CharacterToken): void => {
    text += chars;
  };
  const tokenizer = new Tokenizer(
    {},
    { ...collect('', [], () => undefined), onCharacter: take, onWhitespaceCharacter: take },
  );
  tokenizer.write(written, true);
  return text;
}

/** What a character reference such as `&amp;` stands for; itself where it stands for nothing. */
export function readReference(written: string): string {
  const known = resolved.get(written);
  if (known !== undefined) return known;
  const text = read(written);
  if (resolved.size < 500) resolved.set(written, text);
  return text;
}
