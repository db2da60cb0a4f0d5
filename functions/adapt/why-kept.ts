/** Why a mention of a fact's old value is left to a person. */
import { hasOrdinalDay } from '../../brand-guide/facts/ordinal-days.ts';
import { printFact } from '../../brand-guide/facts/print.ts';
import type { Fact, Mention } from '../../brand-guide/facts/types.ts';

/** Of text that no reader of values finds, or that may be about something else. */
export const WHY_KEPT = {
  several: 'several facts have this value, and the text does not say which one it means',
  open: 'it may take in the day that it names, or end before it',
  range: 'another day beside it takes its month from it',
  inflected: 'the name is inflected',
  forms: 'the new value gives no form for this language',
  picture: 'it stands in a picture',
} as const;

const isAmount = (value: Fact['value']): boolean => typeof value === 'object' && 'amount' in value;
const hasDigits = (text: string): boolean => /\p{Nd}/u.test(text);

const whyOfNumber = ({ text }: Mention): string | undefined =>
  hasDigits(text) ? undefined : 'the number is written in words';

function whyOfPrice(mention: Mention, right: Fact): string | undefined {
  const [was] = mention.readings;
  if (was === undefined || isAmount(was) !== isAmount(right.value))
    return 'an amount takes the place of “free”, or “free” of an amount';
  const [old, now] = [was, right.value];
  if (typeof old !== 'object' || typeof now !== 'object' || !('currency' in old) || !('currency' in now))
    return undefined;
  return old.currency === now.currency
    ? whyOfNumber(mention)
    : `it is written in ${old.currency}, and the new value is in ${now.currency}`;
}

function ofKind(mention: Mention, right: Fact): string | undefined {
  switch (right.kind) {
    case 'price':
      return whyOfPrice(mention, right);
    case 'quantity':
    case 'percentage':
      return whyOfNumber(mention);
    case 'time':
      return 'the hour is not written as hours and minutes of a day of 24 hours';
    case 'date':
      if (hasOrdinalDay(mention.text)) return 'the day is written in words';
      return /^\p{Nd}{1,2}$/u.test(mention.text)
        ? 'it is a day that takes its month from another'
        : undefined;
    case 'phone':
      return 'the new number has other digits before it, or more or fewer of them';
    case 'url':
    case 'code':
    case 'name':
    case 'legal':
      return undefined;
  }
}

/** `right` is the fact as the mention would have to say it. */
export const whyKept = (mention: Mention, right: Fact, locale: string): string =>
  ofKind(mention, right) ?? `“${mention.text}” is no form that ${printFact(right, locale)} can take`;
