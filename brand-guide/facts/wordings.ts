/** The wordings that state a name or a legal line: the fact's own forms, and those that the guide knows of the same name. */
import { textOf } from './finder.ts';
import { foldText } from './fold.ts';
import type { Fact, KnownName } from './types.ts';

type Forms = Readonly<Record<string, readonly string[]>>;

/** The forms of the locale, else of its language, else of any. */
export const formsIn = (forms: Forms, locale: string): readonly string[] | undefined =>
  forms[locale] ?? forms[locale.split('-')[0] ?? locale] ?? forms['*'];

/** The fact's own forms; undefined where it has forms, but none for the locale. */
const ownForms = (fact: Fact, locale: string): readonly string[] | undefined =>
  fact.forms === undefined ? [textOf(fact.value)] : formsIn(fact.forms, locale);

const folded = (text: string): string => foldText(text, { keepAccents: true }).text.trim();

function isNameOf(fact: Fact, { canonical, forms = {} }: KnownName): boolean {
  const known = new Set([canonical, ...Object.values(forms).flat()].map(folded));
  return [textOf(fact.value), ...Object.values(fact.forms ?? {}).flat()].some((form) =>
    known.has(folded(form)),
  );
}

/** Undefined where neither the fact nor the guide has a form for the locale: then nothing can be checked. */
export function wordingsOf(
  fact: Fact,
  locale: string,
  names: readonly KnownName[] = [],
): readonly string[] | undefined {
  const own = ownForms(fact, locale);
  const entries = fact.kind === 'name' ? names.filter((name) => isNameOf(fact, name)) : [];
  if (own === undefined && entries.length === 0) return undefined;
  const never = new Set(entries.flatMap((entry) => entry.never ?? []));
  const known = entries.flatMap(({ canonical, forms = {} }) => [
    canonical,
    ...(formsIn(forms, locale) ?? []),
  ]);
  return [...(own ?? []), ...known].filter((form) => !never.has(form));
}
