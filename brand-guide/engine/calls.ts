/** Calls to action in a text: the guide's own wordings, its stock phrases, and well-known calls in six languages. */
import calls from '../rules/data/calls.json' with { type: 'json' };
import { phrasesFor } from '../guides/neutral.ts';
import type { Guide } from '../schema/guide.ts';
import type { CtaPolicy } from '../schema/social.ts';
import { foldText } from './fold.ts';
import { entryFor, languageOf } from './locale.ts';
import { inProse, standingsOf } from './standing.ts';
import type { Standing } from './standing.ts';
import type { Literal, Place, Range, RuleContext } from './types.ts';

/** The guide's own wordings, and calls of anybody's. */
export const OWN = 'own';
export const OTHER = 'other';
/** Stock phrases of the guide that call to act, and those that only say where or how. */
export const STOCK = 'stock';
const NOTICE = 'notice';
const COMMON = new Map<string, readonly string[]>(Object.entries(calls));

export function phrasingsOf({ phrasings }: CtaPolicy, locale: string): readonly string[] {
  return entryFor(phrasings, locale) ?? [];
}

function* stockOf(guide: Guide, { locale }: Place): Iterable<Literal> {
  const { linkInBio, scanQr, optOut, shortCta } = phrasesFor(guide, locale);
  for (const text of [shortCta, scanQr]) if (text !== undefined) yield { text, item: STOCK };
  for (const text of [linkInBio, optOut]) if (text !== undefined) yield { text, item: NOTICE };
}

export function* callLiterals(guide: Guide, place: Place): Iterable<Literal> {
  const own = phrasingsOf(guide.cta ?? {}, place.locale);
  const stock = [...stockOf(guide, place)];
  const known = new Set([...own, ...stock.map(({ text }) => text)].map((one) => foldText(one)));
  for (const text of own) yield { text, item: OWN, anywhere: true };
  yield* stock;
  for (const text of COMMON.get(languageOf(place.locale)) ?? [])
    if (!known.has(foldText(text))) yield { text, item: OTHER };
}

/** Calls in reading order; one inside a longer one is that one. */
export function callsOf(context: RuleContext, item: string): Standing[] {
  let before: Standing | undefined;
  return inProse(context, standingsOf(context, item)).filter((one) => {
    const inside = before?.part === one.part && before.hit.end >= one.hit.end;
    if (!inside) before = one;
    return !inside;
  });
}

/** Whether it opens a sentence, as commands do. The sentences are passed on, since calls come in order. */
function opens({ part, hit }: Standing, sentences: readonly Range[], from: number): boolean {
  const start = sentences[from]?.start ?? 0;
  return hit.start - start <= FEW && !/[\p{L}\p{N}]/u.test(part.text.slice(start, hit.start));
}

/** Signs ahead of a sentence's first word. */
const FEW = 20;

/** Calls of anybody's that open a sentence. */
export function* foreignCalls(context: RuleContext): Iterable<Standing> {
  let before: Standing['part'] | undefined;
  let at = 0;
  for (const one of callsOf(context, OTHER)) {
    if (one.part !== before) at = 0;
    before = one.part;
    const sentences = context.sentences(one.part);
    while ((sentences[at]?.end ?? Infinity) <= one.hit.start) at++;
    if (opens(one, sentences, at)) yield one;
  }
}

export const writtenCall = ({ part, hit }: Standing): string => part.text.slice(hit.start, hit.end);
