/** A price by the unit with the words that say which unit, as the message writes them: “€140 a night”, 每晚 €140. */
import { languageOf } from '../../brand-guide/engine/locale.ts';
import type { Mention } from '../../brand-guide/facts/types.ts';
import units from './data/units.json' with { type: 'json' };

interface Sides {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const WRITTEN: Readonly<Record<string, Sides>> = units;
const anyOf = (list: readonly string[]): string => (list.length === 0 ? '(?!)' : `(?:${list.join('|')})`);
const PATTERNS = new Map(
  Object.entries(WRITTEN).map(([language, { before, after }]) => [
    language,
    {
      before: new RegExp(`(?<!\\p{Script=Arabic})${anyOf(before)}$`, 'u'),
      after: new RegExp(`^${anyOf([...after, ...(WRITTEN['*']?.after ?? [])])}(?!\\p{Script=Latin})`, 'u'),
    },
  ]),
);
/** Words of a unit are few: no text further from the price is looked at. */
const NEAR = 40;

/** `price` as it is printed, in its unit; undefined where `text` does not say the unit beside the mention. */
export function unitPrice(
  text: string,
  { start, end }: Mention,
  price: string,
  locale: string,
): string | undefined {
  const patterns = PATTERNS.get(languageOf(locale)) ?? PATTERNS.get('*');
  const [ahead] = patterns?.before.exec(text.slice(Math.max(0, start - NEAR), start)) ?? [];
  const [behind] = patterns?.after.exec(text.slice(end, end + NEAR)) ?? [];
  return ahead === undefined && behind === undefined ? undefined : `${ahead ?? ''}${price}${behind ?? ''}`;
}
