/** Holds prices, percentages, dates and times to the locale's form that the guide asks for. */
import { entryFor, languageOf } from '../engine/locale.ts';
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';
import type { Mention } from '../facts/types.ts';
import type { NumberForm } from '../schema/style.ts';
import { amountIn } from './number-format/amount.ts';
import { timesIn } from './number-format/clock.ts';
import { dayIn } from './number-format/day.ts';

/** The next day of a range leans on this one: "12–15 May", "May 12–15". */
function leans(mentions: readonly Mention[], at: number): boolean {
  const one = mentions[at];
  return [mentions[at - 1], mentions[at + 1]].some(
    (other) =>
      one !== undefined &&
      other?.kind === 'date' &&
      /^\p{Nd}{1,2}$/u.test(other.text) &&
      Math.min(Math.abs(other.start - one.end), Math.abs(one.start - other.end)) <= NEAR,
  );
}

const NEAR = 6;

function rightForm(
  mentions: readonly Mention[],
  at: number,
  form: NumberForm,
  locale: string,
): string | undefined {
  const mention = mentions[at];
  if (mention?.kind === 'price' || mention?.kind === 'percentage') return amountIn(mention, form);
  if (mention?.kind !== 'date' || !form.date || leans(mentions, at)) return undefined;
  return dayIn(mention, form.date, locale);
}

function* mentioned(context: RuleContext, part: Part, form: NumberForm): Iterable<Report> {
  const mentions = context.mentions(part);
  for (const [at, { start, end, text, kind }] of mentions.entries()) {
    const right = rightForm(mentions, at, form, context.place.locale);
    if (right === undefined) continue;
    const noun = kind === 'date' ? 'Dates' : kind === 'price' ? 'Prices' : 'Percentages';
    const message = `${noun} are written otherwise here; write “${right}” for “${text}”.`;
    yield { field: part.field, start, end, message, fix: { start, end, text: right } };
  }
}

function* timed(context: RuleContext, part: Part, { time }: NumberForm): Iterable<Report> {
  if (!time) return;
  const language = languageOf(context.place.locale);
  const found = [...timesIn(part.text, time, language)];
  if (found.length === 0) return;
  for (const { start, end, text } of outside(found, closedScopes(context, part))) {
    const clock = time === '24h' ? 'twenty-four' : 'twelve';
    const advice = text === undefined ? 'write both in it' : `write “${text}”`;
    const report = {
      field: part.field,
      start,
      end,
      message: `Times are told in ${clock} hours here; ${advice}.`,
    };
    yield text === undefined ? report : { ...report, fix: { start, end, text } };
  }
}

export const numberFormat: Rule = {
  meta: {
    id: 'number-format',
    says: 'Prices, percentages, dates and times are written as the guide asks for in the locale.',
    severity: 'suggestion',
    fixable: true,
    languages: 'any',
    docs: 'Checks `numbers` of the locale on what the fact readers find: where the sign of a currency stands and whether a space parts it, the decimal and thousands marks, the form of a date; times of twelve and twenty-four hours in English and Greek. Names of money, codes such as EUR, ambiguous values, other calendars and the days of a range are left alone. The fix keeps the value and its digits.',
    options: ['numbers'],
    examples: [
      {
        guide: {
          numbers: {
            en: {
              currency: { position: 'before', space: false },
              decimal: '.',
              thousands: ',',
              date: 'd-month-y',
              time: '12h',
            },
          },
        },
        locale: 'en-GB',
        accept: ['From €1,234.50 until 31 March 2027, 9:30 or 7 pm', '5 euros, EUR 5'],
        reject: [
          { text: 'From 89,00 €', evidence: '89,00 €', fixed: 'From €89.00' },
          { text: 'Until March 31, 2027', evidence: 'March 31, 2027', fixed: 'Until 31 March 2027' },
          { text: 'At 19:30', evidence: '19:30', fixed: 'At 7:30 pm' },
        ],
      },
      {
        guide: { numbers: { el: { currency: { position: 'after', space: true }, decimal: ',' } } },
        locale: 'el-GR',
        accept: ['Από 89,00 €', 'Από 89 ευρώ'],
        reject: [{ text: 'Από €89.00', evidence: '€89.00', fixed: 'Από 89,00\u00A0€' }],
      },
    ],
  },
  wanted: ({ numbers }, { locale }) => entryFor(numbers, locale) !== undefined,
  *check(context) {
    const form = entryFor(context.guide.numbers, context.place.locale) ?? {};
    for (const part of context.subject.parts) {
      yield* mentioned(context, part, form);
      yield* timed(context, part, form);
    }
  },
};
