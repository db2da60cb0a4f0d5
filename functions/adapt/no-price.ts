/** Money that nobody pays for a thing: given back, held or given away. By closed lists of each language, of beginnings of words. */
import { languageOf } from '../../brand-guide/engine/locale.ts';
import lists from './data/no-price.json' with { type: 'json' };
import { fold } from './words.ts';

const WRITTEN: Readonly<Record<string, readonly string[]>> = lists;

/** Whether the sentence is about such money, so that an amount in it may be no price. */
export function isNoPrice(sentence: string, locale: string): boolean {
  const text = fold(sentence);
  return (WRITTEN[languageOf(locale)] ?? []).some((one) => text.includes(fold(one)));
}
