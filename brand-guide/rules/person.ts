/** Finds words of a grammatical person that the brand does not write in. */
import { entryFor } from '../engine/locale.ts';
import { beginsSentence, isQuoted } from '../engine/prose.ts';
import type { Hit, Literal, Part, Report, Rule, RuleContext } from '../engine/types.ts';
import type { Person } from '../schema/style.ts';
import data from './data/person.json' with { type: 'json' };

interface Pronouns {
  readonly words: readonly string[];
  /** Found in this case only. */
  readonly cased?: readonly string[];
  /** What they are no pronoun in. */
  readonly except?: readonly string[];
  /** What is no pronoun in just this case. */
  readonly never?: readonly string[];
}

const PERSONS: readonly Person[] = ['first-singular', 'first-plural', 'second', 'third'];
const lists: Readonly<Record<string, Readonly<Record<Person, Pronouns>>>> = data;
const NONE = 'none';

const SAID: Readonly<Record<Person, string>> = {
  'first-singular': 'the first person singular (I)',
  'first-plural': 'the first person plural (we)',
  second: 'the second person (you)',
  third: 'the third person (they)',
};

function* literalsOf(person: Person, { words, cased = [], except = [] }: Pronouns): Iterable<Literal> {
  for (const text of words) yield { text, item: person };
  for (const text of cased) yield { text, item: person, caseSensitive: true };
  for (const text of except) yield { text, item: NONE };
}

const LETTERS = /\p{L}/u;

/** `US` among words in small letters is a country. */
function isOther(part: Part, { start, end }: Hit, never: readonly string[]): boolean {
  if (!never.includes(part.text.slice(start, end))) return false;
  const around = part.text.slice(Math.max(0, start - 40), start) + part.text.slice(end, end + 40);
  return !LETTERS.test(around) || around !== around.toUpperCase();
}

const NUMBERED = /(?:War|Part|Chapter|Vol(?:ume|\.)|Type|Phase|Class|Act|Book|Title|Level|Stage|Section)\s$/u;

/** `Part I`, `I.` and `(I)` number things. */
function isNumeral(part: Part, { start, end }: Hit): boolean {
  if (part.text.slice(start, end) !== 'I') return false;
  const before = part.text.slice(Math.max(0, start - 12), start);
  const after = part.text.slice(end, end + 2);
  return /^[.)]/u.test(after) || NUMBERED.test(before);
}

function reportOf(part: Part, { start, end }: Hit, one: Person, written: readonly Person[]): Report {
  const wanted = written.map((person) => SAID[person]).join(' or ');
  const message = `“${part.text.slice(start, end)}” is ${SAID[one]}; this brand writes in ${wanted}.`;
  return { field: part.field, start, end, message };
}

export const person: Rule = {
  meta: {
    id: 'person',
    says: 'A text is written in the grammatical persons that the guide names.',
    severity: 'warning',
    fixable: false,
    languages: ['en', 'el', 'ru', 'id', 'zh', 'fa'],
    docs: 'Finds the pronouns and possessives, by closed lists, of each person that `voice.person` does not name. Quoted speech, names and terms of the guide are left alone. The third person (he, she, they) is only suggested, and only where it opens a sentence: inside one it stands for a noun of that sentence, whoever speaks; Greek has no word for it that is not also an article or a “this”, so it is not looked for there. Verb endings are not read.',
    options: ['voice'],
    examples: [
      {
        guide: { voice: { person: ['first-plural', 'second'] } },
        locale: 'en-US',
        accept: [
          'We roast it for you.',
          'A guest said “I love my mint”.',
          'World War I ended.',
          'Thank you, US growers.',
        ],
        reject: [
          { text: 'I roast it.', evidence: 'I' },
          { text: 'Made in MY kitchen', evidence: 'MY' },
        ],
      },
      {
        guide: { voice: { person: ['first-plural'] } },
        locale: 'zh-TW',
        accept: ['我們的迷你杯', '其他口味'],
        reject: [{ text: '我為你沖咖啡', evidence: '我' }],
      },
    ],
  },
  wanted: (guide) => guide.voice?.person !== undefined,
  *literals(guide, place) {
    const pronouns = entryFor(lists, place.locale);
    const written = guide.voice?.person;
    if (!pronouns || !written) return;
    for (const one of PERSONS) {
      const own = literalsOf(one, pronouns[one]);
      for (const literal of own) yield written.includes(one) ? { ...literal, item: NONE } : literal;
    }
  },
  *check(context) {
    const written = context.guide.voice?.person ?? [];
    for (const part of context.subject.parts) yield* findIn(context, part, written);
  },
};

function* findIn(context: RuleContext, part: Part, written: readonly Person[]): Iterable<Report> {
  const pronouns = entryFor(lists, context.place.locale);
  for (const hit of context.hits(part)) {
    const one = PERSONS.find((known) => known === hit.literal.item);
    if (!one || isOther(part, hit, pronouns?.[one].never ?? []) || isNumeral(part, hit)) continue;
    if (isQuoted(context, part, hit) || (one === 'third' && !beginsSentence(part.text, hit.start))) continue;
    const report = reportOf(part, hit, one, written);
    yield one === 'third' ? { ...report, severity: 'suggestion' } : report;
  }
}
