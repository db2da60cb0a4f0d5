/** What a locale tag covers: a language covers its regions, `*` covers all. */

export function languageOf(locale: string): string {
  return (locale.split('-')[0] ?? locale).toLowerCase();
}

/** Whether `tag` (`el`, `el-GR`, `*`) covers `locale`. */
export function covers(tag: string, locale: string): boolean {
  const [wide, narrow] = [tag.toLowerCase(), locale.toLowerCase()];
  return wide === '*' || wide === narrow || narrow.startsWith(`${wide}-`);
}

/** The entry for a locale: its own, else its language's, else `*`. */
export function entryFor<T>(
  byLocale: Readonly<Record<string, T>> | undefined,
  locale: string,
): T | undefined {
  return byLocale?.[locale] ?? byLocale?.[languageOf(locale)] ?? byLocale?.['*'];
}
