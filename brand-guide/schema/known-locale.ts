/** Tells locales that people speak from tags that only look like one. */

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether there is such a language. `tag` is well-formed; `*` is none. */
export function isSpoken(tag: string): boolean {
  return languages.of(new Intl.Locale(tag).language) !== undefined;
}

/** The language of the country that was taken for one: `gr` is no language, and Greece speaks `el`. */
export function spokenIn(tag: string): string | undefined {
  const [country = '', ...rest] = tag.split('-');
  if (!/^[A-Za-z]{2}$/u.test(country) || countries.of(country.toUpperCase()) === undefined) return undefined;
  const language = new Intl.Locale(`und-${country}`).maximize().language;
  return languages.of(language) === undefined || language === country
    ? undefined
    : [language, ...rest].join('-');
}

/** What is wrong with a tag. */
export function localeFault(tag: string): string | undefined {
  if (tag === '*') return undefined;
  try {
    if (isSpoken(tag)) {
      const canonical = new Intl.Locale(tag).toString();
      return canonical === tag ? undefined : `found \`${tag}\`, expected it as \`${canonical}\``;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const meant = spokenIn(tag);
  return `found the unknown locale \`${tag}\`${meant === undefined ? ', expected a language such as el' : `; did you mean \`${meant}\`?`}`;
}
