/** The campaign's offer as slots for the guide's frames, in the words the message uses where it has them. */
import { entryFor } from '../../brand-guide/engine/locale.ts';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { printFact } from '../../brand-guide/facts/print.ts';
import type { Fact, Mention, Qualifier, Role } from '../../brand-guide/facts/types.ts';
import type { Phrases } from '../../brand-guide/schema/guide.ts';
import type { Story } from './blocks.ts';
import type { Slots } from './frames.ts';
import { formsOf, means, readingOf } from './says.ts';
import type { AdaptInput } from './types.ts';

interface Known {
  readonly fact: Fact;
  readonly mention: Mention | undefined;
  readonly role: Role | undefined;
  readonly qualifier: Qualifier | undefined;
}

function knownFacts(input: AdaptInput, story: Story): readonly Known[] {
  const context = readingOf(input.facts, input.locale, input.window);
  const text = [story.headline, ...story.sentences.map((sentence) => sentence.text)].join('\n');
  const mentions = findMentions(text, context);
  return input.facts.map((fact) => {
    const mention = mentions.find((one) => means(one, fact));
    return {
      fact,
      mention,
      role: fact.role ?? mention?.role,
      qualifier: fact.qualifier ?? mention?.qualifier,
    };
  });
}

function priceOf({ fact, qualifier }: Known, locale: string, phrases: Phrases): string | undefined {
  const price = printFact(fact, locale);
  if (qualifier === 'from') return phrases.from?.replaceAll('{price}', price);
  return qualifier === undefined || qualifier === 'exact' ? price : undefined;
}

function reductionOf({ fact, qualifier }: Known, locale: string, phrases: Phrases): string | undefined {
  if (
    fact.kind !== 'percentage' ||
    !fact.value.reduction ||
    (qualifier !== undefined && qualifier !== 'exact')
  )
    return undefined;
  return phrases.off?.replaceAll('{percent}', printFact(fact, locale));
}

/** As the message writes it, year or no year; else as the locale does. */
const dayOf = ({ fact, mention }: Known, locale: string): string => mention?.text ?? printFact(fact, locale);

/** Only what can be said without guessing: a day that ends the offer, a price that is the price. */
export function offerOf(input: AdaptInput, story: Story, phrases: Phrases): Slots {
  const known = knownFacts(input, story);
  const { locale } = input;
  const price = known.find(
    ({ fact, role }) => fact.kind === 'price' && (role === undefined || role === 'sale'),
  );
  const reduction = known.find(({ fact }) => fact.kind === 'percentage' && fact.value.reduction);
  const code = known.find(({ fact }) => fact.kind === 'code')?.fact;
  const end = known.find(({ fact, role }) => fact.kind === 'date' && role === 'end');
  const name = input.facts.find((fact) => fact.kind === 'name' && formsOf(fact, locale) !== undefined);
  return present({
    name: name && formsOf(name, locale)?.[0],
    price: price && priceOf(price, locale, phrases),
    label: price && entryFor(price.fact.label, locale)?.[0],
    offer: reduction && reductionOf(reduction, locale, phrases),
    code: code?.kind === 'code' ? code.value : undefined,
    withCode: code?.kind === 'code' ? phrases.withCode?.replaceAll('{code}', code.value) : undefined,
    until: end && phrases.until?.replaceAll('{date}', dayOf(end, locale)),
    optOut: phrases.optOut,
  });
}

const present = (slots: { readonly [Key in keyof Slots]: Slots[Key] | undefined }): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
