/** Sees that a text carries the phrases that the brand asks for, in whatever case and inflection. */
import { entryFor } from '../engine/locale.ts';
import { inProse, isCalledForHere, standingsOf } from '../engine/standing.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';
import { triggersOf } from '../engine/when.ts';
import type { RequiredPhrase } from '../schema/wording.ts';

const TEXT = 'text:';
const TRIGGER = 'term:';

function* missing(one: RequiredPhrase, context: RuleContext, main: Part): Iterable<Report> {
  const [first, ...others] = entryFor(one.text, context.place.locale) ?? [];
  if (first === undefined) return;
  if (inProse(context, standingsOf(context, TEXT + one.id)).length > 0) return;
  const end = main.text.trimEnd().length;
  const gap = end === 0 ? '' : ' ';
  const wordings = [first, ...others].map((text) => `“${text}”`).join(' or ');
  const note = one.note === undefined ? '' : ` ${one.note}`;
  yield {
    field: main.field,
    start: end,
    end,
    item: one.id,
    message: `This text must say ${wordings}.${note}`,
    suggestions: [first, ...others].map((text) => gap + text),
  };
}

export const requiredPhrase: Rule = {
  meta: {
    id: 'required-phrase',
    says: 'A text carries every phrase that the brand asks for at its place.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Each of `requiredPhrases` whose `when` holds must stand somewhere in the subject, in any case, with any closed suffix of its language and any white space; a piece of a link, an address or code does not count. A phrase without a text for the locale is not asked for there. Where it goes is a person’s choice, so the wordings are suggested.',
    options: ['requiredPhrases'],
    examples: [
      {
        guide: {
          requiredPhrases: [
            { id: 'growers', when: { topics: ['fair'] }, text: { en: ['fair price', 'fairly paid'] } },
          ],
        },
        locale: 'en-US',
        subject: { topics: ['fair'] },
        accept: ['Every cup pays a Fair\u00A0Price.', 'Growers are fairly paid.'],
        reject: [{ text: 'See n.example/fair-price today.', evidence: '' }],
      },
      {
        guide: { requiredPhrases: [{ id: 'home', text: { fa: ['در خانه'], 'zh-TW': ['在家試戴'] } }] },
        locale: 'fa-IR',
        accept: ['پنج روز در‌خانه امتحان کنید.'],
        reject: [{ text: 'پنج روز امتحان کنید.', evidence: '' }],
      },
    ],
  },
  wanted: (guide) => (guide.requiredPhrases ?? []).length > 0,
  *literals(guide, { locale }) {
    for (const one of guide.requiredPhrases ?? []) {
      for (const text of entryFor(one.text, locale) ?? [])
        yield { text, item: TEXT + one.id, suffixes: true, anywhere: true };
      yield* triggersOf(one.when, TRIGGER + one.id);
    }
  },
  *check(context) {
    const [main] = context.subject.parts;
    if (!main) return;
    for (const one of context.guide.requiredPhrases ?? [])
      if (isCalledForHere(context, one.when, TRIGGER + one.id)) yield* missing(one, context, main);
  },
};
