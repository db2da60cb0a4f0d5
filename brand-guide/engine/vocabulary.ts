/** What the vocabulary rules share: which texts stand for a term, and how a hit is told and mended. */
import type { Guide } from '../schema/guide.ts';
import type { Term } from '../schema/wording.ts';
import { mendArticle } from './article.ts';
import { caseInPlace } from './letter-case.ts';
import { covers, entryFor, languageOf } from './locale.ts';
import { isQuoted, isVerbatim } from './prose.ts';
import type { Fix, Hit, Literal, Part, Place, Report, RuleContext } from './types.ts';

/** Whether a term holds in a place. A term for some channels does not hold where no channel is known. */
export function holdsIn({ channels, locales }: Pick<Term, 'channels' | 'locales'>, place: Place): boolean {
  const here = !channels || (place.channel !== undefined && channels.includes(place.channel));
  return here && (!locales || locales.some((locale) => covers(locale, place.locale)));
}

function common(term: Term): Omit<Literal, 'text'> {
  return {
    item: term.id,
    match: term.match === 'prefix' ? 'prefix' : 'word',
    suffixes: !Array.isArray(term.inflections) || term.inflections.length > 0,
    ...(term.caseSensitive === undefined ? {} : { caseSensitive: term.caseSensitive }),
    ...(term.except ? { except: term.except } : {}),
    ...(term.note === undefined ? {} : { note: term.note }),
  };
}

/** The term's paired forms, each with its own replacement. */
export function pairedLiterals(term: Term): Literal[] {
  return (term.forms ?? []).map(({ find, use }) => ({ ...common(term), text: find, use: [use], safe: true }));
}

/** The term's exceptions as texts of their own, since one may be longer than a word: “free range”, 佔便宜. */
function excuses({ id, except = [] }: Term): Literal[] {
  return except.map((text) => ({ text, item: id, excuses: true }));
}

/** `texts` and the term's listed inflections, to be replaced by `use`; only an invariant term's own text is safe to replace, and a prefix never, whose ending is not known. */
export function unwantedLiterals(term: Term, texts: readonly string[], use: readonly string[]): Literal[] {
  const paired = new Set((term.forms ?? []).map((form) => form.find));
  const safe = (term.invariant ?? false) && term.match !== 'prefix';
  const own = texts.map((text) => ({ ...common(term), text, use, safe }));
  const inflected = Array.isArray(term.inflections) ? term.inflections : [];
  const listed = inflected.map((text) => ({ ...common(term), text: String(text), use }));
  const unpaired = [...own, ...listed].filter(({ text }) => !paired.has(text));
  return [...pairedLiterals(term), ...unpaired, ...excuses(term)];
}

function fixOf(context: RuleContext, part: Part, hit: Hit, text: string): Fix {
  const fix = { start: hit.start, end: hit.end, text };
  return languageOf(context.place.locale) === 'en' ? mendArticle(part.text, fix) : fix;
}

/** Names stay whole while the rule that watches over them is off; while it is on, its own literals shield them. */
export function* nameShields(guide: Guide, { locale }: Place): Iterable<Literal> {
  if (guide.gates?.rules?.['canonical-name']?.off !== true) return;
  for (const { id, canonical, forms } of guide.names ?? []) {
    for (const text of [canonical, ...(entryFor(forms, locale) ?? [])])
      yield { text, item: id, suffixes: true, shields: true };
  }
}

/** Half of a compound says something else than the word alone: "dairy-free". */
function isCompound({ text }: Part, { start, end }: Hit): boolean {
  return (
    /[\p{L}\p{N}][-‑]$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^[-‑][\p{L}\p{N}]/u.test(text.slice(end, end + 3))
  );
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
  if (safe && !isQuoted(context, part, hit)) return { fix: fixOf(context, part, hit, best) };
  return { suggestions: use };
}

/** Tells one unwanted term, or nothing where a fact words it so or the replacement is what stands there already. */
export function* reportTerm(context: RuleContext, part: Part, hit: Hit, says: string): Iterable<Report> {
  const { literal } = hit;
  const evidence = part.text.slice(hit.start, hit.end);
  const use = (literal.use ?? []).map((one) =>
    caseInPlace(one, literal.text, part.text, hit, context.place.locale),
  );
  if (use.includes(evidence) || isVerbatim(context, part, hit)) return;
  const advice = use.length > 0 ? `write ${use.map((one) => `“${one}”`).join(' or ')}` : 'leave it out';
  yield {
    field: part.field,
    start: hit.start,
    end: hit.end,
    item: literal.item,
    message: `“${evidence}” ${says}; ${advice}.${literal.note === undefined ? '' : ` ${literal.note}`}`,
    ...replacementOf(context, part, hit, use, literal.safe === true && !isCompound(part, hit)),
  };
}
