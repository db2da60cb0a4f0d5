/** Finds verbs in the passive voice, by what each language surely forms it with. */
import { foldText } from '../engine/fold.ts';
import { languageOf } from '../engine/locale.ts';
import { isProse, isQuoted, wordAfter } from '../engine/prose.ts';
import type { Part, Range, Rule, RuleContext } from '../engine/types.ts';
import data from './data/passive-voice.json' with { type: 'json' };
import { matchesOf } from '../engine/matches-of.ts';

/** Where a passive stands that begins with the literal at hand, or undefined. */
type Find = (text: string, hit: Range, item: string) => Range | undefined;

interface Finder {
  readonly literals: Readonly<Record<string, readonly string[]>>;
  readonly find: Find;
}

const { en, ru, el, id } = data;
const irregular = new Set(en.irregular);
const states = new Set(en.states);
const getStates = new Set(en.getStates);
const notVerbs = new Set(en.notVerbs);
const adverbs = new Set(en.adverbs);
const after = new Set(en.after);
const withNoun = new Set(en.withNoun);

function isParticiple(word: string): boolean {
  return irregular.has(word) || (/^\p{L}{2,}ed$/u.test(word) && !notVerbs.has(word));
}

/** What may follow a verb; a plain noun makes the participle its adjective: “these are roasted beans”. */
function endsVerb(text: string, end: number, participle: string): boolean {
  const next = wordAfter(text, end);
  return !next || after.has(next.word) || next.word.endsWith('ly') || withNoun.has(participle);
}

const CLOCK =
  /^\s+by\s+(?:\p{Nd}|noon|midnight|the\s+end|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|now)/iu;

/** A state becomes an act through its doer: “is closed” and “is closed by the guard”. */
function hasDoer(text: string, end: number): boolean {
  return wordAfter(text, end)?.word === 'by' && !CLOCK.test(text.slice(end, end + 40));
}

const english: Find = (text, hit, item) => {
  if (/\bthere\s$/iu.test(text.slice(Math.max(0, hit.start - 8), hit.start))) return undefined;
  let next = wordAfter(text, hit.end);
  for (let steps = 0; next && steps < 3 && (adverbs.has(next.word) || /.ly$/u.test(next.word)); steps++)
    next = wordAfter(text, next.end);
  if (!next || !isParticiple(next.word)) return undefined;
  const isState = states.has(next.word) || (item === 'get' && getStates.has(next.word));
  const passive = isState ? hasDoer(text, next.end) : endsVerb(text, next.end, next.word);
  return passive ? { start: hit.start, end: next.end } : undefined;
};

const SHORT = new RegExp(`^(?:(?:${ru.n.join('|')})н|(?:${ru.t.join('|')})т)[аоы]?$`, 'u');

/** A form of быть with a short participle, one word between at most. */
const russian: Find = (text, hit) => {
  let next = wordAfter(text, hit.end);
  for (let steps = 0; next && steps < 2; steps++) {
    if (SHORT.test(foldText(next.word))) return { start: hit.start, end: next.end };
    next = wordAfter(text, next.end);
  }
  return undefined;
};

const PASSIVE = /(?:εται|ονται|ούνται|είται|άται|ώνται|όταν|ονταν|[θτ]ηκε|[θτ]ηκαν|[θτ]εί|[θτ]ούν)$/u;
const deponent = new RegExp(`^(?:προ|δι|επ|απ|συν|υπο|ανα)?(?:${el.deponent.join('|')})`, 'u');
const agents = new Set(el.agents);
const WORD_BEFORE = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{4,40}[^\S\n]+$/u;

/** A passive ending with its doer: “ψήνεται από τους ανθρώπους μας”. */
const greek: Find = (text, hit) => {
  const from = Math.max(0, hit.start - 44);
  const before = WORD_BEFORE.exec(text.slice(from, hit.start));
  const next = wordAfter(text, hit.end);
  const verb = before?.[0].trimEnd().normalize('NFC').toLowerCase();
  if (!before || !next || verb === undefined || !PASSIVE.test(verb) || deponent.test(verb)) return undefined;
  if (!agents.has(next.word) || /^\s*\p{Nd}/u.test(text.slice(next.end, next.end + 4))) return undefined;
  return { start: from + before.index, end: hit.end };
};

const finders = new Map<string, Finder>([
  ['en', { literals: { be: en.be, get: en.get }, find: english }],
  ['ru', { literals: { be: ru.be }, find: russian }],
  ['el', { literals: { by: ['από'] }, find: greek }],
]);

const DI = new RegExp(
  `(?<![\\p{L}\\p{N}-])[Dd]i(?:\\p{Ll}{3,30}kan|${id.roots.join('|')})(?=(?:nya|lah|kah|pun)?(?![\\p{L}\\p{N}-]))`,
  'gu',
);
const notPassive = new Set(id.notVerbs);

function* indonesian(text: string): Iterable<Range> {
  for (const { index: start, 0: word } of matchesOf(text, DI))
    if (!notPassive.has(word.toLowerCase())) yield { start, end: start + word.length };
}

function* passives(context: RuleContext, part: Part): Iterable<Range> {
  const language = languageOf(context.place.locale);
  if (language === 'id') yield* indonesian(part.text);
  for (const hit of context.hits(part)) {
    const found = finders.get(language)?.find(part.text, hit, hit.literal.item);
    if (found) yield found;
  }
}

export const passiveVoice: Rule = {
  meta: {
    id: 'passive-voice',
    says: 'Sentences say who does what, where the guide asks for the active voice.',
    severity: 'suggestion',
    fixable: false,
    languages: ['en', 'el', 'ru', 'id'],
    docs: 'With `voice.activeVoice` finds, in English, a form of “be” or “get” with a participle, adverbs between them; states such as “is closed” or “are interested” only with their doer (“by …”), and a participle before a noun not at all. In Greek a passive ending followed by its doer (από …), in Russian a form of быть with the short participle of a common verb, in Indonesian the common verbs in di-. Quoted speech is left alone.',
    options: ['voice'],
    examples: [
      {
        guide: { voice: { activeVoice: true } },
        locale: 'en-US',
        accept: [
          'We roast it daily.',
          'The café is closed.',
          'We are interested.',
          'These are roasted beans.',
          'She was born here.',
        ],
        reject: [
          { text: 'It is slowly roasted by hand.', evidence: 'is slowly roasted' },
          { text: 'The café was closed by the owner.', evidence: 'was closed' },
        ],
      },
      {
        guide: { voice: { activeVoice: true } },
        locale: 'ru-RU',
        accept: ['Мы оформили заказ. Была цена.'],
        reject: [{ text: 'Заказ был оформлен вчера.', evidence: 'был оформлен' }],
      },
    ],
  },
  wanted: (guide) => guide.voice?.activeVoice === true,
  *literals(guide, place) {
    if (!guide.voice?.activeVoice) return;
    for (const [item, texts] of Object.entries(finders.get(languageOf(place.locale))?.literals ?? {}))
      for (const text of texts) yield { text, item };
  },
  *check(context) {
    if (!context.guide.voice?.activeVoice) return;
    for (const part of context.subject.parts) {
      let reached = 0;
      for (const { start, end } of passives(context, part)) {
        if (
          start < reached ||
          isQuoted(context, part, { start, end }) ||
          !isProse(context, part, { start, end })
        )
          continue;
        reached = end;
        const message = `“${part.text.slice(start, end)}” is passive; say who does it.`;
        yield { field: part.field, start, end, message };
      }
    }
  },
};
