/** Rule over a campaign: what a variant states of a fact in one language, its siblings in others do not contradict. */
import { atMention } from '../../engine/at-mention.ts';
import type { CampaignReport, CampaignRule, JudgedVoice } from '../../engine/campaign-rule.ts';
import { groupedBy } from '../../engine/grouped-by.ts';
import { surelyMeans } from '../../facts/compatible.ts';
import type { FactComparison, MentionVerdict } from '../../facts/comparison.ts';
import { equalValues } from '../../facts/equal-values.ts';
import { isOtherThing } from '../../facts/judge-mentions.ts';
import { printFact } from '../../facts/print.ts';
import type { FactKind } from '../../facts/types.ts';

/** Kinds whose values are the same in every language; the message may have them wrong in one. */
const KINDS: readonly FactKind[] = ['price', 'percentage', 'code', 'phone', 'date', 'time'];
const isOfMessage = (kind: FactKind): boolean => kind !== 'date' && kind !== 'time';

/** Mentions of the kind that no fact explains. */
const unexplained = ({ comparison }: JudgedVoice, kind: FactKind): readonly MentionVerdict[] =>
  comparison().mentions.filter(
    ({ mention, verdict, aside }) =>
      aside !== true &&
      mention.kind === kind &&
      (verdict === 'unknown' || (verdict === 'known' && isOfMessage(kind))),
  );

/** Facts that the first states, and that the second, where they have the same value, does not. */
function lostFacts(first: JudgedVoice, second: JudgedVoice, kind: FactKind): readonly FactComparison[] {
  const there = new Map(second.comparison().facts.map((one) => [one.fact.id, one]));
  return first.comparison().facts.filter(({ fact, state }) => {
    const other = there.get(fact.id);
    const isLost = other?.state === 'missing' || other?.state === 'not-required';
    return (
      fact.kind === kind && state === 'stated' && isLost && equalValues(kind, fact.value, other.fact.value)
    );
  });
}

function* compare(first: JudgedVoice, second: JudgedVoice): Iterable<CampaignReport> {
  for (const kind of KINDS) {
    const [only, another] = unexplained(second, kind);
    if (!only || another || only.mention.readings.length !== 1) continue;
    if (unexplained(first, kind).length > 0) continue;
    const [lost, several] = lostFacts(first, second, kind);
    if (!lost || several || !surelyMeans(lost.fact, only.mention) || isOtherThing(lost.fact, only.mention))
      continue;
    const { locale } = first.place;
    const message = `“${only.mention.text}” contradicts what ${locale} says here of “${lost.fact.id}”, ${printFact(lost.fact, locale)}.`;
    yield { ...atMention(only, message), item: lost.fact.id, voice: second, beside: first.place };
  }
}

const siblings = ({ place }: JudgedVoice): string =>
  JSON.stringify([place.step, place.channel, place.format, place.account]);

/** Each variant beside the first of its place: the leading locale, and the others beside it both ways. */
function* check(voices: readonly JudgedVoice[]): Iterable<CampaignReport> {
  for (const [leading, ...others] of groupedBy(voices, siblings))
    for (const other of others) {
      if (other.place.locale === leading.place.locale) continue;
      const found = [...compare(leading, other)];
      yield* found.length > 0 ? found : compare(other, leading);
    }
}

const GRANDE = { id: 'grande', kind: 'price', value: { amount: '4.95', currency: 'USD' } } as const;
const VENTI = { id: 'venti', kind: 'price', value: { amount: '5.95', currency: 'USD' } } as const;

export const factAcrossLocales: CampaignRule = {
  meta: {
    id: 'fact-across-locales',
    says: 'What is stated in one language is not contradicted in another.',
    severity: 'warning',
    languages: 'any',
    docs: 'Compares the variants of one step, channel, format and account in all locales with the first of them. Where one states a fact and the other, in its place, has the only price, reduction, code, phone number, day or time that no fact explains, that is found: with several facts of a kind, no text by itself can tell which was meant. Facts whose values differ between the two places are left alone.',
    options: ['facts'],
    examples: [
      {
        guide: {},
        facts: [GRANDE, VENTI],
        accept: [
          [
            { channel: 'x', locale: 'en-US', text: 'A grande is $4.95.' },
            { channel: 'x', locale: 'ru-RU', text: 'Гранде — 4,95 $.' },
          ],
        ],
        reject: [
          [
            { channel: 'x', locale: 'en-US', text: 'A grande is $4.95.' },
            { channel: 'x', locale: 'ru-RU', text: 'Гранде — 5,49 $.' },
          ],
        ],
      },
    ],
  },
  check,
};
