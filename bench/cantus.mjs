/** Cantus as a page loads it, and guides of any size for it. */
import { compileGuide, lint, prepareGuide } from '../dist/browser/linter.js';

export { compileGuide, lint, prepareGuide };
export { loadGuide } from '../dist/browser/load-guide.js';

const bannedTerm = (term, at) => ({ id: `t${at}`, term, status: 'banned' });

/** A guide that looks for the same words as a peer, and for passives and repeated words where the peer does. */
export function guideOf(terms, voice) {
  return {
    meta: { name: { full: 'Bench' }, language: 'en' },
    vocabulary: { terms: terms.map(bannedTerm) },
    ...(voice ? { voice: { activeVoice: true } } : {}),
  };
}

/** The findings of a text, guide loaded and compiled already. */
export async function linterOf(guide) {
  await prepareGuide(guide, [{ locale: 'en-US' }]);
  const compiled = compileGuide(guide, { locale: 'en-US' });
  return (text) => lint(compiled, { parts: [{ field: 'text', text }], locale: 'en-US' });
}

const SYLLABLES = [
  'bar',
  'den',
  'fol',
  'gim',
  'hun',
  'jas',
  'kel',
  'lom',
  'mur',
  'nep',
  'pos',
  'qua',
  'rit',
  'sul',
  'ven',
];

/** A made-up word, another for every number. */
export function word(number) {
  const base = SYLLABLES.length;
  const last = SYLLABLES[number % base];
  return number < base ? last : word(Math.floor(number / base)) + last;
}

/** A guide of a large brand: `terms` terms and `rules` rules in Vale's form, of every kind. */
export function largeGuide(terms, rules) {
  const phrases = Array.from({ length: terms }, (_, at) =>
    at % 3 === 0 ? `${word(at + 300)} ${word(at + 15)}` : word(at + 300),
  );
  const rule = (at) =>
    [
      {
        extends: 'existence',
        message: "Avoid '%s'.",
        ignorecase: true,
        tokens: [word(at + 9000), `${word(at + 9400)}\\w+`],
      },
      {
        extends: 'substitution',
        message: "Use '%s' instead of '%s'.",
        ignorecase: true,
        swap: { [word(at + 9800)]: word(at) },
      },
      { extends: 'existence', message: "Check '%s'.", raw: [`\\b${word(at + 9900)}(?:ing|ed)\\b`] },
    ][at % 3];
  return {
    ...guideOf(phrases, true),
    rules: Object.fromEntries(
      Array.from({ length: rules }, (_, at) => [`Bench.R${at}`, { level: 'warning', ...rule(at) }]),
    ),
  };
}
