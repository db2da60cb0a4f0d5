/** Facts as campaign files write them, made into facts: shorthand spelled out, values in their one form. */
import { DATE_ROLES, PRICE_ROLES } from '../../brand-guide/facts/types.ts';
import type { Fact, FactKind, Where } from '../../brand-guide/facts/types.ts';
import type { Path } from '../../brand-guide/schema/document-problem.ts';
import type { WrittenFact, WrittenForms } from './written-campaign.ts';
import type { Complain } from './complaints.ts';
import { READ_VALUE, type ReadValue } from './fact-value.ts';

type SourceOf = (under: Path) => string | undefined;

interface Values<V> {
  readonly value: V;
  readonly values?: readonly (Where & { readonly value: V })[];
}

/**
 * The fact, or undefined after a complaint. `sourceOf` gives a scalar below the fact as it was typed.
 */
export const readFact = (fact: WrittenFact, sourceOf: SourceOf, complain: Complain): Fact | undefined => {
  if (!roleFits(fact)) {
    complain(`found the role \`${String(fact.role)}\`, which no ${fact.kind} has`, 'role');
    return undefined;
  }
  const common = { id: fact.id, ...wordsOf(fact) };
  switch (fact.kind) {
    case 'price': {
      const values = valuesOf(fact, READ_VALUE.price, sourceOf, complain);
      return values && { ...common, kind: 'price', ...values };
    }
    case 'percentage': {
      const values = valuesOf(fact, READ_VALUE.percentage, sourceOf, complain);
      return values && { ...common, kind: 'percentage', ...values };
    }
    default: {
      const values = valuesOf(fact, READ_VALUE[fact.kind], sourceOf, complain);
      return values && { ...common, kind: fact.kind, ...values };
    }
  }
};

const ROLES: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  price: PRICE_ROLES,
  date: DATE_ROLES,
};

const roleFits = ({ kind, role }: WrittenFact): boolean =>
  role === undefined || (ROLES[kind]?.includes(role) ?? false);

/** Everything of a fact but its values. */
const wordsOf = ({ role, qualifier, label, forms, required }: WrittenFact) => ({
  ...(role === undefined ? {} : { role }),
  ...(qualifier === undefined ? {} : { qualifier }),
  ...(label === undefined ? {} : { label: byLocale(label) }),
  ...(forms === undefined ? {} : { forms: byLocale(forms) }),
  ...(required === undefined || required === false ? {} : { required: placesOf(required) }),
});

const listOf = (texts: string | readonly string[]): readonly string[] =>
  (typeof texts === 'string' ? [texts] : texts).map((text) => text.normalize('NFC').trim());

const isList = (forms: WrittenForms): forms is string | readonly string[] =>
  typeof forms === 'string' || Array.isArray(forms);

/** `label: grande` holds in any locale. */
const byLocale = (forms: WrittenForms): Readonly<Record<string, readonly string[]>> =>
  isList(forms)
    ? { '*': listOf(forms) }
    : Object.fromEntries(Object.entries(forms).map(([locale, texts]) => [locale, listOf(texts)]));

type Required = NonNullable<Fact['required']>;

const isChannels = (
  required: WrittenFact['required'],
): required is Extract<typeof required, readonly unknown[]> => Array.isArray(required);

const placesOf = (required: Exclude<WrittenFact['required'], boolean | undefined> | true): Required =>
  isChannels(required) ? { channels: required } : required;

const valuesOf = <V>(
  fact: WrittenFact,
  read: ReadValue<V>,
  sourceOf: SourceOf,
  complain: Complain,
): Values<V> | undefined => {
  const readAt = (value: unknown, at: Path): V | undefined =>
    read({ value, sourceOf: (under) => sourceOf([...at, ...under]) }, (message, ...under) =>
      complain(message, ...at, ...under),
    );
  const written = fact.value ?? firstForm(fact);
  if (written === undefined) complain(`the fact \`${fact.id}\` has no value`);
  const value = written === undefined ? undefined : readAt(written, ['value']);
  const values = (fact.values ?? []).flatMap((entry, index) => {
    const held = readAt(entry.value, ['values', index, 'value']);
    return held === undefined ? [] : [{ ...entry, value: held }];
  });
  if (value === undefined || values.length !== (fact.values ?? []).length) return undefined;
  return fact.values === undefined ? { value } : { value, values };
};

/** A name or a legal line may be given by its forms alone. */
const firstForm = ({ kind, forms }: WrittenFact): string | undefined =>
  forms !== undefined && (kind === 'name' || kind === 'legal')
    ? Object.values(byLocale(forms))[0]?.[0]
    : undefined;
