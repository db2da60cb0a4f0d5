/** Walks the tags and texts of a document and makes the blocks that rules run on, as Vale does. */
import { blockOf } from './block.ts';
import { MappedBuffer, masked, sliced, trimmed } from './mapped.ts';
import { OpenTags } from './open-tags.ts';
import type { Mapped, Token } from './token.ts';
import type { Block } from './types.ts';
import tags from './walk-tags.json' with { type: 'json' };

export interface WalkOptions {
  /** With its dot, such as `.md`; the last section of every block's scope. */
  readonly extension: string;
  /** Tags whose text is left out, instead of the ordinary ones. */
  readonly skippedScopes: readonly string[];
  /** Tags whose text is masked, instead of the ordinary ones. */
  readonly ignoredScopes: readonly string[];
  readonly ignoredClasses: readonly string[];
  /** The inline scopes that some rule asks for. */
  readonly wanted: ReadonlySet<string>;
}

export type Walked =
  | { readonly kind: 'block'; readonly block: Block; readonly prose: boolean; readonly paragraphs: boolean }
  | { readonly kind: 'comment'; readonly text: string; readonly at: number };

const INLINE = new Set(tags.inline);
const VOID = new Set(tags.void);
const SCOPES: Readonly<Record<string, string>> = tags.scopes;
const INLINE_SCOPES: Readonly<Record<string, string>> = tags.inlineScopes;
const SPACE = new Set(' ');
const STARTER = /^[.?!,:;)\]}—–]/u;
const TIGHT = /[([{—–]$/u;

type Gap = '' | ' ' | '\n';
type StartToken = Extract<Token, { kind: 'start' | 'self' }>;

interface Capture {
  readonly tag: string;
  readonly scope: string;
  readonly hidden: boolean;
  readonly begin: number;
  readonly buffer: MappedBuffer;
}

const either = (own: readonly string[], usual: readonly string[]): ReadonlySet<string> =>
  new Set(own.length > 0 ? own : usual);

function gapOf(mark: string): Gap {
  if (mark === '\n' || mark === '\r') return '\n';
  return mark === ' ' || mark === '\t' ? ' ' : '';
}

export class Walker {
  readonly #options: WalkOptions;
  readonly #skipped: ReadonlySet<string>;
  readonly #ignored: ReadonlySet<string>;
  readonly #skippedClasses: ReadonlySet<string>;
  readonly #open = new OpenTags();
  readonly #summary = new MappedBuffer();
  readonly #metrics: Record<string, number> = {};
  #buffer = new MappedBuffer();
  #captures: Capture[] = [];
  #captured: (Capture & { readonly text: Mapped })[] = [];
  #inBlock = false;
  #inline = false;
  #skip = false;
  #closedInline = false;
  #trailing: Gap = '';
  #beforeComment: Gap = '';
  #address = '';
  #classBefore = '';
  #off = false;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#skipped = either(options.skippedScopes, tags.skipped);
    this.#ignored = either(options.ignoredScopes, tags.ignored);
    this.#skippedClasses = new Set([...tags.skippedClasses, ...options.ignoredClasses]);
  }

  *walk(tokens: Iterable<Token>): Iterable<Walked> {
    for (const token of tokens) {
      this.#open.see(token);
      if (token.kind === 'comment') {
        this.#comment(token.text);
        yield token;
      } else if (token.kind === 'text') this.#text(token.content);
      else if (token.kind === 'end') yield* this.#end(token.tag);
      else yield* this.#start(token);
      const attributes = 'attributes' in token ? token.attributes : {};
      this.#address = attributes['href'] ?? '';
      this.#classBefore = attributes['class'] ?? '';
    }
    if (this.#buffer.text.trim() !== '') yield* this.#flush();
  }

  /** All prose of the document and what it holds, for rules that measure it. */
  summary(): Block {
    return blockOf(this.#summary.taken(), `summary${this.#options.extension}`, { metrics: this.#metrics });
  }

  #skipsClass(names: string): boolean {
    return names.split(' ').some((name) => this.#skippedClasses.has(name));
  }

  *#start(token: StartToken): Iterable<Walked> {
    const { tag, attributes } = token;
    const isInline = INLINE.has(tag);
    const isVoid = VOID.has(tag);
    const skipsByClass = !isInline && this.#skipsClass(attributes['class'] ?? '');
    if (token.kind === 'self') {
      if (isInline && !this.#inBlock) {
        this.#inline = true;
        this.#closedInline = false;
      }
    } else if (!isInline && (this.#skipped.has(tag) || skipsByClass)) {
      this.#open.holdClass(tag, skipsByClass);
      this.#inBlock = true;
      this.#count(tag);
    } else {
      if (!isInline && !isVoid && this.#buffer.text.trim() !== '') yield* this.#flush();
      this.#opened(tag, attributes['class'] ?? '', isInline || isVoid);
    }
    if (token.alt && tag === 'img' && !this.#options.skippedScopes.includes('alt'))
      yield { kind: 'block', block: blockOf(token.alt, 'text.attr.alt'), prose: false, paragraphs: false };
  }

  #opened(tag: string, className: string, inline: boolean): void {
    const known = (tag === 'em' || tag === 'b') && this.#open.last === 'code' ? 'code' : tag;
    this.#inline = inline;
    this.#skip = this.#ignored.has(known) || this.#skipped.has(known);
    this.#closedInline = false;
    this.#beforeComment = '';
    const scope = INLINE_SCOPES[known];
    if (scope !== undefined && this.#options.wanted.has(scope)) {
      const begin = this.#buffer.length;
      this.#captures.push({ tag: known, scope, hidden: this.#skip, begin, buffer: new MappedBuffer() });
    }
    this.#open.add(known, className);
  }

  *#end(tag: string): Iterable<Walked> {
    const closed = this.#open.closesHeld();
    if (this.#inBlock && (this.#skipped.has(tag) || closed)) {
      this.#inBlock = false;
      if (closed) this.#open.releaseClass();
    } else if (INLINE.has(tag)) this.#endInline(tag);
    if (INLINE.has(tag)) return;
    if (this.#buffer.text.trim() !== '') yield* this.#flush();
    this.#reset();
  }

  #endInline(tag: string): void {
    this.#open.endInline();
    this.#closedInline = true;
    this.#beforeComment = '';
    const last = this.#captures.at(-1);
    if (last?.tag !== tag) return;
    this.#captures.pop();
    const text = trimmed(last.buffer.taken());
    if (text.text !== '') this.#captured.push({ ...last, text });
  }

  #comment(text: string): void {
    if (!this.#inline) {
      this.#closedInline = true;
      this.#beforeComment = this.#trailing;
    }
    if (text === 'vale off') this.#off = true;
    if (text === 'vale on') this.#off = false;
  }

  #text(content: Mapped): void {
    if (this.#inBlock || this.#off) return;
    const body = trimmed(content);
    if (body.text !== '') this.#add(body, sliced(content, 0, 1));
    this.#trailing = gapOf(content.text.charAt(content.text.length - 1));
  }

  /** What stands between the text so far and the next: as the source has it after an inline end, else one space. */
  #add(body: Mapped, first: Mapped): void {
    const ahead = gapOf(first.text);
    const gap = this.#closedInline && ahead === '' ? this.#beforeComment : ahead;
    this.#beforeComment = '';
    const hidden = this.#skip || this.#skipsClass(this.#classBefore);
    const nested = this.#open.inNestedList() && !this.#inline;
    const shown = hidden || this.#address === body.text ? masked(body) : body;
    if (hidden || this.#address === body.text) this.#skip = false;
    let mark: string = nested ? ' ' : '';
    if (this.#closedInline && gap !== '') mark = gap + mark;
    else if (!this.#closedInline && this.#inline && (hidden || nested || !STARTER.test(body.text)))
      mark = ` ${mark}`;
    this.#closedInline = false;
    if (mark.startsWith(' ') && this.#trailing === '' && TIGHT.test(this.#buffer.text)) mark = mark.slice(1);
    const written = ahead !== '' && mark !== '' ? { text: mark, pieces: first.pieces } : undefined;
    if (written) this.#buffer.add(written);
    else if (mark !== '') this.#buffer.addMark(mark);
    this.#buffer.add(shown);
    for (const { hidden: raw, buffer } of this.#captures) {
      if (mark !== '' && !raw) buffer.addMark(mark);
      buffer.add(raw ? body : shown);
    }
  }

  #count(name: string): void {
    this.#metrics[name] = (this.#metrics[name] ?? 0) + 1;
  }

  #scopeOfBlock(): string | undefined {
    const tag = this.#open.history.find((one) => SCOPES[one] !== undefined || /^h\d$/u.test(one));
    if (tag === undefined) return undefined;
    return SCOPES[tag] ?? `text.heading.${tag}`;
  }

  *#flush(): Iterable<Walked> {
    const whole = this.#buffer.taken();
    const { extension } = this.#options;
    const scope = this.#scopeOfBlock();
    const counted = scope === undefined || scope === 'text.list' || scope === 'text.blockquote';
    const mapped = trimmed(whole, 'start', SPACE);
    const shift = whole.text.length - mapped.text.length;
    const inlines = this.#captured
      .filter(({ hidden }) => !hidden)
      .flatMap(({ scope: inlineScope, begin, text }) => {
        const start = mapped.text.indexOf(text.text, Math.max(0, begin - shift));
        return start < 0 ? [] : [{ scope: inlineScope, start, end: start + text.text.length }];
      });
    this.#count(scope === undefined ? 'paragraphs' : scope.replace(/^text\./u, ''));
    if (counted) {
      this.#summary.add(mapped);
      this.#summary.addMark('\n\n');
    }
    const block = blockOf(mapped, (scope ?? 'text') + this.#open.classScope() + extension, { inlines });
    yield { kind: 'block', block, prose: true, paragraphs: scope === undefined };
    for (const { scope: own, text } of this.#captured)
      yield { kind: 'block', block: blockOf(text, own + extension), prose: false, paragraphs: false };
    this.#reset();
  }

  #reset(): void {
    this.#open.reset();
    this.#captured = [];
    if (this.#buffer.length > 0) this.#buffer = new MappedBuffer();
  }
}
