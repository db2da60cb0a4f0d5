/** The guide of no brand: it asks for nothing, and its phrases stand in for those that a guide leaves out. */
import { entryFor } from '../engine/locale.ts';
import type { Guide } from '../schema/guide.ts';
import type { Phrases } from '../schema/phrases.ts';
import neutral from './neutral-phrases.json' with { type: 'json' };

export const neutralPhrases: Readonly<Record<string, Phrases>> = neutral;

export const neutralGuide: Guide = {
  meta: { name: { full: 'Neutral' }, language: 'en' },
  phrases: neutralPhrases,
};

/** Judges before a version was released: it has not even phrases. */
export const noGuide: Guide = { meta: { name: { full: 'No guide yet' } } };

/** Whether the guide is a brand's own: its name is one that people know. */
export const hasBrand = ({ meta }: Pick<Guide, 'meta'>): boolean =>
  [neutralGuide, noGuide].every((none) => none.meta.name.full !== meta.name.full);

/** The guide's phrases for a locale over its language's over the neutral ones; empty for a language without any. */
export function phrasesFor(guide: Pick<Guide, 'phrases'>, locale: string): Phrases {
  const language = locale.split('-')[0] ?? locale;
  return {
    ...entryFor(neutralPhrases, locale),
    ...guide.phrases?.['*'],
    ...guide.phrases?.[language],
    ...guide.phrases?.[locale],
  };
}
