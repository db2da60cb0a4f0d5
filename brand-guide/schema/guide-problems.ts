/** Finds what no schema can: locales that do not exist, and rules that nobody has. */
import { rules } from '../rules/registry.ts';
import type { LocalProblem, Path } from './document-problem.ts';
import { nearMiss } from './near-miss.ts';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields whose keys are locales, wherever they are named fields. */
const BY_LOCALE = new Set([
  'address',
  'forms',
  'label',
  'locales',
  'numbers',
  'phrases',
  'phrasings',
  'spelling',
  'text',
]);

/** Fields whose own keys are names that people make up. */
const UNREAD = new Set(['rules', 'color', 'typography', 'quantities']);

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The language of the country that was taken for one: `gr` is no language, and Greece speaks `el`. */
function spokenIn(tag: string): string | undefined {
  const [country = '', ...rest] = tag.split('-');
  if (country.length !== 2) return undefined;
  const language = new Intl.Locale(`und-${country}`).maximize().language;
  return languages.of(language) === undefined || language === country
    ? undefined
    : [language, ...rest].join('-');
}

/** What is wrong with a well-formed tag. */
function localeFault(tag: string): string | undefined {
  if (tag === '*') return undefined;
  try {
    const locale = new Intl.Locale(tag);
    if (languages.of(locale.language) !== undefined)
      return locale.toString() === tag
        ? undefined
        : `found \`${tag}\`, expected it as \`${locale.toString()}\``;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const meant = spokenIn(tag);
  return `found the unknown locale \`${tag}\`${meant === undefined ? ', expected a language such as el' : `; did you mean \`${meant}\`?`}`;
}

function* keyProblems(value: unknown, path: Path): Iterable<LocalProblem> {
  if (!isPlain(value)) return;
  for (const tag of Object.keys(value)) {
    const message = localeFault(tag);
    if (message !== undefined) yield { path: [...path, tag], key: true, message };
  }
}

function* listedProblems(value: readonly unknown[], path: Path): Iterable<LocalProblem> {
  for (const [at, tag] of value.entries()) {
    const message = typeof tag === 'string' ? localeFault(tag) : undefined;
    if (message !== undefined) yield { path: [...path, at], message };
  }
}

function* localeProblems(value: unknown, path: Path = []): Iterable<LocalProblem> {
  if (typeof value !== 'object' || value === null) return;
  const children: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, child] of children) {
    const at = [...path, key];
    if (typeof key === 'string' && UNREAD.has(key)) continue;
    if (key === 'locales' && Array.isArray(child)) yield* listedProblems(child, at);
    else if (typeof key === 'string' && BY_LOCALE.has(key)) yield* keyProblems(child, at);
    yield* localeProblems(child, at);
  }
}

/** The gates of a guide and of its overlays, with their paths. */
function* gatesOf(guide: Plain): Iterable<[Path, Plain]> {
  const overlays = ['channels', 'locales', 'accounts'].flatMap((section) =>
    isPlain(guide[section])
      ? Object.entries(guide[section]).map(([name, overlay]) => [[section, name], overlay] as const)
      : [],
  );
  for (const [path, one] of [[[], guide] as const, ...overlays]) {
    const gates = isPlain(one) ? one['gates'] : undefined;
    if (isPlain(gates) && isPlain(gates['rules'])) yield [[...path, 'gates', 'rules'], gates['rules']];
  }
}

function ownRules(guide: Plain): string[] {
  return isPlain(guide['rules']) ? Object.keys(guide['rules']) : [];
}

function* gateProblems(guide: Plain, known: readonly string[]): Iterable<LocalProblem> {
  for (const [path, gates] of gatesOf(guide))
    for (const id of Object.keys(gates)) {
      if (known.includes(id)) continue;
      const near = nearMiss(id, known);
      const expected =
        near === undefined
          ? ', expected the id of a rule, or of one of `rules`'
          : `; did you mean \`${near}\`?`;
      yield { path: [...path, id], key: true, message: `found the unknown rule \`${id}\`${expected}` };
    }
}

const MOST = 50;

/** `laid` is the guide over those that it extends: it may name their rules. */
export function guideProblems(guide: object, laid: object): LocalProblem[] {
  const known = [...rules.map(({ meta }) => meta.id), ...ownRules({ ...laid })];
  return [...localeProblems(guide), ...gateProblems({ ...guide }, known)].slice(0, MOST);
}
