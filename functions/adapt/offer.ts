/** The campaign's offer as slots for the guide's frames, in the words the message uses where it has them. */
import { isRightToLeft } from '../../brand-guide/engine/direction.ts';
import { entryFor } from '../../brand-guide/engine/locale.ts';
import { remembered } from '../../brand-guide/engine/remembered.ts';
import { localDigits } from '../../brand-guide/facts/print-number.ts';
import { printFact } from '../../brand-guide/facts/print.ts';
import type { Fact, Mention, Qualifier, Role } from '../../brand-guide/facts/types.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import type { Story } from './blocks.ts';
import type { Punctuation } from './brief.ts';
import type { Slots } from './frames.ts';
import type { Reader } from '../../brand-guide/facts/reader.ts';
import { requiredHere } from './required.ts';
import { formsOf, means } from './says.ts';
import type { Says } from './says.ts';
import type { AdaptInput } from './types.ts';
import { isNoPrice } from './no-price.ts';
import { unitPrice } from './unit-price.ts';

interface Known {
  readonly fact: Fact;
  readonly mention: Mention | undefined;
  /** The text of the message that the mention stands in. */
  readonly text: string;
  readonly role: Role | undefined;
  readonly qualifier: Qualifier | undefined;
}

export interface Told {
  readonly input: AdaptInput;
  readonly story: Story;
  readonly phrases: Phrases;
  readonly marks: Punctuation;
  readonly says: Says;
  readonly read: Reader;
}

const textsOf = ({ headline, sentences }: Story): readonly string[] => [
  headline,
  ...sentences.map(({ text }) => text),
];

/** What this step's message says or has to say: a teaser gives nothing away that only the launch says. */
function knownFacts({ input, story, says, read }: Told): readonly Known[] {
  const texts = textsOf(story);
  const mentions = texts.flatMap((text) => read(text).map((mention) => ({ mention, text })));
  const said = new Set(texts.flatMap((text) => [...says(text)]));
  return input.facts
    .filter((fact) => said.has(fact.id) || requiredHere(fact, input))
    .map((fact) => {
      const { mention, text = '' } = mentions.find((one) => means(one.mention, fact)) ?? {};
      return {
        fact,
        mention,
        text,
        role: fact.role ?? mention?.role,
        qualifier: fact.qualifier ?? mention?.qualifier,
      };
    });
}

/** The price to pay; by the unit only where a person says so: a text may tell by the month what it used to be. */
const pricedBy = (known: readonly Known[]): Known | undefined =>
  known.find(({ fact, role }) => fact.kind === 'price' && (role === undefined || role === 'sale')) ??
  known.find(({ fact }) => fact.kind === 'price' && fact.role === 'per-unit');

const HAS_DIGITS = /\p{Nd}/u;

/**
 * As the message writes it: “62 000 ₽” takes no decimals. Undefined where it gives the money back, keeps it or asks for it as a
 * gift, and nobody has said that it is the price.
 */
function priceOf(
  { fact, mention, text, role, qualifier }: Known,
  locale: string,
  phrases: Phrases,
): string | undefined {
  const price = mention && HAS_DIGITS.test(mention.text) ? mention.text : printFact(fact, locale);
  if (fact.role === undefined && isNoPrice(text, locale)) return undefined;
  if (role === 'per-unit') return mention && unitPrice(text, mention, price, locale);
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

/** As the message writes it, year or no year; else as the locale does, and for a last day that it does not name itself. */
const dayOf = ({ fact, mention }: Known, locale: string): string =>
  mention === undefined || mention.day !== undefined ? printFact(fact, locale) : mention.text;

const pluralsOf = remembered((locale) => new Intl.PluralRules(locale));

const quantitiesAmong = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'quantity' ? [fact] : []));

/**
 * The numbers that have to be said, as a list; undefined where the guide has no words for one of them. Where neither a price nor
 * a reduction is offered, those of the message that the guide has words for are the offer.
 */
function quantitiesOf(
  { input, phrases, marks }: Told,
  known: readonly Known[],
  isAll: boolean,
): string | undefined {
  const required = quantitiesAmong(input.facts).filter((fact) => requiredHere(fact, input));
  const named = quantitiesAmong(known.map(({ fact }) => fact)).filter(({ id }) => phrases.quantities?.[id]);
  const due = required.length > 0 || !isAll ? required : named;
  if (due.length === 0 || phrases.quantities === undefined) return undefined;
  const plural = pluralsOf(input.locale);
  const items = due.map(({ id, value }) => {
    const forms = phrases.quantities?.[id];
    const form = forms?.[plural.select(Number(value))] ?? forms?.other;
    return form?.replaceAll('{quantity}', localDigits(value, input.locale));
  });
  return items.includes(undefined) ? undefined : items.join(marks.list);
}

/** The first form, and of a text from right to left the first that runs so: one in Latin letters would turn its line around. */
const nameIn = (forms: readonly string[], locale: string): string | undefined =>
  (isRightToLeft(locale) ? forms.find((form) => ARABIC.test(form)) : undefined) ?? forms[0];
const ARABIC = /\p{Script=Arabic}/u;

/** Only what can be said without guessing: a day that ends the offer, a price that is the price. */
export function offerOf(told: Told): Slots {
  const { input, phrases } = told;
  const { locale } = input;
  const known = knownFacts(told);
  const price = pricedBy(known);
  const reduction = known.find(({ fact }) => fact.kind === 'percentage' && fact.value.reduction);
  const code = known.find(({ fact }) => fact.kind === 'code')?.fact;
  const end = known.find(({ fact, role }) => fact.kind === 'date' && role === 'end');
  const name = known.find(({ fact }) => fact.kind === 'name' && formsOf(fact, locale) !== undefined)?.fact;
  return present({
    name: name && nameIn(formsOf(name, locale) ?? [], locale),
    price: price && priceOf(price, locale, phrases),
    label: price && price.role !== 'per-unit' ? entryFor(price.fact.label, locale)?.[0] : undefined,
    offer: reduction && reductionOf(reduction, locale, phrases),
    code: code?.kind === 'code' ? code.value : undefined,
    withCode: code?.kind === 'code' ? phrases.withCode?.replaceAll('{code}', code.value) : undefined,
    until: end && phrases.until?.replaceAll('{date}', dayOf(end, locale)),
    quantities: quantitiesOf(told, known, price === undefined && reduction === undefined),
    optOut: phrases.optOut,
  });
}

/** Whether a frame may say the price of the name: the message says both in one breath, or a person says that it is the price. */
export function pricesName({ input, story, says }: Told): boolean {
  const ids = (kind: Fact['kind']): readonly string[] =>
    input.facts.filter((fact) => fact.kind === kind).map(({ id }) => id);
  const [names, prices] = [ids('name'), ids('price')];
  const isSaid = input.facts.some(
    (fact) =>
      fact.kind === 'price' &&
      (fact.role !== undefined || (fact.value !== 'free' && requiredHere(fact, input))),
  );
  return (
    isSaid ||
    textsOf(story)
      .map(says)
      .some((said) => names.some((id) => said.has(id)) && prices.some((id) => said.has(id)))
  );
}

const present = (slots: { readonly [Key in keyof Slots]: Slots[Key] | undefined }): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
