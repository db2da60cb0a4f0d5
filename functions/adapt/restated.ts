/** A message with the values that hold at the place, where it is written with those of another: a code per channel, a price per country. */
import { says } from '../../brand-guide/facts/equal-values.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { readingContextOf } from '../../brand-guide/facts/reading-context.ts';
import { restate } from '../../brand-guide/facts/restate.ts';
import type { Fact, FactValue, Mention } from '../../brand-guide/facts/types.ts';
import type { Message } from '../core/campaign.ts';
import { means } from './says.ts';
import type { AdaptInput } from './types.ts';

/** The message itself where no fact has more values than one. */
export function restated(input: AdaptInput): Message {
  const several = (input.declared ?? []).filter(({ values = [] }) => values.length > 0);
  if (several.length === 0) return input.message;
  const write = writer(input, several);
  const { headline, body, details, cta, lengths, ...rest } = input.message;
  const { micro, short, long } = lengths ?? {};
  return {
    ...rest,
    ...(headline !== undefined && { headline: write(headline) }),
    ...(body !== undefined && { body: write(body) }),
    ...(details && { details: details.map((detail) => ({ ...detail, text: write(detail.text) })) }),
    ...(cta && { cta: { text: write(cta.text), ...(cta.url !== undefined && { url: write(cta.url) }) } }),
    ...(lengths && {
      lengths: {
        ...(micro !== undefined && { micro: write(micro) }),
        ...(short !== undefined && { short: write(short) }),
        ...(long !== undefined && { long: write(long) }),
      },
    }),
  };
}

function writer({ facts, locale, window }: AdaptInput, several: readonly Fact[]): (text: string) => string {
  const context = readingContextOf({ locale, facts: [...facts, ...several], window });
  const right = (mention: Mention): Fact | undefined => {
    if (facts.some((fact) => means(mention, fact))) return undefined;
    const meant = several.filter((fact) => elsewhere(mention, fact));
    return meant.length === 1 ? facts.find(({ id }) => id === meant[0]?.id) : undefined;
  };
  return (text) =>
    findMentions(text, context).reduceRight((now, mention) => {
      const fact = right(mention);
      const { start, end } = mention;
      return fact ? now.slice(0, start) + restate(mention, fact, locale) + now.slice(end) : now;
    }, text);
}

/** Whether the mention is the fact with any of its values. */
function elsewhere(mention: Mention, fact: Fact): boolean {
  const values: readonly FactValue[] = [fact.value, ...(fact.values ?? []).map(({ value }) => value)];
  return mention.readings.length === 1 && values.some((value) => says(mention, fact.kind, value));
}
