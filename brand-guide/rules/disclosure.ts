/** Sees that a text carries the lines it must carry, where they must stand. */
import { entryFor } from '../engine/locale.ts';
import { isAtEnd, isAtStart, isBeforeFold, isCalledForHere, standingsOf } from '../engine/standing.ts';
import type { Standing } from '../engine/standing.ts';
import { tailStart } from '../engine/tail.ts';
import type { Fix, Literal, Part, Report, Rule, RuleContext } from '../engine/types.ts';
import { triggersOf } from '../engine/when.ts';
import type { Disclosure } from '../schema/wording.ts';

const TEXT = 'text:';
const TRIGGER = 'term:';
const TAGS = new Set(['hashtag']);

/** A line is contiguous and in its own case; only white space and quotation marks may differ. */
function* literalsOf(one: Disclosure, locale: string): Iterable<Literal> {
  for (const text of entryFor(one.text, locale) ?? [])
    yield { text, item: TEXT + one.id, caseSensitive: true, shields: true, anywhere: true };
  yield* triggersOf(one.when, TRIGGER + one.id);
}

/** Why a line that is there is not in its place, or nothing. */
function misplaced(one: Disclosure, context: RuleContext, { part, hit }: Standing): string | undefined {
  if (one.position === 'start' && !isAtStart(part, hit)) return 'move it to the start';
  if (one.position === 'end' && !isAtEnd(context, part, hit)) return 'move it to the end';
  if (one.beforeFold && !isBeforeFold(context, part, hit)) return 'move it up, before the fold';
  return undefined;
}

function goesFirst(one: Disclosure, context: RuleContext): boolean {
  return one.position === 'start' || (one.beforeFold === true && context.subject.channel?.spec.fold !== null);
}

function addition(one: Disclosure, context: RuleContext, main: Part, line: string): Fix {
  const { text } = main;
  const micro = context.subject.channel?.spec.lengthClass === 'micro' || context.place.channel === 'sms';
  const gap = micro ? ' ' : '\n\n';
  if (goesFirst(one, context)) return { start: 0, end: 0, text: text.trim() === '' ? line : line + gap };
  const end = text.slice(0, tailStart(text, context.scopes(main), TAGS)).trimEnd().length;
  return { start: end, end, text: end === 0 ? line : gap + line };
}

function missingText(one: Disclosure, context: RuleContext, main: Part): Report {
  const [line] = entryFor(one.text, context.place.locale) ?? [];
  if (line === undefined) {
    const message = `The guide has no text of the disclosure “${one.id}” for ${context.place.locale}; add one to the guide.`;
    return {
      field: main.field,
      start: 0,
      end: 0,
      item: one.id,
      message,
      severity: 'warning',
      waivable: one.waivable ?? true,
    };
  }
  const fix = addition(one, context, main, line);
  const where = fix.start === 0 && fix.end === 0 && main.text !== '' ? 'start' : 'end';
  const message = `This text must say “${line}”; add it at the ${where}.`;
  return {
    field: main.field,
    start: fix.start,
    end: fix.end,
    item: one.id,
    message,
    fix,
    waivable: one.waivable ?? true,
  };
}

function check(one: Disclosure, context: RuleContext, main: Part): Report[] {
  const standings = standingsOf(context, TEXT + one.id);
  const [first] = standings;
  if (!first) return [missingText(one, context, main)];
  const reasons = standings.map((standing) => misplaced(one, context, standing));
  const [reason] = reasons;
  if (reason === undefined || reasons.includes(undefined)) return [];
  const { part, hit } = first;
  const message = `“${part.text.slice(hit.start, hit.end)}” is not where it must stand; ${reason}.`;
  return [
    {
      field: part.field,
      start: hit.start,
      end: hit.end,
      item: one.id,
      message,
      waivable: one.waivable ?? true,
    },
  ];
}

export const disclosure: Rule = {
  meta: {
    id: 'disclosure',
    says: 'A text carries every line that its channel, topic, words or facts call for.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Each of `disclosures` whose `when` holds must stand in the text as one piece; white space and quotation marks may differ. `position` and `beforeFold` say where. The fix adds the first of the locale’s texts, before closing hashtags.',
    finishedOnly: true,
    options: ['disclosures'],
    examples: [
      {
        guide: {
          disclosures: [
            { id: 'stop', when: { channels: ['sms'] }, text: { en: ['Reply STOP to end'] }, position: 'end' },
          ],
        },
        locale: 'en-US',
        channel: 'sms',
        accept: ['Java Mint is here. Reply STOP to end', 'Java Mint is here.\nReply  STOP\nto end.'],
        reject: [
          { text: 'Java Mint is here.', evidence: '', fixed: 'Java Mint is here. Reply STOP to end' },
          { text: 'Reply STOP to end. Java Mint is here.', evidence: 'Reply STOP to end' },
        ],
      },
      {
        guide: {
          disclosures: [
            { id: 'risk', when: { anyTerm: ['доход'] }, text: { ru: ['Доход не гарантирован.'] } },
          ],
        },
        locale: 'ru-RU',
        accept: ['Откройте счёт.', 'Ваш доход растёт. Доход не гарантирован.'],
        reject: [
          {
            text: 'Ваш доход растёт. #Вклад',
            evidence: '',
            fixed: 'Ваш доход растёт.\n\nДоход не гарантирован. #Вклад',
          },
        ],
      },
    ],
  },
  wanted: (guide) => (guide.disclosures ?? []).length > 0,
  *literals(guide, { locale }) {
    for (const one of guide.disclosures ?? []) yield* literalsOf(one, locale);
  },
  *check(context) {
    const [main] = context.subject.parts;
    if (!main) return;
    for (const one of context.guide.disclosures ?? [])
      if (isCalledForHere(context, one.when, TRIGGER + one.id)) yield* check(one, context, main);
  },
};
