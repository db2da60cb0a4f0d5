/** Rule: a text is written in the language and the script of its locale. */
import type { Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import { startedBefore } from '../engine/ranges.ts';
import { overlaps } from '../facts/claims.ts';
import { firstOccurrence } from '../facts/phrase.ts';
import { wordingsOf } from '../facts/wordings.ts';
import { otherByLetters, otherLanguage, wrongCharacters } from './locale-mismatch/languages.ts';
import { scriptName, scriptOf, scriptsOf } from './locale-mismatch/scripts.ts';
import type { Script } from './locale-mismatch/scripts.ts';

/** Letters below which a text may be a name, a slogan or a term of another language. */
const LEAST = 40;
const LEAST_IN_SENTENCE = 25;
const LEAST_HAN = 8;
const FEW = 0.1;

interface Word extends Range {
  readonly text: string;
}

/** Names, quotations and legal lines stay in their own language. */
function apart(part: Part, { mentions, scopes, comparison, subject }: RuleContext): readonly Range[] {
  const names = mentions(part).filter(({ kind }) => kind === 'name');
  const quoted = scopes(part).filter(({ kind }) => kind === 'quotation');
  const lines = comparison().facts.flatMap(({ fact }) => {
    const forms = fact.kind === 'legal' ? wordingsOf(fact, subject.locale) : undefined;
    return (forms && firstOccurrence(part.text, forms)) ?? [];
  });
  return [...names, ...quoted, ...lines];
}

function wordsOf(part: Part, context: RuleContext): readonly Word[] {
  const left = apart(part, context);
  return context
    .words(part)
    .filter((word) => !left.some((one) => overlaps(one, word)))
    .map(({ start, end }) => ({ start, end, text: part.text.slice(start, end) }));
}

const lettersIn = (words: readonly Word[]): number =>
  words.reduce((sum, { text }) => sum + (scriptOf(text) ? [...text].length : 0), 0);

/** The other script that nearly all letters are of. */
function otherScript(words: readonly Word[], own: readonly Script[]): Script | undefined {
  const letters = new Map<Script, number>();
  for (const { text } of words) {
    const script = scriptOf(text);
    if (script) letters.set(script, (letters.get(script) ?? 0) + [...text].length);
  }
  const ours = own.reduce((sum, script) => sum + (letters.get(script) ?? 0), 0);
  const [most] = [...letters].filter(([script]) => !own.includes(script)).toSorted((a, b) => b[1] - a[1]);
  if (!most) return undefined;
  const [script, count] = most;
  const least = script === 'Hani' || script === 'Kana' ? LEAST_HAN : LEAST_IN_SENTENCE;
  return count >= least && ours < count * FEW ? script : undefined;
}

/** Words come in order, and do not overlap. */
function within(words: readonly Word[], { start, end }: Range): readonly Word[] {
  const from = startedBefore(words, start);
  const to = startedBefore(words, end);
  return words.slice(from, (words[to - 1]?.end ?? end) > end ? to - 1 : to);
}

/** Neighbouring sentences that are wrong in the same way are one stretch. */
function stretches<Why>(
  sentences: readonly Range[],
  whyOf: (sentence: Range) => Why | undefined,
): readonly (Range & { readonly why: Why })[] {
  const found: (Range & { readonly why: Why })[] = [];
  let isNext = false;
  for (const sentence of sentences) {
    const why = whyOf(sentence);
    const last: (Range & { readonly why: Why }) | undefined = isNext ? found.at(-1) : undefined;
    if (why !== undefined && last?.why === why) found.splice(-1, 1, { ...last, end: sentence.end });
    else if (why !== undefined) found.push({ ...sentence, why });
    isNext = why !== undefined;
  }
  return found;
}

function* inOtherScript(part: Part, words: readonly Word[], context: RuleContext): Iterable<Report> {
  const { locale } = context.subject;
  const own = scriptsOf(locale);
  if (!own) return;
  const whyOf = (sentence: Range) => otherScript(within(words, sentence), own);
  for (const { start, end, why } of stretches(context.sentences(part), whyOf)) {
    const message = `This is written in ${scriptName(why)} letters, and ${locale} is not; translate it.`;
    yield { field: part.field, start, end, message };
  }
}

function* inOtherChinese(part: Part, words: readonly Word[], context: RuleContext): Iterable<Report> {
  const wrong = wrongCharacters(context.subject.locale);
  const found = wrong ? words.filter(({ text }) => wrong.characters.has(text)) : [];
  if (!wrong || new Set(found.map(({ text }) => text)).size < 2) return;
  const whyOf = (sentence: Range) => (within(found, sentence).length > 0 ? wrong.are : undefined);
  for (const { start, end, why } of stretches(context.sentences(part), whyOf)) {
    const signs = within(found, { start, end }).map(({ text }) => text);
    const message = `“${[...new Set(signs)].join('')}” are ${why} characters, which ${context.subject.locale} does not write; convert the text.`;
    yield { field: part.field, start, end, message };
  }
}

function* inOtherLanguage(part: Part, words: readonly Word[], { subject }: RuleContext): Iterable<Report> {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || lettersIn(words) < LEAST) return;
  const { locale } = subject;
  const lower = words
    .map(({ text }) => text)
    .join(' ')
    .toLocaleLowerCase(locale);
  const told = otherByLetters(lower, locale);
  const other = told ?? otherLanguage(lower.split(' '), locale);
  if (other === undefined) return;
  const name = told ?? new Intl.DisplayNames('en', { type: 'language' }).of(other) ?? other;
  const message = `This reads as ${name}, and the text is for ${locale}; translate it.`;
  yield { field: part.field, start: first.start, end: last.end, message, severity: 'warning' };
}

function* check(context: RuleContext): Iterable<Report> {
  // A file by itself may be in any language: only a campaign says for sure which one is meant.
  if (context.subject.facts === undefined) return;
  for (const part of context.subject.parts) {
    const words = wordsOf(part, context);
    const script = [...inOtherScript(part, words, context)];
    yield* script;
    if (script.length > 0) continue;
    yield* inOtherChinese(part, words, context);
    yield* inOtherLanguage(part, words, context);
  }
}

export const localeMismatch: Rule = {
  meta: {
    id: 'locale-mismatch',
    says: 'A text is written in the script and the language of its locale.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Asked of the texts of a campaign, whose locale is sure. Looks at the script first: a sentence of 25 letters or 8 Chinese characters with hardly a letter of the locale’s own script. Chinese is told by characters that only the simplified or only the traditional one has, Persian from Arabic and Russian from Ukrainian by letters that the other has not. Within one script it takes 40 letters and a clear margin of function words (a warning), in English, Indonesian, German, French, Spanish, Italian, Portuguese, Dutch, Turkish, Polish, Russian, Ukrainian and Bulgarian; other languages are told by script alone. Names, links, tags, quotations and legal lines are left out.',
    campaign: true,
    options: ['names'],
    examples: [
      {
        guide: {},
        locale: 'el-GR',
        accept: ['Η μέντα γύρισε στο Northwind. #JavaMint', 'Java Mint Frappé: η μέντα γύρισε.'],
        reject: [
          {
            text: 'Η μέντα γύρισε. Fresh garden mint meets our house espresso.',
            evidence: 'Fresh garden mint meets our house espresso.',
          },
        ],
      },
      {
        guide: {},
        locale: 'zh-TW',
        accept: ['這個鏡框適合您。'],
        reject: [{ text: '这个镜框适合您。', evidence: '这个镜框适合您。' }],
      },
      {
        guide: {},
        locale: 'id-ID',
        accept: ['Pesan hingga lima bingkai dan pakai di rumah selama lima hari.'],
        reject: [
          {
            text: 'Order up to five frames and wear them at home for five days, and send the rest of them to us.',
          },
        ],
      },
    ],
  },
  check,
};
