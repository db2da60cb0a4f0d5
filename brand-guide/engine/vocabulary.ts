/** What the vocabulary rules share: which texts stand for a term, and how a hit is told and mended. */
import type { Term } from '../schema/wording.ts';
import { mendArticle } from './article.ts';
import { likeCase } from './letter-case.ts';
import { covers, languageOf } from './locale.ts';
import type { Fix, Hit, Literal, Part, Place, Range, Report, RuleContext, Scope } from './types.ts';

/** Whether a term holds in a place. A term for some channels does not hold where no channel is known. */
export function holdsIn({ channels, locales }: Pick<Term, 'channels' | 'locales'>, place: Place): boolean {
  const here = !channels || (place.channel !== undefined && channels.includes(place.channel));
  return here && (!locales || locales.some((locale) => covers(locale, place.locale)));
}

function common(term: Term): Omit<Literal, 'text'> {
  return {
    item: term.id,
    match: term.match === 'prefix' ? 'prefix' : 'word',
    suffixes: term.inflections === undefined || term.inflections === 'auto',
    ...(term.caseSensitive === undefined ? {} : { caseSensitive: term.caseSensitive }),
    ...(term.except ? { except: term.except } : {}),
    ...(term.note === undefined ? {} : { note: term.note }),
  };
}

/** The term's paired forms, each with its own replacement. */
export function pairedLiterals(term: Term): Literal[] {
  return (term.forms ?? []).map(({ find, use }) => ({ ...common(term), text: find, use: [use], safe: true }));
}

/** `texts` and the term's listed inflections, to be replaced by `use`; only an invariant term's own text is safe to replace. */
export function unwantedLiterals(term: Term, texts: readonly string[], use: readonly string[]): Literal[] {
  const paired = new Set((term.forms ?? []).map((form) => form.find));
  const own = texts.map((text) => ({ ...common(term), text, use, safe: term.invariant ?? false }));
  const inflected = Array.isArray(term.inflections) ? term.inflections : [];
  const listed = inflected.map((text) => ({ ...common(term), text: String(text), use }));
  return [...pairedLiterals(term), ...[...own, ...listed].filter(({ text }) => !paired.has(text))];
}

function isQuoted(scopes: readonly Scope[], { start, end }: Range): boolean {
  return scopes.some((scope) => scope.kind === 'quotation' && scope.start <= start && scope.end >= end);
}

function fixOf(context: RuleContext, part: Part, hit: Hit, text: string): Fix {
  const fix = { start: hit.start, end: hit.end, text };
  return languageOf(context.place.locale) === 'en' ? mendArticle(part.text, fix) : fix;
}

/** Other people's words are theirs: inside quotation marks a replacement is only suggested. */
export function replacementOf(
  context: RuleContext,
  part: Part,
  hit: Hit,
  use: readonly string[],
  safe: boolean,
): Pick<Report, 'fix' | 'suggestions'> {
  const [best] = use;
  if (best === undefined) return {};
  if (safe && !isQuoted(context.scopes(part), hit)) return { fix: fixOf(context, part, hit, best) };
  return { suggestions: use };
}

/** Tells one unwanted term, or nothing where the replacement is what stands there already. */
export function* reportTerm(context: RuleContext, part: Part, hit: Hit, says: string): Iterable<Report> {
  const { literal } = hit;
  const evidence = part.text.slice(hit.start, hit.end);
  const use = (literal.use ?? []).map((one) => likeCase(one, evidence, context.place.locale));
  if (use.includes(evidence)) return;
  const advice = use.length > 0 ? `write ${use.map((one) => `“${one}”`).join(' or ')}` : 'leave it out';
  yield {
    field: part.field,
    start: hit.start,
    end: hit.end,
    item: literal.item,
    message: `“${evidence}” ${says}; ${advice}.${literal.note === undefined ? '' : ` ${literal.note}`}`,
    ...replacementOf(context, part, hit, use, literal.safe ?? false),
  };
}
