/** Proposes the forms of terms whose `inflections` are `auto`, for a person to confirm. */
import { languageOf } from '../brand-guide/engine/locale.ts';
import { inflectionsOf } from '../brand-guide/inflections/inflections-of.ts';
import type { Hunspell } from '../brand-guide/inflections/inflections-of.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { guideHunspell } from './guide-dictionaries.ts';
import type { Terminal } from './terminal.ts';

export interface InflectionList {
  /** Of the term. */
  readonly id: string;
  readonly locale: string;
  /** To be written as the term's `inflections` once somebody has read them; undefined where no dictionary is named. */
  readonly forms: readonly string[] | undefined;
}

/** English has a dictionary that comes along; for other languages `vocabulary.spelling` names one. */
function withEnglish(guide: Guide): Guide {
  const spelling = { en: 'en', ...guide.vocabulary?.spelling };
  return { ...guide, vocabulary: { ...guide.vocabulary, spelling } };
}

/** @throws Refused `invalid-input` for a dictionary that is named and not there. */
export async function inflectionLists(
  terminal: Terminal,
  guide: Guide,
  file: string,
): Promise<InflectionList[]> {
  const terms = (guide.vocabulary?.terms ?? []).filter(({ inflections }) => inflections === 'auto');
  const sources = new Map<string, Hunspell | undefined>();
  const lists: InflectionList[] = [];
  for (const { id, term, locales } of terms)
    for (const locale of locales ?? [guide.meta.language ?? 'en']) {
      const language = languageOf(locale);
      if (!sources.has(language))
        sources.set(language, (await guideHunspell(terminal, withEnglish(guide), file, locale))?.source);
      const source = sources.get(language);
      lists.push({ id, locale, forms: source && inflectionsOf(term, source, locale) });
    }
  return lists;
}

/** `vocabulary.terms.cheap (en): cheaper, cheapest` */
export function inflectionLine({ id, locale, forms }: InflectionList): string {
  const says =
    forms === undefined
      ? `no dictionary: name one in vocabulary.spelling.${languageOf(locale)}`
      : forms.join(', ') || 'the dictionary does not know it';
  return `vocabulary.terms.${id} (${locale}): ${says}`;
}
