/** Finds forms of address that are more formal, or less, than the guide asks for. */
import { entryFor, languageOf } from '../engine/locale.ts';
import { caseInPlace } from '../engine/letter-case.ts';
import { beginsSentence, isProse, isQuoted } from '../engine/prose.ts';
import type { Hit, Literal, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import data from './data/address-form.json' with { type: 'json' };
import endings from './data/address-form-endings.json' with { type: 'json' };
import { matchesOf } from '../engine/matches-of.ts';

type Form = 'familiar' | 'polite';
/** A word and what the other form says; an empty text where that takes another sentence. */
type Words = Readonly<Record<string, string>>;

interface Forms {
  /** Replaced without more ado: the rest of the sentence stays right. */
  readonly swap?: Words;
  readonly sure?: Words;
  /** May be meant otherwise, such as a polite form that is also the plural. */
  readonly maybe?: Words;
  /** Commands that are also what somebody did: meant so where they open a sentence and no subject follows. */
  readonly opening?: Words;
  readonly except?: readonly string[];
}

const lists: Readonly<Record<string, Readonly<Record<Form, Forms>>>> = data;

function unwanted(locale: string, address: Form | undefined): Forms | undefined {
  if (address === undefined) return undefined;
  return entryFor(lists, locale)?.[address === 'polite' ? 'familiar' : 'polite'];
}

function* literalsOf(kind: 'swap' | 'sure' | 'maybe' | 'opening', words: Words = {}): Iterable<Literal> {
  for (const [text, other] of Object.entries(words))
    yield { text, item: kind, suffixes: true, ...(other ? { use: [other] } : {}) };
}

/** A capital in the middle of a sentence makes вы the polite one. */
function isCourteous(part: Part, { start }: Range, language: string): boolean {
  return language === 'ru' && /\p{Lu}/u.test(part.text.charAt(start)) && !beginsSentence(part.text, start);
}

const SUBJECT_FOLLOWS = /^\s+(?:ο|η|οι|με)(?![\p{L}\p{M}])/iu;

/** "Κέρδισε η Μαρία" tells what happened; "Κέρδισε δύο καφέδες" is a command. */
function isCommand({ text }: Part, { literal, start, end }: Hit): boolean {
  if (literal.item !== 'opening') return true;
  return beginsSentence(text, start) && !SUBJECT_FOLLOWS.test(text.slice(end, end + 8));
}

function messageOf(evidence: string, address: Form, unsure: boolean): string {
  const found = address === 'polite' ? 'familiar' : 'polite';
  const doubt = found === 'polite' ? 'several people are meant' : 'something else is meant';
  const aside = unsure ? `, unless ${doubt}` : '';
  return `“${evidence}” is the ${found} form, and the brand addresses its readers in the ${address} one${aside}.`;
}

function reportOf(context: RuleContext, part: Part, hit: Hit, address: Form): Report {
  const { literal, start, end } = hit;
  const { locale } = context.place;
  const evidence = part.text.slice(start, end);
  const courteous = isCourteous(part, hit, languageOf(locale));
  const unsure = (literal.item === 'maybe' || literal.item === 'opening') && !courteous;
  const use = (literal.use ?? []).map((one) =>
    courteous ? one : caseInPlace(one, literal.text, part.text, hit, locale),
  );
  const [best] = use;
  const fix = literal.item === 'swap' && best !== undefined ? { fix: { start, end, text: best } } : {};
  return {
    field: part.field,
    start,
    end,
    message: messageOf(evidence, address, unsure),
    ...(best === undefined || 'fix' in fix ? fix : { suggestions: use }),
    ...(unsure ? { severity: 'suggestion' as const } : {}),
  };
}

const OWNED = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]{2,40}mu(?![\p{L}\p{N}])/gu;
const noPossessives = new Set(endings.id.notPossessive);

/** Indonesian writes a familiar “your” onto its noun. */
function* owned(context: RuleContext, part: Part, address: Form): Iterable<Report> {
  if (languageOf(context.place.locale) !== 'id' || address !== 'polite') return;
  for (const { index: start, 0: word } of matchesOf(part.text, OWNED)) {
    const range = { start, end: start + word.length };
    const last = word.slice(word.lastIndexOf('-') + 1);
    if (noPossessives.has(last) || isQuoted(context, part, range) || !isProse(context, part, range)) continue;
    yield {
      field: part.field,
      ...range,
      message: messageOf(word, address, false),
      suggestions: [`${word.slice(0, -'mu'.length)} Anda`],
    };
  }
}

export const addressForm: Rule = {
  meta: {
    id: 'address-form',
    says: 'Readers are addressed in the one form that the guide asks for.',
    severity: 'warning',
    fixable: true,
    languages: ['el', 'ru', 'id', 'zh', 'fa'],
    docs: 'Finds, by closed lists, the pronouns, possessives and unmistakable verb forms of the form of address that `voice.address` does not ask for: εσύ/εσείς, ты/вы, kamu/Anda, 你/您, تو/شما. A Greek, Russian or Persian polite form is also the plural, so it is only suggested there, and so is a Greek command that is also a past tense, at the start of a sentence (a capital “Вы” inside a sentence is not in doubt). In Indonesian and Chinese the other form fits the same sentence and is a fix; elsewhere it is suggested, since the sentence may have to agree. Quoted speech, names and terms of the guide are left alone.',
    options: ['voice'],
    examples: [
      {
        guide: { voice: { address: { el: 'polite', zh: 'polite', id: 'polite' } } },
        locale: 'zh-TW',
        accept: ['為您挑選', '迷你杯'],
        reject: [{ text: '為你挑選', evidence: '你', fixed: '為您挑選' }],
      },
      {
        guide: { voice: { address: { ru: 'polite' } } },
        locale: 'ru-RU',
        accept: ['Кофе для вас'],
        reject: [{ text: 'Кофе для тебя', evidence: 'тебя' }],
      },
      {
        guide: { voice: { address: { id: 'polite' } } },
        locale: 'id-ID',
        accept: ['Bingkai pilihan Anda, bertemu ilmu'],
        reject: [
          { text: 'Kamulah yang memilih', evidence: 'Kamu', fixed: 'Andalah yang memilih' },
          { text: 'di rumahmu', evidence: 'rumahmu' },
        ],
      },
    ],
  },
  wanted: (guide, place) => entryFor(guide.voice?.address, place.locale) !== undefined,
  *literals(guide, place) {
    const forms = unwanted(place.locale, entryFor(guide.voice?.address, place.locale));
    if (!forms) return;
    yield* literalsOf('swap', forms.swap);
    yield* literalsOf('sure', forms.sure);
    yield* literalsOf('maybe', forms.maybe);
    yield* literalsOf('opening', forms.opening);
    for (const text of forms.except ?? []) yield { text, item: 'none' };
  },
  *check(context) {
    const address = entryFor(context.guide.voice?.address, context.place.locale);
    if (address === undefined) return;
    for (const part of context.subject.parts) {
      for (const hit of context.hits(part)) {
        if (hit.literal.item === 'none' || !isCommand(part, hit) || isQuoted(context, part, hit)) continue;
        yield reportOf(context, part, hit, address);
      }
      yield* owned(context, part, address);
    }
  },
};
