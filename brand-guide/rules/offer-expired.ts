/** Rule: nothing of an offer is read after its end. */
import { atMention } from '../engine/at-mention.ts';
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { offerEndOf } from '../facts/offer-end.ts';
import { printDate } from '../facts/print-date.ts';

function* check({ subject, comparison }: RuleContext): Iterable<Report> {
  const { window, day, parts, locale } = subject;
  const [main] = parts;
  if (!main || day === undefined) return;
  const { facts } = comparison();
  const end = offerEndOf(
    facts.map(({ fact }) => fact),
    window,
  );
  if (end === undefined || day.slice(0, 10) <= end.day) return;
  const said = facts.find(({ fact }) => fact.id === end.fact?.id)?.found;
  const message = `The offer ends on ${printDate(end.day, locale)}, and this is read on ${printDate(day.slice(0, 10), locale)}; choose an earlier day.`;
  const at = said
    ? atMention(said, message)
    : { field: main.field, start: main.text.length, end: main.text.length, message };
  yield { ...at, item: end.fact?.id ?? 'window', waivable: false };
}

const ENDS = { id: 'ends', kind: 'date', role: 'end', value: '2027-05-17' } as const;

export const offerExpired: Rule = {
  meta: {
    id: 'offer-expired',
    says: 'No text of an offer is read after the offer’s end.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the day on which a text is read with the earliest date fact of the role `end` that is in force there, or with the last day of the campaign’s window; the last day is included to its end. The day is that of the text’s calendar entry, else today. It may not be waived.',
    campaign: true,
    options: ['facts'],
    examples: [
      {
        channel: 'x',
        guide: {},
        locale: 'en-GB',
        facts: [ENDS],
        subject: { day: '2027-05-17' },
        accept: ['20% off until 17 May.'],
      },
      {
        channel: 'x',
        guide: {},
        locale: 'en-GB',
        facts: [ENDS],
        subject: { day: '2027-05-18' },
        reject: [
          { text: '20% off until 17 May.', evidence: '17 May' },
          { text: '20% off.', evidence: '' },
        ],
      },
      {
        channel: 'x',
        guide: {},
        locale: 'fa-IR',
        subject: { day: '2027-06-01', window: { from: '2027-05-04', to: '2027-05-31' } },
        reject: [{ text: '۲۰٪ تخفیف', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};
